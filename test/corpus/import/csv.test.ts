import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvRows } from '../../../src/corpus/import/csv.js';
import { bytesOf } from './files.js';

const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const texts = (csv: string | Uint8Array): string[] =>
  [...csvRows(typeof csv === 'string' ? bytesOf(csv) : csv)].map((row) => row.parse().text);

test('gives back every text that was written, whatever is in it', () => {
  // Controls are taken out of any text, and a text of spaces is none: neither is CSV’s affair.
  const text = fc
    .string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', 'a', 'é', '“', ' '), maxLength: 30 })
    .map((each) => `x${each}`);
  const end = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      end,
      fc.constantFrom(',', ';', '\t'),
      (all, eol, by) => {
        const csv = [['title', 'text'].join(by), ...all.map((each) => `t${by}${cell(each)}`)].join(eol);
        expect(texts(csv)).toEqual(all);
      },
    ),
  );
});

test.each([
  ['quotes within a plain cell', 'text,title\nA 5" pipe,x\nNext,y', ['A 5" pipe', 'Next']],
  ['rows with too few and too many cells', 'title,text\nx,One,extra\ny,Two', ['One', 'Two']],
  [
    'what Excel writes where the comma is the decimal mark',
    'sep=;\r\ntitle;text\r\nx;"One; two\r\nthree"\r\n',
    ['One; two\r\nthree'],
  ],
  ['empty lines', 'text\n\nOne\n\n\nTwo\n', ['One', 'Two']],
  ['old Mac line ends', 'text\rOne\rTwo', ['One', 'Two']],
  ['a spreadsheet’s UTF-16', Buffer.from('\ufefftext\ttitle\nÉtude\tx', 'utf16le'), ['Étude']],
  ['a row in Windows-1252 among others', Buffer.from('text\ncaf\xe9\nplain', 'latin1'), ['café', 'plain']],
])('reads %s', (_, csv, expected) => {
  expect(texts(csv)).toEqual(expected);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
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

/** Each row’s date and where it was found, and what is said of it. */
function dates(...given: string[]): (string | null)[] {
  const csv = ['Published,text', ...given.map((date) => `${date},Rents rose.`)].join('\n');
  return [...csvRows(bytesOf(csv))].map((row) => {
    const { metadata } = row.parse();
    return metadata.date && `${metadata.date.is} (${metadata.date.found})`;
  });
}

test('a day over twelve is a day; what could be either is unknown', () => {
  expect(dates('13/05/2024')).toEqual(['2024-05-13 (column “Published”)']);
  expect(dates('05/06/2024')).toEqual([null]);
});

test('rows that tell the order of day and month settle the others, wherever they stand', () => {
  expect(dates('05/06/2024', '13/05/2024', '7 May 2024')).toEqual([
    '2024-06-05 (column “Published”, day first as in other rows)',
    '2024-05-13 (column “Published”)',
    '2024-05-07 (column “Published”)',
  ]);
  expect(dates('05/06/2024', '05/13/2024')).toEqual([
    '2024-05-06 (column “Published”, month first as in other rows)',
    '2024-05-13 (column “Published”)',
  ]);
  expect(dates('05/06/2024', '13/05/2024', '05/13/2024')[0]).toBeNull();
});

test('a table is read in the encoding that was chosen, unless a mark decides', () => {
  const russian = iconv.encode('text,title\nРежим,"А, Б"', 'windows-1251');
  const [row] = csvRows(russian, 'windows-1251');
  const parsed = row?.parse();
  expect([parsed?.text, parsed?.metadata.title?.is, parsed?.warnings]).toEqual([
    'Режим',
    'А, Б',
    ['Read as windows-1251, as chosen.'],
  ]);
  const [marked] = csvRows(Buffer.from('\ufefftext\nÉtude', 'utf16le'), 'windows-1251');
  expect(marked?.parse().text).toBe('Étude');
});

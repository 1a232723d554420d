import { expect, test } from '@jest/globals';
import { textWarnings } from '../../../src/corpus/import/warnings.js';

const long = 'The council said on Monday that rents in the old town would rise. '.repeat(6);

test.each([
  ['nothing odd', 'Rents rose.', []],
  [
    'look-alike letters',
    'A r\u0430ised rent, r\u0430ised again.',
    ['Mixed scripts in one word, 2 times: “r\u0430ised”. Such words are not matched by the lexicon.'],
  ],
  ['two alphabets in words of their own', 'The paper Правда said so.', []],
  [
    'turned text',
    'a \u202eb\u202c',
    ['Bidirectional control characters, 2 times: the order seen may not be the order written.'],
  ],
  ['joiners inside words', 'r\u200bent and r\u2060ent', ['Hidden characters inside words, 2 times.']],
  ['joiners that Persian needs', 'می\u200cخواهم', []],
  ['invisible tags', 'a\u{e0069}\u{e0067}', ['Hidden characters inside words, 2 times.']],
  ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}', []],
  ['a lost character', 'caf\ufffd', ['Characters that could not be read, once; each is shown as \ufffd.']],
  ['a text decoded twice', 'itâ€™s', ['Characters that look wrongly decoded, such as “â€™” for ’, once.']],
])('of %s', (_, text, warnings) => {
  expect(textWarnings(`${long}${text}`)).toEqual(warnings);
});

test('of a headline alone', () => {
  expect(textWarnings('Rents rise')).toEqual(['Very short text: 2 words.']);
});

test.each([['\u0430a'], ['\u202e'], ['a\u200b'], ['\ufffd'], ['Ã'], [' ']])(
  'takes time in line with a long run of %j',
  (unit) => {
    const began = performance.now();
    textWarnings(unit.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  },
);

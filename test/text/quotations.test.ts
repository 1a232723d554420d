import { expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { read } from '../../src/text/read.js';

const { partLines } = loadLexicon();

/** Each text shows its quotations in braces; nested ones nest. */
test.each([
  ['curly', 'The {“smaller wars”} grow into {‘larger ones’} in time.'],
  ['straight', 'He called it {"a plain failure"} and {\'no more\'} today.'],
  ['of other languages', 'The note said {«Nous restons»} and the wall {„Wir bleiben“} for years.'],
  ['nested', 'He said: {"They called it {‘peace’} and left."} Then he went.'],
  ['in brackets', 'The plan ({“a gamble”}) and the map [{"a draft"}] went.'],
  ['of one letter', 'The words {“a”} and {"b"} and {‘c’} are short.'],
  ['beside apostrophes', "Don't say the minister's dog's toys aren't {'broken'} here."],
  ['beside a plural possessive', 'The ministers’ plan was {‘their own idea’} in effect.'],
  ['beside the year of a decade', 'An {‘Armexit’} recalls the ’90s and France’s role.'],
  ['with the full stop inside', 'It was {“the end.”} Nobody wept.'],
  ['around an apostrophe', 'It was {‘Armenia’s own choice’} to stay.'],
  ['never closed', 'She said “we never left the place.'],
  ['never opened', 'She said we never left” the place.'],
  ['inches and feet', 'It was 6\'2" tall and 5" wide.'],
])('finds quotations: %s', (_, shown) => {
  const text = shown.replaceAll(/[{}]/g, '');
  expect(marked(text)).toBe(shown);
});

test('pairs no marks across paragraphs', () => {
  const text = 'He said “we go on without a word to anyone.\n\nNobody answered” for a long while there.';
  expect(read(text, partLines).quotations).toEqual([]);
});

function marked(text: string): string {
  const { quotations } = read(text, partLines);
  const marks = quotations.flatMap(({ start, end }) => [
    { at: start, mark: '{' },
    { at: end, mark: '}' },
  ]);
  marks.sort((a, b) => b.at - a.at);
  return marks.reduce((shown, { at, mark }) => shown.slice(0, at) + mark + shown.slice(at), text);
}

import { expect, test } from '@jest/globals';
import { headFacts } from '../../../src/corpus/import/head-facts.js';

const BODY = 'The council said on Monday that the rents in the old town would rise.';
const MORE = `${BODY}\n\nTenants spoke of a shame, and of more.\n\nNobody else had heard of it before.`;

function told(text: string): (string | null)[] {
  const { title, author, date } = headFacts(text);
  return [title, author, date].map((fact) => fact?.is ?? null);
}

test('a pasted article’s title, byline and date are told, each with the line it was found in', () => {
  expect(headFacts(`Rents rise in the old town\n\nBy Marta Quill\n\n12 March 2025\n\n${MORE}`)).toEqual({
    title: { is: 'Rents rise in the old town', found: 'first line' },
    author: { is: 'Marta Quill', found: 'the line “By Marta Quill”' },
    date: { is: '2025-03-12', found: 'the line “12 March 2025”' },
  });
});

test.each([
  ['lines without empty ones between', `Rents rise\nBy Marta Quill\n12 March 2025\n\n${MORE}`, 'Rents rise'],
  ['Windows line ends', `Rents rise\r\n\r\nBy Marta Quill\r\n12 March 2025\r\n\r\n${MORE}`, 'Rents rise'],
  [
    'lines behind the first paragraph',
    `Rents rise\n\n${BODY}\n\nBy Marta Quill\n12 March 2025\n\n${MORE}`,
    'Rents rise',
  ],
  [
    'a summary without a stop',
    `Rents rise\n\nTenants speak of a shame and of more\n\nBy Marta Quill\n12 March 2025\n\n${MORE}`,
    'Rents rise',
  ],
  ['no title', `By Marta Quill\n12 March 2025\n\n${MORE}`, null],
  ['a menu', `Skip to content\n\nHome\n\nRents rise\n\nBy Marta Quill\n12 March 2025\n\n${MORE}`, null],
])('from %s', (_, text, title) => {
  expect(told(text)).toEqual([title, 'Marta Quill', '2025-03-12']);
});

test.each([
  ['By Marta Quill', 'Marta Quill'],
  ['BY MARTA QUILL', 'MARTA QUILL'],
  ['By Marta de la Quill and Ben O’Ink', 'Marta de la Quill and Ben O’Ink'],
  ['By J. R. Quill, political correspondent', 'J. R. Quill'],
  ['By Marta Quill.', null],
  ['By Marta Quill the council was told', null],
  ['By Monday Night', null],
  ['By Land', null],
  ['Marta Quill', null],
])('“%s” names %s', (line, author) => {
  expect(told(`Rents rise\n\n${line}\n\n${MORE}`)[1]).toBe(author);
});

test.each([
  ['12 March 2025', '2025-03-12'],
  ['Published: 12 March 2025, 10:14', '2025-03-12'],
  ['Published on Wednesday, 12 March 2025 at 10.14am GMT', '2025-03-12'],
  ['March 12, 2025', '2025-03-12'],
  ['Sept. 12, 2025 | 10:14', '2025-09-12'],
  ['2025-03-12T10:14:00Z', '2025-03-12'],
  ['13/03/2025', '2025-03-13'],
  ['03/04/2025', null],
  ['Updated: 12 March 2025', null],
  ['On 12 March 2025', null],
  ['12 March 2025 was a day', null],
  ['31 February 2025', null],
])('“%s” is the day %s', (line, date) => {
  expect(told(`Rents rise\n\n${line}\n\n${MORE}`)[2]).toBe(date);
});

test.each([
  [
    'a line within a sentence',
    `The rents were set that year\nby Marta Quill\nand by others, as the council said on\n12 March 2025\nin a letter.\n\n${MORE}`,
  ],
  ['a line that goes on', `${BODY}\nBy Marta Quill\nand others it was said that rents rise.\n\n${MORE}`],
  ['lines behind the third paragraph', `${MORE}\n\nBy Marta Quill\n12 March 2025\n`],
  ['a sentence', `By Marta Quill’s own count, on 12 March 2025, the rents rose.\n\n${MORE}`],
])('nothing is told from %s', (_, text) => {
  expect(told(text)).toEqual([null, null, null]);
});

test.each([
  ['Rents rise.', null],
  ['Home', null],
  ['See https://news.example/rents', null],
  ['Rents rise: ', null],
  ['“Rents must rise”', '“Rents must rise”'],
  ['Will rents rise?', 'Will rents rise?'],
  ['word '.repeat(40), null],
])('the first line “%s” gives the title %s', (line, title) => {
  expect(told(`${line}\n\n${MORE}`)[0]).toBe(title);
});

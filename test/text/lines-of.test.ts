import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { read } from '../../src/text/read.js';
import { OWN_KINDS } from '../../src/text/reading.js';
import type { Span } from '../../src/text/span.js';

const { partLines } = loadLexicon();

const PAGE = [
  'Home',
  'Share',
  'The council voted on Monday to cap rents in the old town for three years.',
  'Editor’s note: the vote was wrongly dated. The mayor’s “deep‑ening” crisis cost ½ of the fund. It was mended.',
  'Read more: landlords attack the cap on rents.',
].join('\n\n');

const spanOf = (words: string): Span => ({
  start: PAGE.indexOf(words),
  end: PAGE.indexOf(words) + words.length,
});
const partsWith = (article: readonly Span[]): [string, string][] =>
  read(PAGE, partLines, article).parts.map(({ kind, start, end }) => [kind, PAGE.slice(start, end)]);
const sentencesWith = (article: readonly Span[]): string[] =>
  read(PAGE, partLines, article).sentences.map(({ start, end }) => PAGE.slice(start, end));

const COUNCIL = 'The council voted on Monday to cap rents in the old town for three years.';
const CRISIS = 'The mayor’s “deep‑ening” crisis cost ½ of the fund.';

test('a line that is told to be furniture is read where a reader said that it is the article’s', () => {
  expect(sentencesWith([])).toEqual([COUNCIL]);
  expect(sentencesWith([spanOf('Read more: landlords attack the cap on rents.')])).toEqual([
    COUNCIL,
    'Read more: landlords attack the cap on rents.',
  ]);
});

test('of a line that is taken back in part the rest stays what it was', () => {
  expect(partsWith([spanOf(CRISIS)])).toEqual([
    ['furniture', 'Home'],
    ['furniture', 'Share'],
    ['prose', COUNCIL],
    ['note', 'Editor’s note: the vote was wrongly dated.'],
    ['prose', CRISIS],
    ['note', 'It was mended.'],
    ['furniture', 'Read more: landlords attack the cap on rents.'],
  ]);
  expect(sentencesWith([spanOf(CRISIS)])).toEqual([COUNCIL, CRISIS]);
});

test('sentences that are taken back one by one are a paragraph again', () => {
  expect(partsWith([spanOf('It was mended.'), spanOf(CRISIS)])[4]).toEqual(['prose', `${CRISIS} It was mended.`]);
});

test('what is the article’s already stays as it was', () => {
  expect(partsWith([spanOf('on Monday to cap')])).toEqual(partsWith([]));
});

test('whatever is taken back, nothing of the text is lost and nothing else is read', () => {
  const line = fc.constantFrom(
    'Home',
    'Share',
    COUNCIL,
    'Read more: landlords attack.The cap fell.',
    'Editor’s note: it’s ½ wrong. The mayor\u00ad spoke‑up. She “left”.',
    'The union cheered it, and the court will hear the case in the autumn.',
  );
  const page = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
  const spans = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { maxLength: 5 });
  fc.assert(
    fc.property(page, spans, (text, drawn) => {
      const article = drawn
        .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
        .filter(({ start, end }) => start < end);
      const before = read(text, partLines).parts;
      const { parts, tokens } = read(text, partLines, article);
      const words = (each: typeof parts): string =>
        each.map(({ start, end }) => text.slice(start, end).replace(/\s/g, '')).join('');
      expect(words(parts)).toBe(words(before));
      const own = parts.filter(({ kind }) => OWN_KINDS.has(kind));
      const wanted = [...before.filter(({ kind }) => OWN_KINDS.has(kind)), ...article];
      const holds = (all: readonly Span[], at: number): boolean =>
        all.some(({ start, end }) => start <= at && at < end);
      // Letters alone: a span that begins within "½", which folds to several characters, has all of it or none.
      const wrong = Array.from(text.matchAll(/[a-z]/gi), ({ index }) => index).filter(
        (at) => holds(own, at) !== holds(wanted, at),
      );
      expect(wrong).toEqual([]);
      for (let i = 0; i < tokens.start.length; i += 1) {
        const [start, end] = [tokens.start[i] ?? 0, (tokens.start[i] ?? 0) + (tokens.length[i] ?? 0)];
        expect(own.some((part) => part.start <= start && end <= part.end)).toBe(true);
      }
    }),
    { numRuns: 300, seed: 5 },
  );
});

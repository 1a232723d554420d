import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon, loadNames } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import type { Analysis } from '../../src/devices/analysis.js';
import type { Span } from '../../src/text/span.js';

const lexicon = loadLexicon();
const names = loadNames(lexicon);

const article = 'The minister, who said “no”, accused the regime of lies. ';

// Ten seconds mean "it hangs": the slowest of them takes about one.
test.each([
  ['a megabyte without a space', 'a'.repeat(1_000_000)],
  ['a megabyte of pictures', '👍🏽'.repeat(250_000)],
  ['twenty thousand addresses', 'https://example.org/a/b?c=d&e=f#g '.repeat(20_000)],
  ['twenty thousand addresses without "://"', 'www.example.org/some/where/or/other '.repeat(20_000)],
  ['two hundred thousand quotation marks', '"'.repeat(200_000)],
  ['opening marks alone', '“a '.repeat(100_000)],
  ['opening and closing marks', '“a” '.repeat(100_000)],
  ['deep brackets', `${'('.repeat(100_000)}a${')'.repeat(100_000)}`],
  ['capitals and connectives', 'Republic of the '.repeat(30_000)],
  ['a sentence without an end', 'he said that '.repeat(30_000)],
  ['a phrase begun again and again', 'hung the the the '.repeat(30_000)],
  ['marks that combine', `e${'\u0301'.repeat(200_000)}`],
  ['a hundred thousand lines', 'a\n'.repeat(100_000)],
  ['spaces', `${' '.repeat(500_000)}end.`],
  ['hyphens', 'a-'.repeat(200_000)],
  ['commas', ','.repeat(200_000)],
  ['full stops', '.'.repeat(200_000)],
  ['half a megabyte of prose', article.repeat(9_000)],
])('comes to an end with %s', (_, text) => {
  const began = performance.now();
  const analysis = analyse(text, lexicon, names);
  expect({ faults: faults(text, analysis), hangs: performance.now() - began > 10_000 }).toEqual({
    faults: [],
    hangs: false,
  });
});

test('says how many stretches it left unread', () => {
  const { reading } = analyse(
    `See https://example.org/a and ${'x'.repeat(200)} and www.example.org for it.`,
    lexicon,
    names,
  );
  expect([reading.unread, reading.forms.join(' ')]).toEqual([3, 'see and and for it .']);
});

const fragment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...article.split(' '),
      'so-called',
      'Macron',
      'U.S.',
      'News.Az',
      '‘peace’',
      '“very',
      'closely”',
      'didn’t',
      'but',
      'not',
      '\n',
      '\n\n',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u00ad',
      '\u200b',
      '\u202f',
      '½',
      'ﬁ',
      '\u0301',
      '\r\n',
      '‑',
      '"',
      "'",
      '”',
      '(',
      '…',
      '👍🏽',
      '𝐖𝐚𝐫',
      '\u202e',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

test('keeps every span inside the text and in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fragment, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 }), (fragments) => {
      const text = fragments
        .map(([each, space]) => each + space)
        .join('')
        .toWellFormed();
      expect(faults(text, analyse(text, lexicon, names))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** What is wrong with an analysis's spans; every finding must be a visible slice of one sentence. */
function faults(text: string, { reading, findings, voices }: Analysis): string[] {
  const { tokens, sentences, parts, quotations } = reading;
  const wrong: string[] = [];
  const check = (what: string, spans: readonly Span[], parted: boolean): void => {
    spans.forEach(({ start, end }, i) => {
      const before = spans[i - 1];
      if (!(start >= 0 && start < end && end <= text.length))
        wrong.push(`${what} ${i}: ${start}-${end} is outside or empty`);
      if (before && start < (parted ? before.end : before.start))
        wrong.push(`${what} ${i}: ${start}-${end} is out of order`);
    });
  };
  check(
    'token',
    Array.from(tokens.start, (start, i) => ({ start, end: start + (tokens.length[i] ?? 0) })),
    true,
  );
  check('sentence', sentences, true);
  check(
    'part',
    parts.filter(({ start, end }) => end > start),
    true,
  );
  check('quotation', quotations, false);
  check('voice', voices, false);
  check('finding', findings, false);
  for (const { start, end, first, last } of findings) {
    if (text.slice(start, end).trim() === '') wrong.push(`finding ${start}-${end} is blank`);
    if (last <= first) wrong.push(`finding ${start}-${end} has no token`);
  }
  return wrong;
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { formsOfWords } from '../../src/text/form.js';
import type { PartOfSpeech } from '../../src/text/inflect.js';
import { compilePhrases } from '../../src/text/phrase-table.js';
import { longestFirst } from '../../src/text/longest.js';
import { openPhrases, type Match } from '../../src/text/match.js';
import { parsePhrase, type Slot } from '../../src/text/phrase.js';
import { read } from '../../src/text/read.js';
import { spanOf, type Sentence } from '../../src/text/reading.js';

const { inflect, partLines } = loadLexicon();

/** What one term finds in a text, as it stands there. */
function found(term: string, pos: PartOfSpeech | 'all', text: string): string[] {
  const slots = parsePhrase(term, pos === 'all' ? pos : [pos], inflect);
  const scan = openPhrases(compilePhrases([{ slots, payload: 0 }]));
  const reading = read(text, partLines);
  return scan(reading).map(({ first, last }) => {
    const { start, end } = spanOf(reading.tokens, first, last);
    return text.slice(start, end);
  });
}

describe('finds', () => {
  test.each<[string, PartOfSpeech | 'all', string, string[]]>([
    [
      'cozy up to',
      'verb',
      'Moscow, which has cozied up to Baku, is cosying up to Paris.',
      ['cozied up to', 'cosying up to'],
    ],
    ['domino effect', 'noun', 'The Domino Effects of the domino effect.', ['Domino Effects', 'domino effect']],
    ['war of words', 'noun', 'Two wars of words ended.', ['wars of words']],
    ['turn <its> back on', 'verb', 'It turned its back on us.', ['turned its back on']],
    ['turn <its> back on', 'verb', 'They turn back on Monday.', ['turn back on']],
    ['turn <its> back on', 'verb', 'He turned the minister’s back on us.', ['turned the minister’s back on']],
    ['hang ... out to dry', 'verb', 'The Kremlin hung its old “ally” out to dry.', ['hung its old “ally” out to dry']],
    ['hang ... out to dry', 'verb', 'They hung, as one does, out to dry.', []],
    ['hang ... out to dry', 'verb', 'They hung one two three four five six seven out to dry.', []],
    ['double-dealing', 'noun', 'Its double‑dealing is double dealing.', ['double‑dealing', 'double dealing']],
    ['double dealing', 'noun', 'Its double‑dealing is double dealing.', ['double‑dealing', 'double dealing']],
    ['so-called', 'fixed', 'The so-called and the so called state.', ['so-called', 'so called']],
    ['peace treaty', 'all', 'Peace treaties and treaty peace.', ['Peace treaties']],
    ['according to', 'fixed', 'Accorded to him, according to her.', ['according to']],
    ['recognise', 'verb', 'They recognized it and recognised it.', ['recognized', 'recognised']],
    ['not fair', 'fixed', 'It is not fair. It isn’t fair.', ['not fair']],
    ['hardly surprising', 'fixed', 'It was hardly. Surprising it was not.', []],
  ])('%s (%s) in "%s"', (term, pos, text, expected) => {
    expect(found(term, pos, text)).toEqual(expected);
  });
});

test('leaves of overlapping matches the longest, then the first', () => {
  const spans = [
    { first: 0, last: 1 },
    { first: 0, last: 2 },
    { first: 1, last: 4 },
    { first: 3, last: 5 },
    { first: 5, last: 6 },
  ];
  expect(longestFirst(spans)).toEqual([
    { first: 0, last: 1 },
    { first: 1, last: 4 },
    { first: 5, last: 6 },
  ]);
});

// Few words make many collisions.
const word = fc.constantFrom('x', 'y', 'z', 'the', '-');
const slot: fc.Arbitrary<Slot> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 2 })
      .map((forms) => ({ kind: 'word' as const, forms })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'gap' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'determiner' as const }) },
);
const head = fc
  .uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 2 })
  .map((forms): Slot => ({ kind: 'word', forms }));
const tail = fc.array(slot, { maxLength: 3 });
// A gap or a determiner stands between words, as in every term of the lexicon.
const phrase = fc
  .tuple(head, tail, head)
  .map(([first, middle, last]) =>
    middle.length === 0
      ? [first]
      : [
          first,
          ...middle.filter((each, at) => each.kind === 'word' || middle[at - 1]?.kind === 'word' || at === 0),
          last,
        ],
  );

test('finds just what a plain reading of the phrases finds', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 5 }),
      fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 3 }),
      (phrases, lines) => {
        const forms = lines.flat();
        const sentences = sentencesOf(lines);
        const scan = openPhrases(compilePhrases(phrases.map((slots, payload) => ({ slots, payload }))));
        const expected = phrases.flatMap((slots, payload) =>
          sentences.flatMap(({ first: from, last: to }) =>
            Array.from({ length: to - from }, (_, i) => from + i).flatMap((first) =>
              ends(slots, forms, first, to).map((last): Match => ({ payload, first, last })),
            ),
          ),
        );
        expect(keys(scan({ ...formsOfWords(forms.length, (i) => forms[i] ?? ''), sentences }))).toEqual(keys(expected));
      },
    ),
    { numRuns: 500 },
  );
});

const keys = (matches: readonly Match[]): string[] =>
  [...new Set(matches.map(({ payload, first, last }) => `${payload}: ${first}-${last}`))].sort();

function sentencesOf(lines: readonly (readonly string[])[]): Sentence[] {
  let at = 0;
  return lines.map((line) => {
    const first = at;
    at += line.length;
    return { first, last: at, start: 0, end: 0, part: 0, kind: 'prose' };
  });
}

/** Where the phrase may end when it starts at `at`: tried slot by slot, in every way. */
function ends(
  [slot, ...rest]: readonly Slot[],
  forms: readonly string[],
  at: number,
  to: number,
  begun = false,
): number[] {
  if (!slot) return [at];
  // A hyphen inside a phrase is passed over.
  const from = begun && forms[at] === '-' && at < to ? at + 1 : at;
  if (slot.kind === 'word')
    return from < to && slot.forms.includes(forms[from] ?? '') ? ends(rest, forms, from + 1, to, true) : [];
  const skips = slot.kind === 'gap' ? [1, 2, 3, 4, 5, 6] : forms[from] === 'the' ? [0, 1] : [0];
  return skips.filter((skip) => from + skip <= to).flatMap((skip) => ends(rest, forms, from + skip, to, false));
}

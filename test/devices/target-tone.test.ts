import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { targetTone, type TargetTone } from '../../src/devices/target-tone.js';

const lexicon = loadLexicon();

/** The tone towards the first place where a text says `target`. */
function towards(target: string, text: string): TargetTone {
  const start = text.indexOf(target);
  return targetTone(analyse(text, lexicon, NO_NAMES), { start, end: start + target.length }, lexicon);
}

const shown = ({ because }: TargetTone): string[] =>
  because.map(({ text, valence, why }) => `${text} ${valence} ${why}`);

describe('hears', () => {
  test.each<[string, string, string, TargetTone['label']]>([
    ['what is said of the target', 'Kray', 'Kray is corrupt and dishonest.', 'negative'],
    ['what is denied of it', 'Kray', 'Kray was never honest or brilliant.', 'negative'],
    ['what it does', 'Finch', 'Finch ruined the harbour.', 'negative'],
    ['what is done to it', 'Kray', 'The council praised Kray on Monday.', 'positive'],
    ['what it undergoes in the passive', 'Kray', 'Kray was condemned by the court of auditors.', 'negative'],
    ['an apposition', 'Finch', 'Finch, the disgraced former mayor, left the hall.', 'negative'],
    ['a title before the name', 'Finch', 'The heroic nurse Finch went home.', 'positive'],
    ['what is its own', 'Kray', 'Kray’s disastrous budget went to the vote.', 'negative'],
    ['a pronoun for it', 'Kray', 'Kray opened the bridge, and she is loved there.', 'positive'],
    ['a noun directed at it', 'Kray', 'There was fury and contempt for Kray.', 'negative'],
    ['nothing where nothing is said', 'Kray', 'Kray met the engineers at the station.', 'neutral'],
    ['no fault in who only tells of one', 'Finch', 'Finch said that the terrible flood had come at night.', 'neutral'],
  ])('%s', (_, target, text, label) => {
    expect(towards(target, text).label).toBe(label);
  });

  test('of two targets in one sentence each its own', () => {
    const text = 'The reckless mayor Finch ruined the harbour, but voters adore Ms Kray.';
    expect([towards('Finch', text).label, towards('Ms Kray', text).label]).toEqual(['negative', 'positive']);
  });
});

test('says of each word how it bears on the target', () => {
  expect(shown(towards('Finch', 'The heroic nurse Finch won a brilliant victory.'))).toEqual([
    'heroic 5.4 describes it',
    'won 4 tells what it does',
    'brilliant 4 belongs to what it does',
    'victory 3 belongs to what it does',
  ]);
  expect(shown(towards('Kray', 'Finch praised Kray.'))).toEqual(['praised 4 tells what is done to it']);
});

test('leaves the target’s own name out of it', () => {
  expect(towards('Joy Brilliant', 'On Monday Joy Brilliant met the engineers.').because).toEqual([]);
});

test('hears the target’s sentence and no other', () => {
  const text = 'The flood was a terrible disaster. Kray met the engineers. The dam was a wonderful success.';
  expect(towards('Kray', text)).toEqual({ tone: 0, label: 'neutral', because: [] });
});

test('gives nothing for a span that holds no word', () => {
  const analysis = analyse('Kray   won.', lexicon, NO_NAMES);
  expect(targetTone(analysis, { start: 4, end: 6 }, lexicon)).toEqual({ tone: 0, label: 'neutral', because: [] });
  expect(targetTone(analyse('', lexicon, NO_NAMES), { start: 0, end: 0 }, lexicon).because).toEqual([]);
});

const WORDS = [
  'Kray',
  'Finch',
  'the',
  'mayor',
  ',',
  'who',
  'was',
  'not',
  'praised',
  'attacked',
  'corrupt',
  '’s',
  'budget',
  'and',
  'said',
  '“',
  '”',
  'by',
  'a',
  'hero',
  'but',
  'too',
  'late',
  '.',
];

test('any span of any sentence gets a tone within −1 … +1, from words outside it, as they stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      (words, a, b) => {
        const text = words.join(' ');
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const { tone, because } = targetTone(analyse(text, lexicon, NO_NAMES), { start, end }, lexicon);
        expect(Math.abs(tone)).toBeLessThanOrEqual(1);
        for (const word of because) {
          expect(word.text).toBe(text.slice(word.start, word.end));
          expect(word.start >= end || word.end <= start || word.start < start).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('swapping two names swaps their tones', () => {
  const text = 'Finch attacked Kray, who is a brilliant and honest engineer.';
  const swapped = 'Kray attacked Finch, who is a brilliant and honest engineer.';
  const tones = (of: string): number[] => ['Finch', 'Kray'].map((target) => towards(target, of).tone);
  expect(tones(swapped)).toEqual(tones(text).reverse());
});

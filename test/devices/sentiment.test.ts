import { describe, expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { toneOf } from '../../src/devices/sentiment.js';

const lexicon = loadLexicon();

/** The tone words of a text, each with its valence there. */
function tones(text: string): Record<string, number | undefined> {
  const { findings } = analyse(text, lexicon, NO_NAMES);
  return Object.fromEntries(
    findings
      .filter(({ device }) => device === 'sentiment')
      .map(({ start, end, valence }) => [text.slice(start, end), valence]),
  );
}

// "good" is +3 and "bad" −3 in AFINN-165; a negation leaves 0.74 of a word on the other side.
describe('reads', () => {
  test.each<[string, string, Record<string, number>]>([
    ['a plain word', 'The plan was good.', { good: 3 }],
    ['a negation', 'The plan was not good.', { good: -2.22 }],
    ['a short negation', 'The plan wasn’t good.', { good: -2.22 }],
    ['a negated subject', 'Nobody was happy.', { happy: -2.22 }],
    ['a negation over an article and a degree', 'It was not a very good plan.', { good: -2.89 }],
    ['a negation that ends with its clause', 'It was never, in all, a good thing.', { good: 3 }],
    ['a negation too far away', 'It was not as all the old ministers had once said good.', { good: 3 }],
    ['a negation that ends with its sentence', 'They did not. Good came of it.', { Good: 3 }],
    ['"not only"', 'It was not only good.', { good: 3 }],
    ['"no doubt"', 'It was no doubt good.', { good: 3 }],
    ['a strengthening word', 'It was very good.', { good: 3.9 }],
    ['a weakening word', 'It was slightly bad.', { bad: -1.8 }],
    ['a degree over another word', 'It was very plainly good.', { good: 3.45 }],
    ['what "but" turns', 'It was good, but it was bad.', { good: 1.5, bad: -4.5 }],
    ['what is not so yet', 'It would be bad.', { bad: -2.1 }],
    ['no more than the scale holds', 'It was late, but it was absolutely disastrous.', { disastrous: -5 }],
  ])('%s', (_, text, expected) => {
    const found = tones(text);
    expect(Object.fromEntries(Object.keys(expected).map((word) => [word, found[word]]))).toEqual(expected);
  });
});

test('says in a note what changed a word', () => {
  const { findings } = analyse('It was not a very good plan.', lexicon, NO_NAMES);
  expect(findings.map(({ note }) => note)).toEqual([
    'Here strengthened by the word before it and turned by a negation: −2.89.',
  ]);
});

test('hears nothing in words that only name facts', () => {
  const text =
    'The war united them. No share was left. Share this page. The United Nations want peace talks and justice matters to the Supreme Court.';
  expect(Object.keys(tones(text)).filter((word) => word !== 'peace')).toEqual([]);
});

test('hears nothing in the words of a name', () => {
  expect(tones('The Good Friday Agreement of the Happy Valley Party held for years after that.')).toEqual({});
});

test('keeps a sentence within −1 … +1, and without tone words at 0', () => {
  expect([toneOf([]), toneOf([3]), toneOf([-3]), toneOf([3, -3]), toneOf(new Array<number>(50).fill(-5))]).toEqual([
    0, 0.612, -0.612, 0, -1,
  ]);
});

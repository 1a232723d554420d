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

// "good" is +3 and "bad" −3 in AFINN-165; a negation leaves 0.3 of a word on the other side, and has −0.8 of its own.
describe('reads', () => {
  test.each<[string, string, Record<string, number>]>([
    ['a plain word', 'The plan was good.', { good: 3 }],
    ['a negation', 'The plan was not good.', { not: -0.8, good: -0.9 }],
    ['a short negation', 'The plan wasn’t good.', { 'n’t': -0.8, good: -0.9 }],
    ['a negated subject', 'Nobody was happy.', { Nobody: -0.8, happy: -0.9 }],
    ['a negation over an article and a degree', 'It was not a very good plan.', { not: -0.8, good: -1.17 }],
    ['a negation that ends with its clause', 'It was never, in all, a good thing.', { good: 3 }],
    ['a negation too far away', 'It was not as all the old ministers had once said good.', { good: 3 }],
    ['a negation that ends where another actor begins', 'It was not as bad as Kray is good.', { bad: 0.9, good: 3 }],
    ['a negation that ends before a relative clause', 'He did not meet those who are good.', { good: 3 }],
    ['"too much of it"', 'It was too late.', { too: -0.8 }],
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
    undefined,
    'Here strengthened by the word before it and turned by a negation: −1.17.',
  ]);
});

test('hears nothing in words that only name facts', () => {
  const text =
    'The war united them. A share was left. Share this page. The United Nations want peace talks and justice matters to the Supreme Court.';
  expect(Object.keys(tones(text)).filter((word) => word !== 'peace')).toEqual([]);
});

test('hears nothing in the words of a name', () => {
  expect(tones('The Good Friday Agreement of the Happy Valley Party held for years after that.')).toEqual({});
});

describe('hears nothing in another sense:', () => {
  test.each([
    ['issue', 'The issue goes to the printer on Friday.'],
    ['kind', 'What kind of bridge is it?'],
    ['like', 'It runs like a river, like the others.'],
    ['sound', 'The sound of the bell came at noon.'],
    ['fine', 'He paid a fine of 40 pounds.'],
    ['party', 'The party met in the hall.'],
    ['power', 'Power came back at nine.'],
    ['United States', 'She flew to the United States.'],
    ['World War', 'It was built after the Second World War, or another world war.'],
    ['interest rate', 'The bank left its interest rate where it was.'],
    ['state media', 'State media showed the hall.'],
    ['a security council', 'The security council met at ten.'],
    ['a surname', 'In May Gross and Hope met at the hall.'],
    ['a minister’s title', 'The health minister and the justice minister met.'],
    ['a numbered thing', 'They live at No. 4 in that street.'],
    ['"not only"', 'It is not only red.'],
    ['"he too"', 'He came too.'],
  ])('%s', (_, text) => {
    expect(tones(text)).toEqual({});
  });
});

test('lets a loaded term bring half its strength to the tone, on its side, turned by a negation', () => {
  const valences = (text: string): (number | undefined)[] =>
    analyse(text, lexicon, NO_NAMES)
      .findings.filter(({ device }) => device === 'loaded-terms')
      .map(({ entry, valence }) => (valence ?? 0) / entry.strength);
  expect(valences('It was a witch hunt.')).toEqual([-0.5]);
  expect(valences('It was no witch hunt.')).toEqual([0.15]);
});

test('hears the words of our own list in all their forms', () => {
  const words = ['vilifies', 'vilified', 'squalor', 'flimsier', 'gallantly'];
  expect(Object.keys(tones(words.map((word) => `They ${word} it.`).join(' '))).length).toBeGreaterThanOrEqual(3);
});

test('keeps a sentence within −1 … +1, and without tone words at 0', () => {
  expect([toneOf([]), toneOf([3]), toneOf([-3]), toneOf([3, -3]), toneOf(new Array<number>(50).fill(-5))]).toEqual([
    0, 0.612, -0.612, 0, -1,
  ]);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { featureReader, type Told } from '../../src/compare/statements/features.js';
import { baseForms } from '../../src/compare/statements/base-form.js';
import { datesIn, numberOf } from '../../src/compare/statements/number.js';
import { meet } from '../../src/compare/statements/similarity.js';
import { loadLexicon, loadWordLists } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon(true);
const lists = loadWordLists();
const read = featureReader(NO_NAMES, lists);
const { baseOf, rootOf } = baseForms(lists.rarity);

const words = fc.array(
  fc.constantFrom(
    ...'rent landlord tenant raise rise court evict seven 2031 flat council vote mayor plan bill'.split(' '),
  ),
  { minLength: 1, maxLength: 12 },
);

test('similarity is symmetric, between 0 and 1, and 1 for the same words', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.array(words, { minLength: 1, maxLength: 4 }),
      (a, b) => {
        const [left, right] = [tell(a, 0), tell(b, 1)];
        for (const x of left)
          for (const y of right) {
            const { similarity } = meet(x, y);
            expect(similarity).toBe(meet(y, x).similarity);
            expect(similarity).toBeGreaterThanOrEqual(0);
            expect(similarity).toBeLessThanOrEqual(1);
          }
        for (const x of left) expect(meet(x, x).similarity).toBe(1);
      },
    ),
    { numRuns: 50 },
  );
});

test('the same sentence is the same beside whatever else its document says', () => {
  const [one] = tell([['tenant', 'sue', 'landlord']], 0);
  const [other] = tell(
    [
      ['tenant', 'sue', 'landlord'],
      ['tenant', 'pay'],
      ['tenant', 'leave'],
    ],
    1,
  );
  expect(one && other && meet(one, other).similarity).toBe(1);
});

test('a word that a document repeats tells its sentences apart less', () => {
  const [seldom] = tell([['tenant', 'sue', 'mayor']], 0);
  const [often] = tell(
    [
      ['tenant', 'sue', 'mayor'],
      ['tenant', 'pay'],
      ['tenant', 'leave'],
    ],
    0,
  );
  const [other] = tell([['tenant', 'praise', 'council']], 1);
  const similarity = (told: Told | undefined): number => (told && other ? meet(told, other).similarity : 0);
  expect(similarity(often)).toBeLessThan(similarity(seldom));
});

test.each([
  ['adopted', 'VERB', 'adopt'],
  ['stopped', 'VERB', 'stop'],
  ['carried', 'VERB', 'carry'],
  ['voting', 'VERB', 'vote'],
  ['villages', 'NOUN', 'village'],
  ['cities', 'NOUN', 'city'],
  ['churches', 'NOUN', 'church'],
  ['crisis', 'NOUN', 'crisis'],
  ['news', 'NOUN', 'news'],
  ['meeting', 'NOUN', 'meeting'],
  ['zorgles', 'NOUN', 'zorgle'],
] as const)('%s as a %s has the base form %s', (form, tag, base) => {
  expect(baseOf(form, tag)).toBe(base);
});

test('words share a root with what they are made from, and with no other', () => {
  const made = ['recognition', 'negotiation', 'settlement', 'supporter'];
  expect(made.map(rootOf)).toEqual(['recognize', 'negotiate', 'settle', 'support']);
  const simple = ['corner', 'nation', 'minister', 'general', 'police', 'number', 'thing'];
  expect(simple.map(rootOf)).toEqual(simple);
});

test('numbers are read as values', () => {
  const values = ['1,200', '1200', 'seven', '7th', '2031', 'many'].map((form) => numberOf(form, 'NUM')?.value);
  expect(values).toEqual(['1200', '1200', '7', '7', '2031', undefined]);
  expect([numberOf('may', 'PROPN')?.value, numberOf('may', 'AUX')?.value]).toEqual(['month 5', undefined]);
});

test('dates are read as far as they are stated', () => {
  const dates = ['on 8 may 2031', 'on may 8 , 2031', 'in may 2031', 'in may', 'it may be 2031 , or not'];
  expect(dates.map((text) => datesIn(text.split(' ')))).toEqual([['2031-05-08'], ['2031-05-08'], ['2031-05'], [], []]);
});

function tell(sentences: readonly (readonly string[])[], place: number): Told[] {
  const text = sentences.map((each) => `The ${each.join(' ')}.`).join('\n\n');
  const analysis = analyse(text, lexicon, NO_NAMES);
  const indices = [...analysis.reading.sentences.keys()];
  return read({ id: String(place), date: null, analysis, indices }, place).flatMap((each) => each ?? []);
}

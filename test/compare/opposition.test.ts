import { describe, expect, test } from '@jest/globals';
import { differenceOf, type SentenceOf } from '../../src/compare/difference.js';
import { alignStatements } from '../../src/compare/statements.js';
import { featureReader } from '../../src/compare/statements/features.js';
import { meet } from '../../src/compare/statements/similarity.js';
import { loadLexicon, loadWordLists } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon(true);
const lists = loadWordLists();
const sentence = (text: string): SentenceOf => ({ analysis: analyse(text, lexicon, NO_NAMES), index: 0 });

const DENIES = 'one denies what the other states';
const TURNED = 'who does it to whom is turned round';
const OPPOSED: readonly (readonly [string, string, string])[] = [
  ['The council did not condemn the strike.', 'The council condemned the strike.', DENIES],
  ['The mayor refused to condemn the strike.', 'The mayor condemned the strike.', DENIES],
  ['The governor never accused the dockers of theft.', 'The governor accused the dockers of theft.', DENIES],
  ['The landlord denied raising the rents in Orlo.', 'The landlord was raising the rents in Orlo.', DENIES],
  [
    'More than 200 complaints reached the harbour office.',
    'Fewer than 200 complaints reached the harbour office.',
    'the number’s bound differs: more than / fewer than',
  ],
  [
    'At least 40 homes in the valley were flooded.',
    '40 homes in the valley were flooded.',
    'the number’s bound differs: at least / none given',
  ],
  ['Lee said Poe lied.', 'Poe said Lee lied.', TURNED],
  ['Orania sued Sylvania over the dam.', 'Sylvania sued Orania over the dam.', TURNED],
  ['The union accused the landlord of fraud.', 'The landlord accused the union of fraud.', TURNED],
];

describe('sentences of the same words that say the opposite', () => {
  test.each(OPPOSED)('%s | %s are not the same', (from, to) => {
    const similarity = similarityOf(from, to);
    expect(similarity).toBeLessThan(0.95);
    expect(similarityOf(to, from)).toBe(similarity);
  });

  test.each(OPPOSED)('%s | %s say so where they differ', (from, to, note) => {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const slots = differenceOf(sentence(a), sentence(b))?.slots ?? [];
      const noted = slots.filter((slot) => slot.note?.split('; ').includes(a === from ? note : turnedBack(note)));
      expect([slots.length > 0, noted.length, noted.every(({ kind }) => kind !== 'same')]).toEqual([true, 1, true]);
    }
  });

  test('may stand in one row', () => {
    const texts = ['The council did not condemn the dockers’ strike.', 'The council condemned the dockers’ strike.'];
    const { statements } = alignStatements(
      texts.map((text, at) => ({
        id: String(at),
        date: null,
        analysis: analyse(text, lexicon, NO_NAMES),
        indices: [0],
      })),
      NO_NAMES,
      lists,
      null,
    );
    expect(statements.map(({ sentences, similarity }) => [sentences.length, similarity < 1])).toEqual([[2, true]]);
  });
});

describe('sentences that say the same are not told as opposed', () => {
  test.each([
    ['The council did not condemn the strike.', 'The council never condemned the strike.'],
    ['The council not only condemned the strike.', 'The council condemned the strike.'],
    ['The council did not refuse to condemn the strike.', 'The council condemned the strike.'],
    ['Orania sued Sylvania over the dam.', 'Sylvania was sued by Orania over the dam.'],
    ['More than 200 complaints reached the office.', 'Over 200 complaints reached the office.'],
  ])('%s | %s', (from, to) => {
    const notes = differenceOf(sentence(from), sentence(to))?.slots.map(({ note }) => note ?? '') ?? [];
    expect(notes.filter((note) => note.includes(DENIES) || note.includes(TURNED) || note.includes('bound'))).toEqual(
      [],
    );
  });
});

test('a negation that both have is not lost in the changes round it', () => {
  const slots =
    differenceOf(sentence('The clerks did not pay the rent.'), sentence('The pilots did not pay the rent.'))?.slots ??
    [];
  expect(slots.map(({ kind, from, to }) => `${kind}: ${from.trim()} | ${to.trim()}`)).toEqual([
    'same: The | The',
    'changed: clerks | pilots',
    'same: did not pay the rent. | did not pay the rent.',
  ]);
});

test('words alone make no two sentences the same', () => {
  expect(similarityOf('A mayor said the rents rose.', 'The mayor said that the rents rose.')).toBe(0.99);
  expect(similarityOf('The mayor said that the rents rose.', 'The mayor said that the rents rose.')).toBe(1);
});

function similarityOf(from: string, to: string): number {
  const read = featureReader(NO_NAMES, lists);
  const [a, b] = [from, to].map((text, place) => {
    const analysis = analyse(text, lexicon, NO_NAMES);
    return read({ id: String(place), date: null, analysis, indices: [0] }, place)[0];
  });
  return a && b ? meet(a, b).similarity : NaN;
}

function turnedBack(note: string): string {
  const [head = '', bounds] = note.split(': ');
  return bounds === undefined ? note : `${head}: ${bounds.split(' / ').reverse().join(' / ')}`;
}

import { describe, expect, test } from '@jest/globals';
import { claimsIn, speakersIn } from '../../src/compare/speakers.js';
import { mergeNames } from '../../src/compare/speakers/merge-names.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const all = (text: string): [ReturnType<typeof analyse>, number[]] => {
  const analysis = analyse(text, lexicon, NO_NAMES);
  return [analysis, analysis.reading.sentences.map((_, index) => index)];
};

describe('one speaker', () => {
  test.each<[string, string[], string[]]>([
    [
      'is a name with and without title and first name',
      ['Lind', 'Mayor Anna Lind', 'Anna Lind'],
      ['Mayor Anna Lind', 'Mayor Anna Lind', 'Mayor Anna Lind'],
    ],
    [
      'is a title and a first name with the same last name',
      ['President Soto', 'Maria Soto'],
      ['President Soto', 'President Soto'],
    ],
    ['is not two people of one last name', ['Lind', 'Anna Lind', 'Per Lind'], ['Lind', 'Anna Lind', 'Per Lind']],
    ['is not two named together', ['Soto', 'Lind and Soto'], ['Soto', 'Lind and Soto']],
    ['is not a mayor and his town', ['Lyon', 'mayor of Lyon'], ['Lyon', 'mayor of Lyon']],
    [
      'is not two who are only described',
      ['a farmer', 'the farmer’s son', '“he”'],
      ['a farmer', 'the farmer’s son', '“he”'],
    ],
    [
      'keeps a name with a particle whole',
      ['Ursula von der Berg', 'von der Berg'],
      ['Ursula von der Berg', 'Ursula von der Berg'],
    ],
    ['is whom two labels name', ['Peruvian leader', 'Maria Soto', 'Soto'], ['Maria Soto', 'Maria Soto', 'Maria Soto']],
    ['is not one who held the office before', ['former Peruvian leader', 'Soto'], ['former Peruvian leader', 'Soto']],
  ])('%s', (_, given, expected) => {
    const referents = new Map([
      ['peruvian leader', 'soto'],
      ['soto', 'soto'],
    ]);
    const merged = mergeNames(given, given.some((name) => name.includes('Peruvian')) ? referents : new Map());
    expect(given.map((name) => merged.get(name))).toEqual(expected);
  });
});

test('puts the cues of one speaker in one row, in order of first mention', () => {
  const rows = speakersIn(
    ...all('Mayor Anna Lind said the dam was safe. A farmer denied it. Lind insisted that it would hold.'),
  );
  expect(rows.map(({ speaker, cues }) => [speaker, cues.map(({ cue, stance }) => `${cue}: ${stance}`)])).toEqual([
    ['Mayor Anna Lind', ['said: neutral', 'insisted: assertive']],
    ['farmer', ['denied: fault']],
  ]);
});

test.each([
  'Nobody accused the union.',
  'No minister said anything.',
  'The mayor did not condemn the strike.',
  'Was Norway blamed by Sweden?',
  'If the union accuses the port, talks end.',
])('gives no accusation to who makes none: %s', (text) => {
  expect(speakersIn(...all(text))).toEqual([]);
});

test('counts a sentence as given where more than half of it is someone’s words', () => {
  const text =
    'The dam broke at noon. The mayor said that nobody could have known of the crack. “Nobody told us a thing about it,” said a farmer. The whole valley is empty and quiet now, she said. The so-called “miracle” was over.';
  expect(claimsIn(...all(text))).toEqual({ own: 2, given: 3 });
});

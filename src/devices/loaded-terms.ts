import type { Device } from './device.js';
import type { Entry } from './lexicon/entry.js';
import { valenceHere } from './sentiment/valence.js';

export const loadedTerms: Device = {
  id: 'loaded-terms',
  letter: 'L',
  name: 'Loaded terms',
  about: 'Words that judge, alarm, ridicule, excuse or impute a motive where a plainer word would name the same fact.',
  limit:
    'It knows words, not facts: a harsh word may be deserved. Irony and metaphors made for the occasion escape it.',
  sources: ['recasens2013', 'semeval2020t11', 'martin-white2005'],
  find: ({ terms, reading, tone }) =>
    terms.map(({ entry, first, last }) => {
      const own = valenceOf(entry);
      return { entry, first, last, valence: own === 0 ? undefined : valenceHere(reading, tone, first, own).valence };
    }),
};

/**
 * What a loaded term adds to a sentence's tone for each step of its strength. A tone word rates 2 to 3; a term that is
 * one as well counts for both, which is right: it is the stronger for being loaded.
 */
const VALENCE_OF_STRENGTH = 0.5;
const SIDE = { against: -1, for: 1, neither: 0 } as const;

function valenceOf({ direction, strength }: Entry): number {
  return SIDE[direction] * strength * VALENCE_OF_STRENGTH;
}

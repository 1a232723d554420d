import type { Device } from './device.js';

export const loadedTerms: Device = {
  id: 'loaded-terms',
  letter: 'L',
  name: 'Loaded terms',
  about: 'Words that judge, alarm, ridicule, excuse or impute a motive where a plainer word would name the same fact.',
  limit:
    'It knows words, not facts: a harsh word may be deserved. Irony and metaphors made for the occasion escape it.',
  sources: ['recasens2013', 'semeval2020t11', 'martin-white2005'],
  find: ({ terms }) => terms.map(({ entry, first, last }) => ({ entry, first, last })),
};

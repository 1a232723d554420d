import type { Device } from './device.js';

/** Contested labels of the corpus's referents (`names.yaml`). */
export const naming: Device = {
  id: 'naming',
  letter: 'N',
  name: 'Names',
  about: 'Which of several contested labels a text uses for the same place, people, war or group.',
  limit: 'It knows the labels that the corpus lists, and takes one label for one referent wherever it stands.',
  sources: ['hamborg2019', 'bhatia2005'],
  find: ({ terms }) =>
    terms.filter(({ entry }) => entry.contested).map(({ entry, first, last }) => ({ entry, first, last })),
};

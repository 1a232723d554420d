import type { Device } from './device.js';

export const certainty: Device = {
  id: 'certainty',
  letter: 'C',
  name: 'Certainty',
  about: 'Words that soften a claim, boost it, or smuggle it in as already known.',
  limit: 'Bare modals ("may", "could", "would") are left alone unless their phrase shows that they hedge.',
  sources: ['hyland2005', 'hooper1975', 'karttunen1971', 'kiparsky1970'],
  find: ({ terms }) => terms.map(({ entry, first, last }) => ({ entry, first, last })),
};

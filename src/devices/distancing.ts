import type { Device, Mark } from './device.js';

/** "So-called", "alleged" and their like, and words between scare quotes. */
export const distancing: Device = {
  id: 'distancing',
  letter: 'D',
  name: 'Distancing',
  about: 'Words and quotation marks by which a text declines to vouch for a name or a claim.',
  limit: 'Up to four quoted words without a named speaker count as scare quotes; some of them may be plain quotations.',
  sources: ['recasens2013', 'pryzant2020'],
  find: ({ terms, voices, structural }) => {
    const marks: Mark[] = terms.map(({ entry, first, last }) => ({ entry, first, last }));
    const scareQuotes = structural('scare-quotes');
    if (!scareQuotes) return marks;
    const scare = voices.filter((voice) => voice.kind === 'scare');
    return [...marks, ...scare.map(({ first, last }) => ({ entry: scareQuotes, first, last }))];
  },
};

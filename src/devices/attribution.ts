import { textOf } from '../text/speech.js';
import type { Device } from './device.js';

/** Reporting words that really introduce someone's words: `findSpeech` has looked for their complement. */
export const attribution: Device = {
  id: 'attribution',
  letter: 'A',
  name: 'Attribution',
  about: 'Who is given words or thoughts, and what the reporting word does to them: vouch, doubt, presuppose a fault.',
  limit:
    'Speakers are found by a shallow parse. Where it does not tell who speaks, none is named; a long subject may be cut short.',
  sources: ['caldas-coulthard1994', 'hooper1975'],
  find: ({ terms, acts, reading }) => {
    const byCue = new Map(acts.map((act) => [act.cue.first, act]));
    return terms.flatMap(({ entry, first, last }) => {
      const act = byCue.get(first);
      if (!act) return [];
      const speaker = textOf(reading, act.speaker);
      return [{ entry, first, last, note: speaker === '' ? 'The text names no speaker.' : `Speaker: ${speaker}.` }];
    });
  },
};

import { namesIn } from '../text/capitals.js';
import { longestFirst } from '../text/longest.js';
import type { Reading } from '../text/reading.js';
import type { TermMatch } from './device.js';
import { guardedTerms } from './guards.js';
import { openPayload } from './lexicon/compile.js';
import type { DeviceId } from './lexicon/entry.js';
import type { Lexicon } from './lexicon/lexicon.js';
import type { Names } from './referent.js';

/** Every device's terms in a text. */
export interface Terms {
  readonly of: (device: DeviceId) => readonly TermMatch[];
  /** 1 where a token stands inside a capitalised name. */
  readonly inName: Uint8Array;
}

/** One scan of all lexicons, one of the corpus's names. */
export function findTerms(reading: Reading, lexicon: Lexicon, names: Names): Terms {
  const inName = namesIn(reading);
  const terms = guardedTerms(reading, inName, lexicon);
  terms.set('naming', labelsIn(reading, names));
  return { of: (device) => terms.get(device) ?? [], inName };
}

function labelsIn(reading: Reading, names: Names): TermMatch[] {
  const matches: TermMatch[] = [];
  for (const { payload, first, last } of names.scan(reading)) {
    const entry = names.entries[openPayload(payload).entry];
    if (entry) matches.push({ payload, first, last, entry });
  }
  return longestFirst(matches);
}

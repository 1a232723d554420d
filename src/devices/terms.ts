import { namesIn } from '../text/capitals.js';
import { longestFirst } from '../text/longest.js';
import { spanOf, type Reading } from '../text/reading.js';
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
    if (entry && (!isCapitalised(entry.label ?? '') || hasCapital(reading, first, last)))
      matches.push({ payload, first, last, entry });
  }
  return longestFirst(matches);
}

/** "Told us to leave" names no United States: a name printed with a capital has one somewhere in running text as well. */
function hasCapital({ text, tokens }: Reading, first: number, last: number): boolean {
  const { start, end } = spanOf(tokens, first, last);
  return /\p{Lu}/u.test(text.slice(start, end));
}

function isCapitalised(label: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(label);
}

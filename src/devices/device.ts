import type { Match } from '../text/match.js';
import type { Reading } from '../text/reading.js';
import type { SpeechAct } from '../text/speech.js';
import type { Voice } from '../text/voice.js';
import type { DeviceId, Entry } from './lexicon/entry.js';
import type { ToneRules } from './lexicon/tone-rules.js';

/** A mark before it is placed in the text: tokens `[first, last)` and the entry that asks for it. */
export interface Mark {
  readonly entry: Entry;
  readonly first: number;
  readonly last: number;
  /** What this very place adds to the entry's reason. */
  readonly note?: string | undefined;
  /** Sentiment only: the word's valence here, after negation and degree, −5 … +5. */
  readonly valence?: number | undefined;
}

export interface TermMatch extends Match {
  readonly entry: Entry;
}

/** All that a device may look at; made once a document, shared by all devices. */
export interface Evidence {
  readonly reading: Reading;
  /** 1 where a token stands inside a capitalised name. */
  readonly inName: Uint8Array;
  readonly acts: readonly SpeechAct[];
  readonly voices: readonly Voice[];
  /** This device's terms found in the text: guards applied, the longest of overlapping ones. */
  readonly terms: readonly TermMatch[];
  /** An entry of this device that no term leads to (scare quotes). */
  readonly structural: (id: string) => Entry | undefined;
  readonly tone: ToneRules;
}

/** A framing device: Reading → marks. Devices never see one another. */
export interface Device {
  readonly id: DeviceId;
  /** Code before a mark's number: "L1". */
  readonly letter: string;
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  /** What it cannot show. */
  readonly limit: string;
  readonly sources: readonly string[];
  readonly find: (evidence: Evidence) => Mark[];
}

import { spanOf, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import type { Voice, VoiceKind } from '../text/voice.js';
import { hear, type Heard, type Speech } from './hearing.js';
import { DEVICES } from './index.js';
import type { DeviceId, Entry } from './lexicon/entry.js';
import type { Lexicon } from './lexicon/lexicon.js';
import type { Names } from './referent.js';
import { findTerms, type Terms } from './terms.js';

/** One marked span of a document and the reason for it. */
export interface Finding extends Span {
  readonly device: DeviceId;
  readonly entry: Entry;
  readonly first: number;
  readonly last: number;
  readonly voice: VoiceKind;
  readonly speaker: string | undefined;
  readonly note: string | undefined;
  readonly valence: number | undefined;
}

/** A use of a label for a referent, contested or not. */
export interface LabelUse {
  readonly entry: Entry;
  readonly first: number;
  readonly last: number;
  readonly voice: VoiceKind;
}

/** Reading and findings of one text under one lexicon and one set of names. */
export interface Analysis {
  readonly reading: Reading;
  readonly voices: readonly Voice[];
  readonly findings: readonly Finding[];
  readonly labels: readonly LabelUse[];
  readonly speech: readonly Speech[];
}

/** All devices over a reading: its terms, its voices, then each device. Linear in the text. */
export function findDevices(reading: Reading, lexicon: Lexicon, names: Names): Analysis {
  const terms = findTerms(reading, lexicon, names);
  const heard = hear(reading, terms, lexicon.speakers);
  const { voices, voiceAt, speech } = heard;
  const labels = terms.of('naming').map(({ entry, first, last }) => {
    return { entry, first, last, voice: voiceAt(first)?.kind ?? ('author' as const) };
  });
  return { reading, voices, findings: findingsOf(reading, lexicon, terms, heard), labels, speech };
}

/** Each device's marks, placed in the text and given their voices, in text order. */
export function findingsOf(
  reading: Reading,
  { entries, tone }: Lexicon,
  { of, inName }: Terms,
  { acts, voices, voiceAt }: Heard,
): Finding[] {
  const structural = (id: string): Entry | undefined =>
    entries.find((entry) => entry.structural === true && entry.id === id);
  const findings: Finding[] = [];
  for (const device of DEVICES) {
    for (const mark of device.find({ reading, inName, acts, voices, terms: of(device.id), structural, tone })) {
      const { entry, first, last, note, valence } = mark;
      const { start, end } = spanOf(reading.tokens, first, last);
      const voice = voiceOf(entry, voiceAt(first));
      const { kind = 'author', speaker } = voice ?? {};
      findings.push({ device: device.id, entry, first, last, start, end, voice: kind, speaker, note, valence });
    }
  }
  return findings.sort((a, b) => a.start - b.start || b.end - a.end || order(a.device) - order(b.device));
}

const ORDER = new Map(DEVICES.map(({ id }, index) => [id, index]));
const order = (id: DeviceId): number => ORDER.get(id) ?? 0;

/** A hearsay adverb inside somebody's reported words is the reporter's: nobody says of himself that he alleges. */
function voiceOf(entry: Entry, voice: Voice | undefined): Voice | undefined {
  return entry.category === 'hearsay' && entry.pos.includes('adv') && voice?.kind === 'reported' ? undefined : voice;
}

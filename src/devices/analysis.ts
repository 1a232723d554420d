import { namesIn } from '../text/capitals.js';
import { longestFirst } from '../text/longest.js';
import { spanOf, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import { findSpeech, type Cue, type SpeechAct } from '../text/speech.js';
import { findVoices, voiceByToken, type Voice, type VoiceKind } from '../text/voice.js';
import { guardedTerms } from './guards.js';
import { DEVICES } from './index.js';
import type { TermMatch } from './device.js';
import type { DeviceId, Entry, Stance } from './lexicon/entry.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { openPayload } from './lexicon/compile.js';
import type { Names } from './referent.js';

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

/** Someone given words: who, by which cue, with which stance. */
export interface Speech {
  readonly entry: Entry;
  readonly cue: Span & { readonly first: number; readonly last: number };
  readonly speaker: string | undefined;
  readonly stance: Stance;
  readonly quotes: boolean;
}

/** Reading and findings of one text under one lexicon and one set of names. */
export interface Analysis {
  readonly reading: Reading;
  readonly voices: readonly Voice[];
  readonly findings: readonly Finding[];
  readonly labels: readonly LabelUse[];
  readonly speech: readonly Speech[];
}

/** All devices over a reading: one scan of all lexicons, then each device. Linear in the text. */
export function findDevices(reading: Reading, lexicon: Lexicon, names: Names): Analysis {
  const inName = namesIn(reading);
  const terms = guardedTerms(reading, inName, lexicon);
  const labelMatches = labelsIn(reading, names);
  terms.set('naming', labelMatches);
  const cues = (terms.get('attribution') ?? []).map(cueOf);
  const acts = findSpeech(reading, cues, lexicon.speakers);
  const voices = findVoices(reading, acts, disownedQuotations(reading, terms.get('distancing') ?? [], labelMatches));
  const painted = voiceByToken(voices, reading.tokens.start.length);
  const structural = (id: string): Entry | undefined =>
    lexicon.entries.find((entry) => entry.structural === true && entry.id === id);

  const findings = DEVICES.flatMap((device): Finding[] => {
    const evidence = {
      reading,
      inName,
      acts,
      voices,
      terms: terms.get(device.id) ?? [],
      structural,
      tone: lexicon.tone,
    };
    return device.find(evidence).map(({ entry, first, last, note, valence }) => {
      const voice = voiceOf(entry, painted[first]);
      return {
        device: device.id,
        entry,
        first,
        last,
        ...spanOf(reading.tokens, first, last),
        voice: voice?.kind ?? 'author',
        speaker: voice?.speaker,
        note,
        valence,
      };
    });
  });
  findings.sort((a, b) => a.start - b.start || b.end - a.end || order(a.device) - order(b.device));
  const labels = labelMatches.map(({ entry, first, last }) => ({
    entry,
    first,
    last,
    voice: painted[first]?.kind ?? ('author' as const),
  }));
  return { reading, voices, findings, labels, speech: speechOf(reading, acts, voices, terms.get('attribution') ?? []) };
}

const ORDER = new Map(DEVICES.map(({ id }, index) => [id, index]));
const order = (id: DeviceId): number => ORDER.get(id) ?? 0;

/** A hearsay adverb inside somebody's reported words is the reporter's: nobody says of himself that he alleges. */
function voiceOf(entry: Entry, voice: Voice | undefined): Voice | undefined {
  return entry.category === 'hearsay' && entry.pos.includes('adv') && voice?.kind === 'reported' ? undefined : voice;
}

function cueOf({ entry, first, last }: TermMatch): Cue {
  const kind = entry.pos.includes('fixed') ? 'phrase' : entry.pos.includes('noun') ? 'noun' : 'verb';
  return {
    first,
    last,
    takes: entry.takes ?? [],
    kind,
    doubts: entry.stance === 'doubt' || entry.stance === 'hostile',
  };
}

function labelsIn(reading: Reading, names: Names): TermMatch[] {
  const matches: TermMatch[] = [];
  for (const { payload, first, last } of names.scan(reading)) {
    const entry = names.entries[openPayload(payload).entry];
    if (entry) matches.push({ payload, first, last, entry });
  }
  return longestFirst(matches);
}

/** Quotations that the author disowns: behind "so-called", or holding just a contested label. */
function disownedQuotations(
  reading: Reading,
  distancing: readonly TermMatch[],
  labels: readonly TermMatch[],
): Set<number> {
  const behind = new Set(distancing.filter(({ entry }) => entry.category === 'so-called').map(({ last }) => last));
  const contested = new Map(labels.filter(({ entry }) => entry.contested).map(({ first, last }) => [first, last]));
  const disowned = reading.quotations.filter(({ first, last }) => {
    const labelEnd =
      contested.get(first + 1) ??
      (/^(?:the|a|an)$/.test(reading.forms[first + 1] ?? '') ? contested.get(first + 2) : undefined);
    return behind.has(first) || (labelEnd !== undefined && last - labelEnd <= 2);
  });
  return new Set(disowned.map(({ first }) => first));
}

function speechOf(
  reading: Reading,
  acts: readonly SpeechAct[],
  voices: readonly Voice[],
  cues: readonly TermMatch[],
): Speech[] {
  const entries = new Map(cues.map((cue) => [cue.first, cue.entry]));
  const speakers = new Map(voices.flatMap((voice) => (voice.cue ? [[voice.cue.start, voice.speaker] as const] : [])));
  return acts.flatMap((act): Speech[] => {
    const entry = entries.get(act.cue.first);
    if (!entry) return [];
    const span = spanOf(reading.tokens, act.cue.first, act.cue.last);
    const named = spanOf(reading.tokens, ...act.speaker);
    const speaker =
      speakers.get(span.start) ?? (named.end > named.start ? reading.text.slice(named.start, named.end) : undefined);
    return [
      {
        entry,
        cue: { ...span, first: act.cue.first, last: act.cue.last },
        speaker,
        stance: entry.stance ?? 'neutral',
        quotes: act.complement === 'quote',
      },
    ];
  });
}

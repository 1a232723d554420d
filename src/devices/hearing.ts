import { spanOf, type Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';
import type { SpeakerWords } from '../text/speaker.js';
import { speakersOf } from '../text/speaker/speaker-of.js';
import { findSpeech, type Cue, type SpeechAct } from '../text/speech.js';
import { findVoices, voiceByToken, type Voice } from '../text/voice.js';
import type { TermMatch } from './device.js';
import type { Entry, Stance } from './lexicon/entry.js';
import type { Terms } from './terms.js';

/** Someone given words: who, by which cue, with which stance. */
export interface Speech {
  readonly entry: Entry;
  readonly cue: Span & { readonly first: number; readonly last: number };
  readonly speaker: string | undefined;
  readonly stance: Stance;
  readonly quotes: boolean;
}

/** Who says what in a text: the part of its reading that needs the lexicon's words of saying. */
export interface Heard {
  readonly acts: readonly SpeechAct[];
  readonly voices: readonly Voice[];
  /** The voice over a token; none is the author's. */
  readonly voiceAt: (token: number) => Voice | undefined;
  readonly speech: readonly Speech[];
}

export function hear(reading: Reading, terms: Terms, words: SpeakerWords): Heard {
  const cues = terms.of('attribution');
  const acts = findSpeech(reading, cues.map(cueOf), words);
  const names = speakersOf(reading, acts, words);
  const disowned = disownedQuotations(reading, terms.of('distancing'), terms.of('naming'));
  const voices = findVoices(reading, acts, names, disowned);
  const painted = voiceByToken(voices, reading.tokens.start.length);
  return { acts, voices, voiceAt: (token) => painted[token], speech: speechOf(reading, acts, names, cues) };
}

function cueOf({ entry, first, last }: TermMatch): Cue {
  const kind = entry.pos.includes('fixed') ? 'phrase' : entry.pos.includes('noun') ? 'noun' : 'verb';
  return {
    first,
    last,
    takes: entry.takes ?? [],
    kind,
    doubts: entry.stance === 'doubt' || entry.stance === 'hostile',
    thought: entry.stance === 'private',
  };
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
  names: ReadonlyMap<SpeechAct, string>,
  cues: readonly TermMatch[],
): Speech[] {
  const entries = new Map(cues.map((cue) => [cue.first, cue.entry]));
  return acts.flatMap((act): Speech[] => {
    const entry = entries.get(act.cue.first);
    if (!entry) return [];
    const span = spanOf(reading.tokens, act.cue.first, act.cue.last);
    return [
      {
        entry,
        cue: { ...span, first: act.cue.first, last: act.cue.last },
        speaker: names.get(act),
        stance: entry.stance ?? 'neutral',
        quotes: act.complement === 'quote',
      },
    ];
  });
}

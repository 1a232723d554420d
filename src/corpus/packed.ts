import type { Analysis, Finding, LabelUse } from '../devices/analysis.js';
import type { Speech } from '../devices/hearing.js';
import type { Entry } from '../devices/lexicon/entry.js';
import { spanOf, type Column } from '../text/reading.js';
import { VOICES, voiceByToken, type Voice, type VoiceKind } from '../text/voice.js';
import { packRows, unpackRows } from './columns.js';
import { packReading, unpackReading, type PackedReading } from './packed-reading.js';

/**
 * An analysis as columns of small numbers: what is kept of a document beside its text, sent between threads and stored.
 * Everything that can be made again from the text (forms, spans, painted voices) is left out: some 7 KB for a 6 KB article.
 */
export interface PackedAnalysis extends PackedReading {
  /** Rows of first, last, kind, speaker + 1, cue start, cue end. */
  readonly voices: Column;
  /** Rows of entry, first, last, own voice (1 where the author keeps a hearsay word), note + 1, valence. */
  readonly findings: Column;
  /** Rows of entry, first, last. */
  readonly labels: Column;
  /** Rows of entry, first, last, quotes, speaker + 1. */
  readonly speech: Column;
  readonly strings: readonly string[];
}

/** Numbers a row of `findings`. */
const FINDING_WIDTH = 6;
/** Valences −5.00 … +5.00 are kept as 0 … 1000; 0 stands for none. */
const VALENCE_ZERO = 501;

/** The order of entries is the lexicon's, then the names': both sides must share it, which the analysis version assures. */
export function pack(
  { reading, voices, findings, labels, speech }: Analysis,
  entries: readonly Entry[],
): PackedAnalysis {
  const indexOf = new Map(entries.map((entry, index) => [entry, index]));
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  const stringNumber = (value: string | undefined): number => {
    if (value === undefined) return 0;
    let number = numbers.get(value);
    if (number === undefined) {
      number = strings.push(value);
      numbers.set(value, number);
    }
    return number;
  };
  const entryNumber = (entry: Entry): number => indexOf.get(entry) ?? 0;
  return {
    ...packReading(reading),
    voices: packRows(voices, ({ first, last, kind, speaker, cue }) => [
      first,
      last,
      VOICES.indexOf(kind),
      stringNumber(speaker),
      cue?.start ?? 0,
      cue?.end ?? 0,
    ]),
    findings: packRows(findings, ({ entry, first, last, voice, note, valence }) => [
      entryNumber(entry),
      first,
      last,
      voice === 'author' ? 1 : 0,
      stringNumber(note),
      valence === undefined ? 0 : Math.round(valence * 100) + VALENCE_ZERO,
    ]),
    labels: packRows(labels, ({ entry, first, last }) => [entryNumber(entry), first, last]),
    speech: packRows(speech, ({ entry, cue, quotes, speaker }) => [
      entryNumber(entry),
      cue.first,
      cue.last,
      quotes ? 1 : 0,
      stringNumber(speaker),
    ]),
    strings,
  };
}

export function unpack(text: string, packed: PackedAnalysis, entries: readonly Entry[]): Analysis {
  const reading = unpackReading(text, packed);
  const { tokens } = reading;
  const stringAt = (number: number | undefined): string | undefined =>
    number ? packed.strings[number - 1] : undefined;
  const voices = unpackRows(
    packed.voices,
    6,
    ([first = 0, last = 0, kind = 0, speaker, cueStart = 0, cueEnd = 0]): Voice => ({
      first,
      last,
      ...spanOf(tokens, first, last),
      kind: notAuthor(VOICES[kind]),
      speaker: stringAt(speaker),
      cue: cueEnd > 0 ? { start: cueStart, end: cueEnd } : undefined,
    }),
  );
  const painted = voiceByToken(voices, tokens.start.length);
  const findings = unpackRows(
    packed.findings,
    FINDING_WIDTH,
    ([entry = 0, first = 0, last = 0, own, note, valence = 0]): Finding[] => {
      const found = entries[entry];
      if (!found) return [];
      const voice = own === 1 ? undefined : painted[first];
      return [
        {
          device: found.device,
          entry: found,
          first,
          last,
          ...spanOf(tokens, first, last),
          voice: voice?.kind ?? 'author',
          speaker: voice?.speaker,
          note: stringAt(note),
          valence: valence === 0 ? undefined : (valence - VALENCE_ZERO) / 100,
        },
      ];
    },
  ).flat();
  const labels = unpackRows(packed.labels, 3, ([entry = 0, first = 0, last = 0]): LabelUse[] => {
    const found = entries[entry];
    return found ? [{ entry: found, first, last, voice: painted[first]?.kind ?? 'author' }] : [];
  }).flat();
  const speech = unpackRows(packed.speech, 5, ([entry = 0, first = 0, last = 0, quotes, speaker]): Speech[] => {
    const found = entries[entry];
    return found
      ? [
          {
            entry: found,
            cue: { first, last, ...spanOf(tokens, first, last) },
            speaker: stringAt(speaker),
            stance: found.stance ?? 'neutral',
            quotes: quotes === 1,
          },
        ]
      : [];
  }).flat();
  return { reading, voices, findings, labels, speech };
}

/** How often each entry is used in findings, from their column alone. */
export function entryCounts(
  { findings }: Pick<PackedAnalysis, 'findings'>,
  entries: readonly Entry[],
): Map<Entry, number> {
  const counts = new Map<Entry, number>();
  for (let at = 0; at < findings.length; at += FINDING_WIDTH) {
    const entry = entries[findings[at] ?? -1];
    if (entry) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

/** Bytes kept beside the text, for the bench. */
export function keptBytes(packed: PackedAnalysis): number {
  let bytes = packed.strings.reduce((sum, each) => sum + each.length, 0);
  for (const value of Object.values(packed) as unknown[]) if (ArrayBuffer.isView(value)) bytes += value.byteLength;
  return bytes;
}

function notAuthor(kind: VoiceKind | undefined): Exclude<VoiceKind, 'author'> {
  return kind === undefined || kind === 'author' ? 'reported' : kind;
}

import type { Analysis } from '../devices/analysis.js';
import { sentenceAt } from '../text/reading.js';
import { voiceByToken } from '../text/voice.js';
import { standingOf } from './facts/standing.js';
import type { ComparedDocument } from './schema/document.js';
import { mergeNames } from './speakers/merge-names.js';

const NOBODY = /^(?:nobody|none|neither|no)\b/i;

/**
 * Who is given words in some of a document's sentences, and with which cues, in order of first mention. Names that are
 * plainly one speaker's ("Lind", "the mayor, Anna Lind") are one row under the fullest.
 */
export function speakersIn(analysis: Analysis, indices: readonly number[]): ComparedDocument['speakers'] {
  const { reading, speech } = analysis;
  const wanted = new Set(indices);
  const told = speech.filter(({ cue, speaker, stance }) => {
    const index = sentenceAt(reading.sentences, cue.first);
    const sentence = reading.sentences[index];
    if (!sentence || !wanted.has(index)) return false;
    if (speaker !== undefined && NOBODY.test(speaker)) return false;
    // Who did not accuse is given no accusation; "would say" and "did not say" are words of saying all the same.
    return stance !== 'hostile' || standingOf(reading, sentence, cue.first, cue.last).is === 'made';
  });
  const fullest = mergeNames(
    told.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker])),
    referentsByLabel(analysis),
  );
  const bySpeaker = new Map<string | null, ComparedDocument['speakers'][number]>();
  for (const { cue, speaker, stance } of told) {
    const name = speaker === undefined ? null : (fullest.get(speaker) ?? speaker);
    const known = bySpeaker.get(name) ?? { speaker: name, cues: [] };
    known.cues.push({ cue: reading.text.slice(cue.start, cue.end), stance, start: cue.start, end: cue.end });
    bySpeaker.set(name, known);
  }
  return [...bySpeaker.values()];
}

/** How many sentences the author states, and how many are in the main given to someone: more than half of their words. */
export function claimsIn({ reading, voices }: Analysis, indices: readonly number[]): ComparedDocument['claims'] {
  const speaking = voices.filter(({ kind }) => kind !== 'scare');
  const voiceOf = voiceByToken(speaking, reading.tokens.start.length);
  const given = indices.filter((index) => {
    const { first = 0, last = 0 } = reading.sentences[index] ?? {};
    let said = 0;
    for (let i = first; i < last; i += 1) if (voiceOf[i]) said += 1;
    return said * 2 > last - first;
  }).length;
  return { own: indices.length - given, given };
}

/** The labels that a text uses, in small letters, and whom each names. */
function referentsByLabel({ reading: { text, tokens }, labels }: Analysis): ReadonlyMap<string, string> {
  return new Map(
    labels.map(({ entry, first, last }) => {
      const end = (tokens.start[last - 1] ?? 0) + (tokens.length[last - 1] ?? 0);
      return [text.slice(tokens.start[first] ?? 0, end).toLowerCase(), entry.category];
    }),
  );
}

import type { Analysis } from '../devices/analysis.js';
import { sentenceAt } from '../text/reading.js';
import type { ComparedDocument } from './schema.js';

/** Who is given words in some of a document's sentences, and with which cues, in order of first mention. */
export function speakersIn({ reading, speech }: Analysis, indices: readonly number[]): ComparedDocument['speakers'] {
  const wanted = new Set(indices);
  const bySpeaker = new Map<string, ComparedDocument['speakers'][number]>();
  for (const { cue, speaker, stance } of speech) {
    if (!wanted.has(sentenceAt(reading.sentences, cue.first))) continue;
    const key = speaker ?? '';
    const known = bySpeaker.get(key) ?? { speaker: speaker ?? null, cues: [] };
    known.cues.push({ cue: reading.text.slice(cue.start, cue.end), stance, start: cue.start, end: cue.end });
    bySpeaker.set(key, known);
  }
  return [...bySpeaker.values()];
}

import { toneOf } from '../devices/sentiment.js';
import { isCounted } from './disputes.js';
import type { ComparedSentence, DocumentTone } from './schema/document.js';

/**
 * Fewer sentences than this are not scored: one strong word would decide the sign. With five, the mean of AFINN sums
 * over news sentences still has a standard error of about 0.2 on the scale from −1 to +1.
 */
export const FEWEST_SENTENCES_FOR_TONE = 5;

/** A document's tone on a topic: the mean of its sentences' tones, from words in the author's voice. */
export function documentTone(sentences: readonly ComparedSentence[]): DocumentTone {
  const ofAuthor = sentences.map(({ findings }) =>
    findings.flatMap((finding) =>
      finding.valence !== null && finding.voice === 'author' && isCounted(finding) ? [finding.valence] : [],
    ),
  );
  const enough = sentences.length >= FEWEST_SENTENCES_FOR_TONE;
  return {
    score: enough ? mean(ofAuthor.map(toneOf)) : null,
    withQuoted: enough ? mean(sentences.map(({ tone }) => tone)) : null,
    sentences: sentences.length,
    words: ofAuthor.reduce((sum, valences) => sum + valences.length, 0),
  };
}

function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1000) / 1000 || 0;
}

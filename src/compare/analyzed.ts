import type { Analysis } from '../devices/analysis.js';
import { comparedFinding, comparedSentence } from './compare.js';
import type { ComparedFinding } from './schema.js';

/** One text analysed on its own: what `parallax analyze` writes. Offsets are into the stored text. */
export interface AnalyzedText {
  readonly id: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly kind: string;
    readonly tone: number;
  }[];
  readonly findings: readonly ComparedFinding[];
  /** Mean tone of the sentences, all voices, −1 … +1. */
  readonly tone: number;
  /** Stretches that are not the article's own argument. */
  readonly furniture: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly warnings: readonly string[];
}

export function analyzedText(id: string, analysis: Analysis, warnings: readonly string[] = []): AnalyzedText {
  const { reading, findings } = analysis;
  const sentences = reading.sentences.map((sentence, index) => {
    const { start, end, text, tone } = comparedSentence(analysis, index, 'cue');
    return { start, end, text, kind: sentence.kind, tone };
  });
  const sum = sentences.reduce((total, { tone }) => total + tone, 0);
  return {
    id,
    sentences,
    findings: findings.map((finding) => comparedFinding(reading.text, finding)),
    tone: sentences.length === 0 ? 0 : Math.round((sum / sentences.length) * 1000) / 1000 || 0,
    furniture: reading.parts
      .filter(({ kind }) => kind === 'furniture' || kind === 'note' || kind === 'biography')
      .map(({ kind, start, end }) => ({ kind, start, end })),
    warnings: [
      ...warnings,
      ...(reading.unread > 0
        ? [
            `${reading.unread} ${reading.unread === 1 ? 'stretch' : 'stretches'} without spaces (addresses, codes) left unread.`,
          ]
        : []),
    ],
  };
}

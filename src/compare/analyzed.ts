import type { Analysis } from '../devices/analysis.js';
import { loadednessOf } from '../devices/loadedness.js';
import { targetTone, type TargetTone, type ToneLexicon } from '../devices/target-tone.js';
import type { Span } from '../text/span.js';
import { comparedFinding, comparedSentence } from './document.js';
import type { ComparedFinding } from './schema/document.js';

/** One text analysed on its own: what `parallax analyze` writes. Offsets are into the stored text. */
export interface AnalyzedText {
  readonly id: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly kind: string;
    readonly tone: number;
    /** 0 … 1; from ½ on annotators would rather call its wording biased than not. All voices. */
    readonly loaded: number;
  }[];
  readonly findings: readonly ComparedFinding[];
  /** Mean tone of the sentences, all voices, −1 … +1. */
  readonly tone: number;
  /** The tone towards each target that was asked for, in their order; absent where none was. */
  readonly targets?: readonly TargetTone[];
  /** Stretches that are not the article's own argument. */
  readonly furniture: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly warnings: readonly string[];
}

export interface AnalyzedWith {
  readonly warnings?: readonly string[];
  /** Spans of the text whose tone is asked for. */
  readonly targets?: readonly Span[] | undefined;
}

export function analyzedText(
  id: string,
  analysis: Analysis,
  lexicon: ToneLexicon,
  { warnings = [], targets }: AnalyzedWith = {},
): AnalyzedText {
  const { reading, findings } = analysis;
  const loaded = loadednessOf(analysis, lexicon.tone.weights);
  const sentences = reading.sentences.map((sentence, index) => {
    const { start, end, text, tone } = comparedSentence(analysis, index, 'cue');
    return { start, end, text, kind: sentence.kind, tone, loaded: loaded[index] ?? 0 };
  });
  const sum = sentences.reduce((total, { tone }) => total + tone, 0);
  return {
    id,
    sentences,
    findings: findings.map((finding) => comparedFinding(reading.text, finding)),
    tone: sentences.length === 0 ? 0 : Math.round((sum / sentences.length) * 1000) / 1000 || 0,
    ...(targets ? { targets: targets.map((target) => targetTone(analysis, target, lexicon)) } : {}),
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

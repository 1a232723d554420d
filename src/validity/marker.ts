import type { Span } from '../text/span.js';
import type { Polarity } from './data.js';

/** What is measured: something that flags words of a text, calls it loaded or not, and gives it and its targets a tone. */
export interface Marker {
  /** Of each word, whether it is flagged. */
  readonly flags: (text: string, words: readonly Span[]) => boolean[];
  /** Whether the text as a whole is called biased. */
  readonly isLoaded: (text: string) => boolean;
  /** Below 0 bad, above 0 good; on a scale of its own. */
  readonly tone: (text: string) => number;
  readonly towards: (text: string, target: Span) => Polarity;
}

/**
 * From this tone on a sentence is positive, and from its negative on negative: the threshold that VADER's authors give
 * for their compound score (Hutto & Gilbert 2014). A single word of AFINN exceeds it.
 */
const CLEAR_TONE = 0.05;

export function polarityOf(tone: number): Polarity {
  if (tone >= CLEAR_TONE) return 'positive';
  return tone <= -CLEAR_TONE ? 'negative' : 'neutral';
}

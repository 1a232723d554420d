import type { Span } from '../text/span.js';

/** What is measured: something that flags words of a sentence and gives the sentence a tone. */
export interface Marker {
  /** Of each word, whether it is flagged. */
  readonly flags: (text: string, words: readonly Span[]) => boolean[];
  /** Below 0 bad, above 0 good; on a scale of its own. */
  readonly tone: (text: string) => number;
}

import type { Analysis } from '../devices/analysis.js';

/** A document and the sentences of it that speak of the topic: what rows, facts and contrasts are made from. */
export interface OnTopic {
  readonly id: string;
  /** ISO date of publication, as far as the text states it; null when it states none. */
  readonly date: string | null;
  readonly analysis: Analysis;
  /** Indices into `analysis.reading.sentences`, ascending; empty when the document is silent. */
  readonly indices: readonly number[];
}

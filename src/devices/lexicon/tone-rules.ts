import type { Weights } from './weights.js';

/** AFINN-165 and `lexicon/sentiment.yaml`: how valence words combine, and which of them say nothing in news. */
export interface ToneRules {
  /** Every word with tone and its valence, −5 … +5: AFINN-165 without the words that are muted, with those corrected and those added. */
  readonly valence: Readonly<Record<string, number>>;
  /** Words with tone only as this part of speech. */
  readonly only: Readonly<Record<string, readonly ('noun' | 'verb' | 'adj' | 'adv')[]>>;
  /** Words of our own list, by base form; the others are AFINN's. */
  readonly own: readonly string[];
  /** Deeds and facts without a tone of their own that speak for or against whoever has a part in them. */
  readonly deeds: readonly {
    readonly rating: number;
    readonly pos: 'noun' | 'verb' | 'adj';
    readonly words: readonly string[];
  }[];
  /** `lexicon/weights.yaml`. */
  readonly weights: Weights;
  /** Denials and "too", with the tone they bring besides what they turn. */
  readonly leanings: Readonly<Record<string, number>>;
  /** Forms, folded, that have no tone in news, whatever word they are of. */
  readonly muted: readonly string[];
  /** Pairs of words, folded, in which a tone word has another sense ("interest rate"). */
  readonly toneless: readonly string[];
  readonly negators: readonly string[];
  /** Factor on the next valence word, by word. */
  readonly intensifiers: Readonly<Record<string, number>>;
  /** Words that turn a sentence: what follows weighs more. */
  readonly contrast: readonly string[];
  /** Modals and conditions that leave a state unreal. */
  readonly irrealis: readonly string[];
}

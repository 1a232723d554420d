/** AFINN-165 and `lexicon/sentiment.yaml`: how valence words combine, and which of them say nothing in news. */
export interface ToneRules {
  /** Every word with tone and its valence, −5 … +5: AFINN-165 without the words that are muted, with those corrected. */
  readonly valence: Readonly<Record<string, number>>;
  /** Words with tone only as this part of speech. */
  readonly only: Readonly<Record<string, readonly ('noun' | 'verb' | 'adj' | 'adv')[]>>;
  readonly negators: readonly string[];
  /** Factor on the next valence word, by word. */
  readonly intensifiers: Readonly<Record<string, number>>;
  /** Words that turn a sentence: what follows weighs more. */
  readonly contrast: readonly string[];
  /** Modals and conditions that leave a state unreal. */
  readonly irrealis: readonly string[];
}

/** What tells a loaded sentence from a plain one, to a score of 0 … 1: see `loadedness.ts` for what each counts. */
export const SENTENCE_FEATURES = [
  'loaded, mild',
  'loaded, plain',
  'loaded, strong',
  'distancing',
  'neutral saying',
  'certainty',
  'tone',
  'words of others',
  'length',
  'numbers',
  'address',
  'question or exclamation',
  'adverbs',
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** What tells a mark that readers would call biased from one they would not. */
export const MARK_FEATURES = [
  'loaded, mild',
  'loaded, plain',
  'loaded, strong',
  'bad tone',
  'good tone',
  'doubting verb',
  'hearsay or so-called',
  'in a report',
  'in quotation marks',
  'one of several words',
] as const;
export type MarkFeature = (typeof MARK_FEATURES)[number];

/** How near good and bad words are to a target, and how it is given its words: see `target-tone.ts`. */
export const TARGET_FEATURES = [
  'good, on it',
  'bad, on it',
  'good, near',
  'bad, near',
  'good, far',
  'bad, far',
  'good, in its words',
  'bad, in its words',
  'saying, neutral',
  'saying, doubted',
  'saying, at fault',
  'saying, hostile',
  'distancing',
  'named late',
] as const;
export type TargetFeature = (typeof TARGET_FEATURES)[number];

/** `lexicon/weights.yaml`: a few numbers a score, each for a thing that a reader can see; fitted offline. */
export interface Weights {
  /** Logistic: `start` and the weighted features make the log odds. */
  readonly sentence: { readonly start: number; readonly weights: Readonly<Record<SentenceFeature, number>> };
  /** Logistic; a mark counts from log odds of `counts from` on. */
  readonly mark: {
    readonly start: number;
    readonly countsFrom: number;
    readonly weights: Readonly<Record<MarkFeature, number>>;
  };
  /** Three ways: log odds of bad and of good against neutral. */
  readonly target: {
    readonly start: readonly [bad: number, good: number];
    readonly weights: Readonly<Record<TargetFeature, readonly [bad: number, good: number]>>;
  };
}

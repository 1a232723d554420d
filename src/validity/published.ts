/** The best figure known for a measure; its source is a key of lexicon/sources.yaml, undefined where no paper is known. */
export interface Published {
  readonly value: number;
  readonly by: string;
  readonly source: string | undefined;
}

// On the sets’ own splits, which need not be the rows measured here.
export const PUBLISHED = {
  words: { value: 0.4, by: 'a notebook’s sample, no paper known', source: undefined },
  sentences: { value: 0.8, by: 'fine-tuned RoBERTa', source: 'spinde2021' },
  tone: { value: 0.49, by: 'VADER', source: 'hutto2014' },
  targets: { value: 0.83, by: 'a fine-tuned model', source: 'hamborg2021' },
} as const satisfies Record<string, Published>;

import { z } from 'zod';
import { count } from './place.js';

export const VERDICTS = ['holds', 'flips', 'unsure', 'too-few'] as const;

/** One score of one document, recomputed without each of its parts. */
export const fragilitySchema = z.strictObject({
  score: z.enum(['tone', 'loaded-terms', 'distancing', 'attribution', 'certainty', 'naming']),
  value: z.number().nullable().describe('the score itself: −1 … +1 for tone, marks per 100 words for the others'),
  low: z.number().nullable().describe('lower end of the 95 % bootstrap interval over sentences, fixed seed'),
  high: z.number().nullable(),
  sentences: count,
  withQuoted: z.number().nullable().describe('with quoted and reported words counted too'),
  least: z.number().nullable().describe('the lowest value without any one term or sentence'),
  most: z.number().nullable(),
  verdict: z
    .enum(VERDICTS)
    .describe(
      'flips: without one term or sentence, or with quoted words, tone changes its sign, or a rate its place among the sources; unsure: no part turns the tone, but its interval holds zero',
    ),
  without: z
    .string()
    .nullable()
    .describe('the term, or the words of the sentence, that turns it; “quoted words” for these'),
  at: count.nullable().describe('start of the sentence that turns it'),
});

export type Fragility = z.infer<typeof fragilitySchema>;

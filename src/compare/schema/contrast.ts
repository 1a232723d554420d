import { z } from 'zod';
import { count, span } from './place.js';

/**
 * A word or phrase that one source uses more than the others on this topic: log-odds with an informative Dirichlet
 * prior (Monroe, Colaresi & Quinn 2008).
 */
export const keywordSchema = z.strictObject({
  phrase: z.string(),
  count: count.describe('in this document’s passages'),
  words: count.describe('words of these passages'),
  otherCount: count.describe('in the others’, or the reference’s'),
  otherWords: count,
  logOdds: z.number(),
  low: z.number().describe('lower end of the 95 % interval of the log-odds'),
  high: z.number(),
  z: z.number(),
  verdict: z
    .enum(['holds', 'too-few'])
    .describe('holds: the interval leaves out zero, and does so without any one sentence'),
  places: z.array(z.strictObject(span)).describe('in text order, the first 40'),
});

export const contrastSchema = z.strictObject({
  reference: z.string().nullable().describe('the document that others are set against; null for all others together'),
  documents: z
    .array(z.strictObject({ document: z.string(), keywords: z.array(keywordSchema) }))
    .describe('without the reference; empty when the reference does not speak of the topic'),
});

/** A word that takes a side, and of whom each source uses it: is it ever used of the other side? */
export const symmetrySchema = z.strictObject({
  id: z.string().describe('key of lexicon/mirrors.yaml'),
  word: z.string(),
  mirror: z.string().describe('what the other side would say'),
  why: z.string(),
  documents: z.array(
    z.strictObject({
      document: z.string(),
      uses: z
        .array(
          z.strictObject({
            referent: z.string().nullable().describe('of whom; null where the words do not decide'),
            name: z.string(),
            relation: z
              .enum(['of', 'in'])
              .describe('in: said of a thing in that place, not of the place; “of” for null'),
            places: z
              .array(z.strictObject({ ...span, sentence: count, mirrored: z.boolean() }))
              .describe('in text order, the first 100'),
          }),
        )
        .describe('in the whole article, in the author’s voice'),
      never: z
        .array(z.string())
        .describe('names of the topic’s other actors of whom neither word can be said in it, in any voice'),
    }),
  ),
});

export type Keyword = z.infer<typeof keywordSchema>;
export type Contrast = z.infer<typeof contrastSchema>;
export type Symmetry = z.infer<typeof symmetrySchema>;

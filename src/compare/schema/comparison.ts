import { z } from 'zod';
import { contrastSchema, symmetrySchema } from './contrast.js';
import { comparedDocumentSchema } from './document.js';
import { factSchema } from './fact.js';
import { count, share } from './place.js';
import { soleSchema, statementSchema } from './statement.js';

// The one description of a Comparison: types are inferred from it, the published JSON Schema is made from it, and tests
// check results against it. Modules that run in production import its types alone.

export const SCHEMA_VERSION = 2;

export const comparisonSchema = z.strictObject({
  schema: z.literal('parallax/comparison'),
  version: z.literal(SCHEMA_VERSION),
  topic: z.strictObject({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    typed: z.boolean(),
    cues: z
      .array(z.strictObject({ groups: z.array(z.array(z.string())), near: z.boolean() }))
      .describe('what was searched for'),
    not: z.array(z.string()),
    event: z
      .strictObject({ date: z.string(), what: z.string() })
      .nullable()
      .describe('what the topic is about, where it has a date: a text published before it cannot speak of it'),
  }),
  corpus: z.strictObject({
    id: z.string(),
    title: z.string(),
    hash: z.string().describe('SHA-256 over the documents’ hashes, in order'),
  }),
  choice: z
    .strictObject({ first: count, last: count, speaking: count, silent: count })
    .nullable()
    .describe(
      'of a large corpus: which of the documents that speak of the topic are compared, counted from 1, those that say most first, and how many there are and how many are silent; null where all documents are compared',
    ),
  lexicon: z.strictObject({ version: z.string(), entries: count }),
  documents: z.array(comparedDocumentSchema),
  copies: z
    .array(z.strictObject({ documents: z.array(z.string()).length(2), share }))
    .describe(
      'documents on the topic that share half of their wording or more: the share of the shorter one’s runs of five words',
    ),
  statements: z.array(statementSchema).describe('sentences that speak of the same thing, rows of most documents first'),
  sole: z.array(soleSchema).describe('what only one source says'),
  facts: z.array(factSchema),
  contrast: contrastSchema.describe('words that set a source apart'),
  symmetry: z.array(symmetrySchema).describe('words that take a side, and of whom they are used'),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** The JSON Schema that is published beside the data. */
export function comparisonJsonSchema(): object {
  return { ...z.toJSONSchema(comparisonSchema), title: `Parallax comparison, version ${SCHEMA_VERSION}` };
}

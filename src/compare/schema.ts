import { z } from 'zod';
import { DEVICE_IDS, DIRECTIONS, STANCES } from '../devices/lexicon/entry.js';
import { VOICES } from '../text/voice.js';

// The one description of a Comparison: types are inferred from it, the published JSON Schema is made from it, and tests
// check results against it. Modules that run in production import its types alone.

const span = {
  start: z.number().int().min(0).describe('UTF-16 offset into the stored text'),
  end: z.number().int().min(0).describe('UTF-16 offset behind the last unit'),
  text: z.string().describe('the stored text from start to end'),
};
const stated = z.object({ is: z.string(), stated: z.string().describe('the words of the text that state it') });
const orUnknown = z.union([z.literal('unknown'), stated]);
const count = z.number().int().min(0);
const tone = z.number().min(-1).max(1);

export const findingSchema = z.strictObject({
  device: z.enum(DEVICE_IDS),
  entry: z.string(),
  category: z.string(),
  ...span,
  voice: z.enum(VOICES),
  speaker: z
    .string()
    .nullable()
    .describe('who says the span, as the text names them; null for the author or where nobody is named'),
  why: z.string(),
  note: z.string().nullable().describe('what this very place adds to the reason'),
  source: z.string().describe('key of the cited work, and what in it'),
  neutral: z.array(z.string()),
  direction: z.enum(DIRECTIONS),
  strength: z.number().int().min(1).max(3),
  valence: z.number().min(-5).max(5).nullable().describe('tone words only, after negation and degree'),
});

export const sentenceSchema = z.strictObject({
  ...span,
  reason: z.enum(['cue', 'continues', 'between']).describe('why the sentence belongs to the topic'),
  tone: tone.describe('sum of valences in all voices, kept within −1 … +1; 0 without tone words'),
  findings: z.array(findingSchema),
});

const marks = z.record(
  z.enum(DEVICE_IDS),
  z.strictObject({ author: count, all: count, per100: z.number().min(0).describe('author-voice marks per 100 words') }),
);

export const toneSchema = z.strictObject({
  score: tone.nullable().describe('mean sentence tone in the author’s voice; null with too few sentences'),
  withQuoted: tone.nullable(),
  sentences: count,
  words: count.describe('tone words in the author’s voice'),
});

const labelUse = z.strictObject({
  label: z.string(),
  entry: z.string(),
  contested: z.boolean(),
  count,
  quoted: count.describe('of them not in the author’s voice'),
});

export const comparedDocumentSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  short: z.string().describe('how pages call the source; neutral where no outlet is stated'),
  outlet: z.string().describe('"unknown" where the text states none'),
  title: orUnknown,
  author: orUnknown,
  date: orUnknown,
  latest: z.strictObject({ mentions: z.string(), stated: z.string() }).nullable(),
  coverage: z.enum(['covered', 'silent']),
  nearestMiss: z.strictObject({ ...span, met: z.array(z.string()), missing: z.array(z.array(z.string())) }).nullable(),
  passages: z.array(z.strictObject({ start: count, end: count, sentences: z.array(sentenceSchema) })),
  counts: z.strictObject({ sentences: count, words: count, marks }),
  tone: toneSchema,
  labels: z.array(z.strictObject({ referent: z.string(), name: z.string(), uses: z.array(labelUse) })),
  speakers: z.array(
    z.strictObject({
      speaker: z.string().nullable().describe('as the text names them; null where nobody is named'),
      cues: z.array(z.strictObject({ cue: z.string(), stance: z.enum(STANCES), start: count, end: count })),
    }),
  ),
});

export const comparisonSchema = z.strictObject({
  schema: z.literal('parallax/comparison'),
  version: z.literal(1),
  topic: z.strictObject({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    typed: z.boolean(),
    cues: z
      .array(z.strictObject({ groups: z.array(z.array(z.string())), near: z.boolean() }))
      .describe('what was searched for'),
    not: z.array(z.string()),
  }),
  corpus: z.strictObject({
    id: z.string(),
    title: z.string(),
    hash: z.string().describe('SHA-256 over the documents’ hashes, in order'),
  }),
  lexicon: z.strictObject({ version: z.string(), entries: count }),
  documents: z.array(comparedDocumentSchema),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparedDocument = z.infer<typeof comparedDocumentSchema>;
export type ComparedSentence = z.infer<typeof sentenceSchema>;
export type ComparedFinding = z.infer<typeof findingSchema>;
export type DocumentTone = z.infer<typeof toneSchema>;

/** The JSON Schema that is published beside the data. */
export function comparisonJsonSchema(): object {
  return { ...z.toJSONSchema(comparisonSchema), title: 'Parallax comparison, version 1' };
}

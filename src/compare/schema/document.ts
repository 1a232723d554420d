import { z } from 'zod';
import { DEVICE_IDS, DIRECTIONS, STANCES } from '../../devices/lexicon/entry.js';
import { VOICES } from '../../text/voice.js';
import { ledgerSchema } from './deed.js';
import { fragilitySchema } from './fragility.js';
import { frameUseSchema } from './frame.js';
import { count, score, span } from './place.js';

const stated = z.object({ is: z.string(), stated: z.string().describe('the words of the text that state it') });
const orUnknown = z.union([z.literal('unknown'), stated]);

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
  disputed: z
    .strictObject({
      note: z.string(),
      counts: z.boolean().describe('false: shown, and left out of counts, rates, tone and fragility'),
    })
    .nullable()
    .describe('a reader’s objection to the mark'),
});

export const sentenceSchema = z.strictObject({
  ...span,
  reason: z
    .enum(['cue', 'continues', 'between', 'pinned'])
    .describe('why the sentence belongs to the topic; pinned: put in by hand'),
  note: z.string().nullable().describe('what the reader who put it in by hand said of it'),
  tone: score.describe('sum of valences in all voices, kept within −1 … +1; 0 without tone words'),
  findings: z.array(findingSchema),
});

const marks = z.record(
  z.enum(DEVICE_IDS),
  z.strictObject({ author: count, all: count, per100: z.number().min(0).describe('author-voice marks per 100 words') }),
);

export const toneSchema = z.strictObject({
  score: score.nullable().describe('mean sentence tone in the author’s voice; null with too few sentences'),
  withQuoted: score.nullable(),
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
  silence: z
    .enum(['silent', 'before-event'])
    .nullable()
    .describe('before-event: published before what the topic is about; null where the topic is covered'),
  nearestMiss: z.strictObject({ ...span, met: z.array(z.string()), missing: z.array(z.array(z.string())) }).nullable(),
  passages: z.array(z.strictObject({ start: count, end: count, sentences: z.array(sentenceSchema) })),
  takenOut: z
    .array(z.strictObject({ ...span, note: z.string() }))
    .describe('sentences that the cues found and a reader took out'),
  counts: z.strictObject({ sentences: count, words: count, marks }),
  tone: toneSchema,
  labels: z.array(z.strictObject({ referent: z.string(), name: z.string(), uses: z.array(labelUse) })),
  speakers: z.array(
    z.strictObject({
      speaker: z.string().nullable().describe('as the text names them; null where nobody is named'),
      cues: z.array(z.strictObject({ cue: z.string(), stance: z.enum(STANCES), start: count, end: count })),
    }),
  ),
  claims: z
    .strictObject({ own: count, given: count })
    .describe('sentences in the author’s own voice, and sentences given to someone in the main'),
  ledger: ledgerSchema.describe('who does what to whom, in the passages'),
  frames: z.array(frameUseSchema).describe('generic frames, the most used first'),
  fragility: z.array(fragilitySchema).describe('how much of each score hangs on one term or sentence'),
});

export type ComparedDocument = z.infer<typeof comparedDocumentSchema>;
export type ComparedSentence = z.infer<typeof sentenceSchema>;
export type ComparedFinding = z.infer<typeof findingSchema>;
export type DocumentTone = z.infer<typeof toneSchema>;

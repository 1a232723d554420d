import { z } from 'zod';
import { DEVICE_IDS } from '../../devices/lexicon/entry.js';
import { VOICES } from '../../text/voice.js';
import { absenceSchema, count, nearestSchema, placeSchema, share } from './place.js';

/** A slot of a difference: words of one sentence beside the words that the other has in their place. */
export const slotSchema = z.strictObject({
  kind: z.enum(['same', 'changed', 'removed', 'added']),
  from: z.string().describe('words of the first sentence with the spaces behind them; empty when added'),
  to: z.string().describe('words of the second; empty when removed'),
  devices: z.array(z.enum(DEVICE_IDS)).describe('devices marked in a slot that is not the same'),
  note: z.string().nullable().describe('what the change does, in words made from the entries of these devices'),
});

export const differenceSchema = z.strictObject({
  slots: z.array(slotSchema).describe('all `from` together are the first sentence, all `to` the second'),
  same: share.describe('words in common, of the longer sentence'),
});

const end = z.strictObject({ document: z.string(), start: count });

export const pairSchema = z.strictObject({
  from: end,
  to: end,
  similarity: share,
  shared: z.array(z.string()),
  difference: differenceSchema
    .nullable()
    .describe('null where too little is the same to lay side by side, and for pairs beyond the most similar'),
});

/** A row of the comparison: sentences of different documents that speak of the same thing. */
export const statementSchema = z.strictObject({
  id: z.string().describe('its first sentence: document and start'),
  sentences: z
    .array(
      placeSchema.extend({
        voice: z.enum(VOICES).describe('who states it: most of its words'),
        speaker: z.string().nullable(),
        onTopic: z
          .boolean()
          .describe('false for one that no cue of the topic finds, and that says the same nonetheless'),
      }),
    )
    .describe('by document id, then place'),
  similarity: share.describe('of its weakest link'),
  shared: z.array(z.string()).describe('the words and names by which they met, the weightiest first'),
  pairs: z
    .array(pairSchema)
    .describe(
      'sentences from different documents, two by two: the most similar of every two documents, then others, 24 at most; the twelve most similar of the former with their difference',
    ),
  absent: z
    .array(absenceSchema)
    .describe(
      'documents on the topic that do not say this; of many, the 24 that come nearest, eight with their sentence',
    ),
  unlisted: count.describe('how many more do not say this'),
});

/** A sentence on the topic that no other document matches. */
export const soleSchema = placeSchema.extend({
  nearest: nearestSchema.extend({ document: z.string() }).nullable(),
});

export type Slot = z.infer<typeof slotSchema>;
export type Difference = z.infer<typeof differenceSchema>;
export type StatementPair = z.infer<typeof pairSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Sole = z.infer<typeof soleSchema>;

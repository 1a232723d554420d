import { z } from 'zod';
import { VOICES } from '../../text/voice.js';
import { count, span } from './place.js';

export const DEED_FORMS = ['active', 'passive', 'agentless', 'intransitive'] as const;

const party = z.strictObject({
  referent: z.string().nullable().describe('a referent of the corpus; null for anyone else'),
  name: z.string().describe('the referent’s name, or the words of the text'),
  ...span,
});

/** Who does what to whom, by one verb of one clause (Fowler 1991; van Dijk 1998). */
export const deedSchema = z.strictObject({
  verb: z.string().describe('its words in the text, with its “not” and its modal (“may impose”)'),
  ...span,
  sentence: count.describe('start of the sentence'),
  form: z
    .enum(DEED_FORMS)
    .describe(
      'passive: told from the target’s side, with its doer (“was closed by X”, “faced criticism from X”); agentless: the same without a doer; intransitive: an event told without one (“riots erupted”)',
    ),
  actor: party.nullable().describe('null: the text leaves the doer blank, or it is not certain'),
  target: party.nullable(),
  needsReview: z.boolean().describe('the words do not decide who does it or to whom; never guessed'),
  voice: z.enum(VOICES),
});

/** How often each referent acts and is acted upon. */
export const ledgerSchema = z.strictObject({
  deeds: z.array(deedSchema).describe('of the topic’s actors, and all that name no doer, in text order'),
  actors: z.array(z.strictObject({ referent: z.string(), name: z.string(), acts: count, actedUpon: count })),
  blanks: count.describe('deeds without a doer'),
  reviews: count,
});

export type Deed = z.infer<typeof deedSchema>;
export type Party = z.infer<typeof party>;
export type Ledger = z.infer<typeof ledgerSchema>;

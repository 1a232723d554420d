import { z } from 'zod';

// Shapes that every part of a comparison is made of.

export const count = z.number().int().min(0);
export const score = z.number().min(-1).max(1);
export const share = z.number().min(0).max(1);

/** Words of one text; the text is the document's that holds this value. */
export const span = {
  start: count.describe('UTF-16 offset into the stored text'),
  end: count.describe('UTF-16 offset behind the last unit'),
  text: z.string().describe('the stored text from start to end'),
};

/** Words of a named document. */
export const placeSchema = z.strictObject({ document: z.string(), ...span });

/** The sentence of a document that comes nearest to what it does not say. */
export const nearestSchema = z.strictObject({
  ...span,
  similarity: share,
  shared: z.array(z.string()).describe('the words and names that it has in common, the weightiest first'),
});

export const ABSENCES = ['silent', 'before-event', 'not-said', 'near'] as const;

/** Why a cell of the comparison is empty, so that a reader can check it. */
export const absenceSchema = z.strictObject({
  document: z.string(),
  reason: z
    .enum(ABSENCES)
    .describe(
      'silent: no passage on the topic; before-event: published before it happened; not-said: speaks of the topic, not of this; near: has a sentence as near as the row’s own, which stands in another row or has too little else in common with this one',
    ),
  searched: z.array(z.string()).describe('what was looked for'),
  nearest: nearestSchema
    .nullable()
    .describe(
      'null when no sentence of the document shares anything with it, and in long lists for all but the nearest',
    ),
});

export type Place = z.infer<typeof placeSchema>;
export type Nearest = z.infer<typeof nearestSchema>;
export type Absence = z.infer<typeof absenceSchema>;

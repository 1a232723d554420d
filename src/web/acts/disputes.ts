import { z } from 'zod';
import { DEVICE_IDS } from '../../devices/lexicon/entry.js';
import type { Act } from '../act.js';
import { many, readBody, seen } from '../body.js';
import { fault } from '../editors/topic-form.js';
import { checkWithin, spanOfValue } from '../extent.js';
import { KEY_FORM, placeOf } from './pins.js';

const DISPUTE_FORM = z.strictObject({
  document: z.string(),
  device: z.enum(DEVICE_IDS),
  entry: z.string(),
  /** `start-end` of each place that is meant. */
  place: many.optional(),
  note: z.string().default(''),
  counts: z.union([z.boolean(), z.enum(['yes', 'no']).transform((value) => value === 'yes')]),
  back: z.string().optional(),
  seen,
});

/** Places of one entry in one document that are disputed at once. */
const MOST_PLACES = 200;

/** `POST /corpora/:corpus/disputes`: a reader's objection to a mark, in one or several places of a document. */
export const saveDispute: Act = async ({ store, corpus, body }) => {
  const { seen: seenRevision, place = [], back, ...said } = readBody(DISPUTE_FORM, body);
  if (place.length === 0) throw fault('no place is chosen', 'tick the places that you mean');
  if (place.length > MOST_PLACES)
    throw fault(`more than ${MOST_PLACES} places are chosen`, 'dispute them in several steps');
  if (said.note.trim() === '') throw fault('there is no note', 'write why you dispute the mark');
  const { text } = await store.readDocument(corpus, said.document);
  const spans = place.map((value) => checkWithin(spanOfValue(value), text.length));
  const disputes = spans.map(({ start, end }) => ({ ...said, start, end }));
  const { revision } = await store.saveAll(corpus, 'dispute', disputes, { seen: seenRevision });
  return { to: placeOf(back), json: { corpus, places: new Set(place).size, revision } };
};

/** `POST /corpora/:corpus/disputes/delete`: withdraws it. */
export const deleteDispute: Act = async ({ store, corpus, body }) => {
  const { key, back, seen: seenRevision } = readBody(KEY_FORM, body);
  const { revision } = await store.remove(corpus, 'dispute', key, { seen: seenRevision });
  return { to: placeOf(back), json: { corpus, dispute: key, revision } };
};

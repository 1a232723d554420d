import { z } from 'zod';
import type { Act } from '../act.js';
import { readBody, seen } from '../body.js';
import { checkWithin } from '../extent.js';
import { topicHref } from '../models/source.js';
import { noTopic } from './topics.js';

const offset = z.coerce.number().int().min(0);
const PIN_FORM = z.strictObject({
  topic: z.string(),
  document: z.string(),
  start: offset,
  end: offset,
  in: z.union([z.boolean(), z.enum(['yes', 'no']).transform((value) => value === 'yes')]),
  note: z.string().default(''),
  seen,
});

/** `POST /corpora/:corpus/pins`: puts a sentence into a topic by hand, or takes it out. */
export const savePin: Act = async ({ store, corpus, body }) => {
  const { seen: seenRevision, ...pin } = readBody(PIN_FORM, body);
  if (!(await store.list(corpus, 'topic')).some(({ key }) => key === pin.topic)) throw noTopic(pin.topic);
  checkWithin(pin, (await store.readDocument(corpus, pin.document)).text.length);
  const { revision } = await store.save(corpus, 'pin', pin, { seen: seenRevision });
  return { to: topicHref(pin.topic), json: { corpus, pin, revision } };
};

export const KEY_FORM = z.strictObject({ key: z.string(), back: z.string().optional(), seen });

/** `POST /corpora/:corpus/pins/delete`: the cues decide again. */
export const deletePin: Act = async ({ store, corpus, body }) => {
  const { key, back, seen: seenRevision } = readBody(KEY_FORM, body);
  const { revision } = await store.remove(corpus, 'pin', key, { seen: seenRevision });
  return { to: placeOf(back), json: { corpus, pin: key, revision } };
};

/** Where a form came from; nothing but a place of this corpus. */
export function placeOf(back: string | undefined): string {
  return back !== undefined && /^\/(?:topics|documents)\/[^/\\?#]+(?:#[\w-]*)?$/.test(back) ? back : '/corrections';
}

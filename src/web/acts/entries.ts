import { z } from 'zod';
import type { Act } from '../act.js';
import { readBody, seen } from '../body.js';
import { ENTRY_FORM, entryOfFields } from '../editors/entry-form.js';

/** `POST /corpora/:corpus/entries`: a lexicon entry of the reader's own, under the built-in lexicon's checks. */
export const saveEntry: Act = async ({ corpora, store, corpus, body }) => {
  const { seen: seenRevision, ...fields } = readBody(ENTRY_FORM, body);
  const taken = (await store.list(corpus, 'entry')).map(({ value }) => value.id);
  const entry = entryOfFields(fields, taken);
  const { revision } = await corpora.saveEntry(corpus, entry, { seen: seenRevision });
  return { to: '/entries', json: { corpus, entry, revision } };
};

/** `POST /corpora/:corpus/entries/:device/:id/delete` */
export const deleteEntry: Act = async ({ store, corpus, params, body }) => {
  const key = `${params.device ?? ''}/${params.id ?? ''}`;
  const { seen: seenRevision } = readBody(z.looseObject({ seen }), body);
  const { revision } = await store.remove(corpus, 'entry', key, { seen: seenRevision });
  return { to: '/entries', json: { corpus, entry: key, revision } };
};

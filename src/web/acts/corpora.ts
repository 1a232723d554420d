import { z } from 'zod';
import type { Act } from '../act.js';
import { readBody, seen } from '../body.js';

const TITLE = z.object({ title: z.string(), seen });
const SEEN = z.object({ seen });
const REVISION = z.object({ revision: z.coerce.number().int().min(1) });

/** `POST /corpora` */
export const createCorpus: Act = async ({ store, body }) => {
  const { title } = readBody(TITLE, body);
  const { answer: corpus, revision } = await store.createCorpus(title);
  return { to: `/corpora/${corpus}/import`, status: 201, json: { corpus, title: title.trim(), revision } };
};

/** `POST /corpora/:corpus/rename` */
export const renameCorpus: Act = async ({ store, corpus, body }) => {
  const { title, seen: revisionSeen } = readBody(TITLE, body);
  const { revision } = await store.renameCorpus(corpus, title, { seen: revisionSeen });
  return { to: '/', json: { corpus, revision } };
};

/** `POST /corpora/:corpus/delete` */
export const deleteCorpus: Act = async ({ store, corpus, body }) => {
  const { revision } = await store.deleteCorpus(corpus, readBody(SEEN, body));
  return { to: '/corpora', json: { corpus, revision } };
};

/** `POST /corpora/:corpus/undo` */
export const undoAct: Act = async ({ store, corpus, body }) => {
  const { revision: undone } = readBody(REVISION, body);
  const { revision } = await store.undo(corpus, undone);
  const isThere = (await store.listCorpora()).some(({ id }) => id === corpus);
  return { to: isThere ? '/' : '/corpora', json: { corpus, undone, revision } };
};

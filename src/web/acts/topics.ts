import { z } from 'zod';
import type { Act, ActRequest } from '../act.js';
import { readBody, seen } from '../body.js';
import { newId, TOPIC_FORM, topicOfFields } from '../editors/topic-form.js';
import { topicHref } from '../models/source.js';
import { Refusal } from '../refusal.js';

/** `POST /corpora/:corpus/topics`: a topic of the reader's own, or a suggested one as it stands. */
export const addTopic: Act = async (request) => {
  const { store, corpus, body } = request;
  const { seen: seenRevision, ...fields } = readBody(TOPIC_FORM, body);
  const taken = (await store.list(corpus, 'topic')).map(({ key }) => key);
  const topic = topicOfFields(newId(fields.title, taken, 'topic'), fields, await namesOf(request));
  const { revision } = await store.save(corpus, 'topic', topic, { seen: seenRevision });
  return { to: topicHref(topic.id), status: 201, json: { corpus, topic, revision } };
};

/** `POST /corpora/:corpus/topics/:id` */
export const saveTopic: Act = async (request) => {
  const { store, corpus, params, body } = request;
  const id = params.id ?? '';
  if (!(await store.list(corpus, 'topic')).some(({ key }) => key === id)) throw noTopic(id);
  const { seen: seenRevision, ...fields } = readBody(TOPIC_FORM, body);
  const topic = topicOfFields(id, fields, await namesOf(request));
  const { revision } = await store.save(corpus, 'topic', topic, { seen: seenRevision });
  return { to: topicHref(id), json: { corpus, topic, revision } };
};

/** `POST /corpora/:corpus/topics/:id/delete`: its pins stay, and hold again when the deletion is undone. */
export const deleteTopic: Act = async ({ store, corpus, params, body }) => {
  const id = params.id ?? '';
  const { seen: seenRevision } = readBody(z.looseObject({ seen }), body);
  const { revision } = await store.remove(corpus, 'topic', id, { seen: seenRevision });
  return { to: '/', json: { corpus, topic: id, revision } };
};

async function namesOf({ store, corpus }: ActRequest) {
  const [names] = await store.list(corpus, 'names');
  return { referents: names?.value ?? [] };
}

export function noTopic(id: string): Refusal {
  return new Refusal(
    404,
    `there is no topic “${id.slice(0, 60)}”`,
    'choose one from the list of topics, or type your own',
  );
}

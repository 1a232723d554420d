import { once } from '../../corpus/remembered.js';
import type { Comparison } from '../../compare/schema/comparison.js';
import { comparisonRows } from '../../sheet/csv.js';
import type { Topic } from '../../topics/topic.js';
import type { Library } from '../../corpus/library.js';
import { compared } from '../compared.js';
import { leftOutOf } from '../models/left-out.js';
import { topicHref } from '../models/source.js';
import { topicView } from '../models/topic-page.js';
import { noTopic } from '../acts/topics.js';
import type { Answer, Look, Page } from '../page.js';
import { readComparison, readTypedComparison, searchOf, type ComparisonState } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/topics/:id` */
export const topicPage: Page = ({ library, assets, params, search, format, corpus }) => {
  const topic = namedTopic(library, params.id ?? '');
  const state = readComparison(search, format);
  checkDocuments(library, state);
  const path = topicHref(topic.id);
  if (isAsFormSends(search)) return { redirect: path + searchOf(state) };
  const compare = once(() => compared(library, topic, state));
  return {
    address: path + searchOf(state),
    html: async () =>
      topicView(
        await compare(),
        { path, leftOut: leftOutOf(corpus) },
        state,
        library,
        assets,
        corpus && { topic: topic.id },
      ),
    ...formsOfComparison(compare, state),
  };
};

/** `/topics?q=…`: a topic in a reader's own words. */
export const typedTopicPage: Page = ({ library, assets, search, format, corpus }) => {
  if (search.size === 0) return { redirect: '/' };
  const { q, ...state } = readTypedComparison(search, format);
  checkDocuments(library, state);
  if (isAsFormSends(search)) return { redirect: `/topics${searchOf({ q, ...state })}` };
  const compare = once(() => compared(library, library.topicFromQuery(q), state));
  return {
    address: `/topics${searchOf({ q, ...state })}`,
    html: async () =>
      topicView(
        await compare(),
        { path: '/topics', q, leftOut: leftOutOf(corpus) },
        state,
        library,
        assets,
        corpus && { topic: '' },
      ),
    ...formsOfComparison(compare, state),
  };
};

/** @throws {Refusal} 404 */
export function namedTopic(library: Library, id: string): Topic {
  const topic = library.topics.find((each) => each.id === id);
  if (!topic) throw noTopic(id);
  return topic;
}

export const topicIsThere: Look = async ({ id: corpus, store }, { id = '' }) => {
  if (!(await store.has(corpus, 'topic', id))) throw noTopic(id);
};

/** @throws {Refusal} 400 for a document that the corpus does not have */
export function checkDocuments({ documents }: Library, { reference, pair }: ComparisonState): void {
  for (const id of [reference, ...(pair ?? [])]) {
    if (id !== undefined && !documents.some((document) => document.id === id))
      throw new Refusal(400, `there is no document “${id.slice(0, 60)}”`, 'choose one from the list of sources');
  }
}

/** The legend's form sends "none" before what is ticked, the pair's form one `pair` a source, and empty fields. */
function isAsFormSends(search: URLSearchParams): boolean {
  return (
    search.getAll('devices').length > 1 ||
    search.getAll('pair').length > 1 ||
    [...search].some(([name, value]) => value === '' && (name === 'pair' || name === 'reference'))
  );
}

function formsOfComparison(
  compare: () => Promise<Comparison>,
  { part }: ComparisonState,
): Pick<Answer, 'view' | 'json' | 'csv'> {
  return { view: 'topic', json: compare, csv: async () => comparisonRows(await compare(), part) };
}

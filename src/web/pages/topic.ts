import type { Comparison } from '../../compare/schema.js';
import { comparisonRows } from '../../sheet/csv.js';
import type { Topic } from '../../topics/topic.js';
import type { Library } from '../../corpus/library.js';
import { topicHref } from '../models/source.js';
import { topicView } from '../models/topic-page.js';
import { once, type Answer, type Page } from '../page.js';
import { readSwitches, readTypedSwitches, searchOf } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/topics/:id` */
export const topicPage: Page = ({ library, assets, params, search, format }) => {
  const topic = namedTopic(library, params.id ?? '');
  const switches = readSwitches(search, format === 'html');
  const path = topicHref(topic.id);
  if (isAsFormSends(search)) return { redirect: path + searchOf(switches) };
  const compare = once(() => library.compareTopic(topic));
  return {
    address: path + searchOf(switches),
    html: () => topicView(compare(), { path }, switches, library, assets),
    ...formsOfComparison(compare),
  };
};

/** `/topics?q=…`: a topic in a reader's own words. */
export const typedTopicPage: Page = ({ library, assets, search, format }) => {
  if (search.size === 0) return { redirect: '/' };
  const { q, ...switches } = readTypedSwitches(search, format === 'html');
  if (isAsFormSends(search)) return { redirect: `/topics${searchOf({ q, ...switches })}` };
  const compare = once(() => library.compareQuery(q));
  return {
    address: `/topics${searchOf({ q, ...switches })}`,
    html: () => topicView(compare(), { path: '/topics', q }, switches, library, assets),
    ...formsOfComparison(compare),
  };
};

/** @throws {Refusal} 404 */
export function namedTopic(library: Library, id: string): Topic {
  const topic = library.topics.find((each) => each.id === id);
  if (!topic)
    throw new Refusal(
      404,
      `there is no topic “${id.slice(0, 60)}”`,
      'choose one from the list of topics, or type your own',
    );
  return topic;
}

/** The legend's form sends "none" before what is ticked, so that nothing ticked says so. */
function isAsFormSends(search: URLSearchParams): boolean {
  return search.getAll('devices').length > 1;
}

function formsOfComparison(compare: () => Comparison): Pick<Answer, 'view' | 'json' | 'csv'> {
  return { view: 'topic', json: compare, csv: () => comparisonRows(compare()) };
}

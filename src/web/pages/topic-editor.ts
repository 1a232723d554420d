import { editedFields, NO_TOPIC, TOPIC_FORM, topicOfFields, type TopicFields } from '../editors/topic-form.js';
import { topicEditorView } from '../models/topic-editor.js';
import { topicHref } from '../models/source.js';
import { ownCorpus, type Page, type PageRequest } from '../page.js';
import { ParallaxError } from '../../text/error.js';
import { namedTopic } from './topic.js';
import type { Topic } from '../../topics/topic.js';

/**
 * `/corpora/:corpus/topics/new` and `/topics/:id/edit`: a topic's title, question and cues. What is typed stands in the
 * address when a preview is asked for, so that looking changes nothing and can be sent on.
 */
export const topicEditorPage: Page = (request) => {
  const { library, assets, params, search } = request;
  const corpus = ownCorpus(request);
  const { id } = params;
  const known = id === undefined ? undefined : namedTopic(library, id);
  const typed = typedFields(request);
  const fields = typed ?? (known ? editedFields(known) : NO_TOPIC);
  const isTyped = request.refused !== undefined || search.has('cues');
  const previewed = isTyped ? tried(() => topicOfFields(id ?? 'new', fields, library.names)) : { topic: known };
  const address = known ? `${topicHref(known.id)}/edit` : '/topics/new';
  return {
    address,
    view: 'topic-editor',
    fresh: isTyped,
    html: () =>
      topicEditorView({ corpus, known, address, fields, ...previewed, refused: request.refused }, library, assets),
  };
};

function typedFields({ refused, search }: PageRequest): TopicFields | undefined {
  const given = refused
    ? (refused.body.json ?? Object.fromEntries([...refused.body.fields].map(([name, [value]]) => [name, value])))
    : search.has('cues')
      ? Object.fromEntries(search)
      : undefined;
  const parsed = given === undefined ? undefined : TOPIC_FORM.safeParse(given);
  return parsed && { ...NO_TOPIC, ...parsed.data };
}

/** What is typed may be no topic yet: the page says what is missing. */
function tried(make: () => Topic): { topic: Topic | undefined; problem?: ParallaxError } {
  try {
    return { topic: make() };
  } catch (error) {
    if (error instanceof ParallaxError) return { topic: undefined, problem: error };
    throw error;
  }
}

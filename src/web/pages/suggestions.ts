import { once } from '../../corpus/remembered.js';
import { fieldsOfTopic } from '../editors/topic-form.js';
import { suggestedTopics } from '../../corpus/suggestions.js';
import { suggestionsView } from '../models/suggestions-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/corpora/:corpus/suggestions`: topics that several documents share, each with its passages, to take or to edit first. */
export const suggestionsPage: Page = (request) => {
  const { library, assets, search, refused } = request;
  const corpus = ownCorpus(request);
  if (!refused) readQuery(NO_QUERY, search);
  const suggested = once(() => suggestedTopics(library));
  return {
    address: '/suggestions',
    view: 'suggestions',
    html: () => suggestionsView(suggested(), { corpus, refused }, library, assets),
    json: () => ({
      suggestions: suggested().map(({ topic, shared, differing, documents }) => ({
        topic,
        fields: fieldsOfTopic(topic),
        shared,
        differing,
        documents: documents.map(({ id, passages }) => ({
          id,
          sentences: passages.reduce((sum, { sentences }) => sum + sentences.length, 0),
        })),
      })),
    }),
  };
};

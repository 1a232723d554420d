import { correctionsView } from '../models/corrections-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/**
 * `/corpora/:corpus/corrections`: sentences put in or taken out by hand, and disputed marks, each to be withdrawn. Those of
 * what was deleted wait for its return, and are no corrections meanwhile.
 */
export const correctionsPage: Page = async (request) => {
  const { library, assets, search, refused } = request;
  const corpus = ownCorpus(request);
  if (!refused) readQuery(NO_QUERY, search);
  const { store, id: corpusId } = corpus;
  const listed = new Map((await store.allDocuments(corpusId)).map((each) => [each.id, each]));
  const topics = new Set(library.topics.map(({ id }) => id));
  const disputes = (await store.list(corpusId, 'dispute')).filter(({ value }) => listed.has(value.document));
  const pins = (await store.list(corpusId, 'pin')).filter(
    ({ value }) => listed.has(value.document) && topics.has(value.topic),
  );
  /** Also of a document that could not be analysed. */
  const documentOf = (id: string): { readonly short: string; readonly text: string } => {
    const known = library.documents.find((each) => each.id === id);
    const listing = listed.get(id);
    return known ?? { short: listing?.short ?? id, text: listing ? store.textNow(listing) : '' };
  };
  return {
    address: '/corrections',
    view: 'corrections',
    html: () => correctionsView({ pins, disputes, documentOf, corpus, refused }, library, assets),
    json: () => ({ pins, disputes, revision: corpus.revision }),
  };
};

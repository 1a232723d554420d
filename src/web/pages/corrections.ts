import { correctionsView } from '../models/corrections-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/corpora/:corpus/corrections`: sentences put in or taken out by hand, and disputed marks, each to be withdrawn. */
export const correctionsPage: Page = async (request) => {
  const { library, assets, search, refused } = request;
  const corpus = ownCorpus(request);
  if (!refused) readQuery(NO_QUERY, search);
  const pins = await corpus.store.list(corpus.id, 'pin');
  const disputes = await corpus.store.list(corpus.id, 'dispute');
  return {
    address: '/corrections',
    view: 'corrections',
    html: () => correctionsView({ pins, disputes, corpus, refused }, library, assets),
    json: () => ({ pins, disputes, revision: corpus.revision }),
  };
};

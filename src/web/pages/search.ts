import { z } from 'zod';
import { foundData, foundRows } from '../../corpus/search-corpus.js';
import { FOUND_A_PAGE, searchQuery, searchView } from '../models/search-page.js';
import { ownCorpus, type Page } from '../page.js';
import { once, readQuery } from '../query.js';

const SEARCH_QUERY = z.strictObject({
  q: once(z.string().trim().max(500, 'takes 500 characters at most')).optional(),
  page: once(z.string().regex(/^[1-9]\d{0,3}$/, 'is no number of a page')).optional(),
  document: once(z.string().min(1, 'is empty').max(120, 'is no document’s id')).optional(),
});

/** `/corpora/:corpus/search?q=`: documents that hold all the words, with the sentences that do; `document=` searches one. */
export const searchPage: Page = async (request) => {
  const { library, assets, search } = request;
  const { id, corpora } = ownCorpus(request);
  const { q = '', page = '1', document } = readQuery(SEARCH_QUERY, search);
  const state = { q, page: Number(page), document };
  const found = await corpora.search(id, q, {
    limit: FOUND_A_PAGE,
    offset: (state.page - 1) * FOUND_A_PAGE,
    document,
  });
  return {
    address: `/search?${searchQuery(state)}`,
    view: 'search',
    // A text that is analysed meanwhile has other sentences, and no revision says so.
    changes: found.found.map(({ isRead }) => (isRead ? 'r' : 'u')).join(''),
    html: () => searchView(state, found, library, assets),
    json: () => foundData(found),
    csv: () => foundRows(found),
  };
};

import { z } from 'zod';
import { searchData, searchView, FOUND_A_PAGE } from '../models/search-page.js';
import { ownCorpus, type Page } from '../page.js';
import { once, readQuery } from '../query.js';

const SEARCH_QUERY = z.strictObject({
  q: once(z.string().trim().max(500, 'takes 500 characters at most')).optional(),
  page: once(z.string().regex(/^[1-9]\d{0,3}$/, 'is no number of a page')).optional(),
});

/** `/corpora/:corpus/search?q=`: documents that hold all the words, with the sentences that do. */
export const searchPage: Page = async (request) => {
  const { library, assets, search } = request;
  const corpus = ownCorpus(request);
  const { q = '', page = '1' } = readQuery(SEARCH_QUERY, search);
  const offset = (Number(page) - 1) * FOUND_A_PAGE;
  const found = await corpus.store.search(corpus.id, q, { limit: FOUND_A_PAGE, offset });
  return {
    address: `/search?${new URLSearchParams({ q, page }).toString()}`,
    view: 'search',
    html: () => searchView({ q, page: Number(page), found }, library, assets),
    json: () => searchData(found),
  };
};

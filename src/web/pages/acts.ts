import { z } from 'zod';
import { actsOf, actsView } from '../models/acts-page.js';
import { ownCorpus, type Page } from '../page.js';
import { once, readQuery } from '../query.js';
import { subjectsOf } from '../subjects.js';

const LINES_A_PAGE = 100;
const ACTS_QUERY = z.strictObject({ before: once(z.string().regex(/^\d{1,15}$/, 'is no number')).optional() });

/** `/corpora/:corpus/acts`: every change of a corpus, the newest first, each with a way to undo it. */
export const actsPage: Page = async (request) => {
  const { library, assets, search, refused } = request;
  const { id, title, store } = ownCorpus(request);
  const { before } = readQuery(ACTS_QUERY, search);
  const lines = await store.audit({ corpus: id, limit: LINES_A_PAGE, ...(before && { before: Number(before) }) });
  const next = lines.length === LINES_A_PAGE ? lines.at(-1)?.number : undefined;
  return {
    address: '/acts',
    view: 'acts',
    fresh: true,
    html: async () => {
      const acts = actsOf(lines, await subjectsOf(store, id, lines), LINES_A_PAGE);
      return actsView(acts, next, title, refused, library, assets);
    },
    json: () => ({ acts: lines, next: next ?? null }),
  };
};

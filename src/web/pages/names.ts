import { once } from '../../corpus/remembered.js';
import { ladderOf, ladderRows, namesView } from '../models/names-page.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/names`: the labels each source uses for each referent. */
export const namesPage: Page = ({ library, assets, search }) => {
  readQuery(NO_QUERY, search);
  const ladder = once(() => ladderOf(library));
  return {
    address: '/names',
    view: 'names',
    html: async () => namesView(await ladder(), library, assets),
    json: async () => ({ corpus: library.corpus, referents: (await ladder()).referents }),
    csv: async () => ladderRows(await ladder()),
  };
};

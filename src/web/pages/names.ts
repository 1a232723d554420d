import { ladderOf, ladderRows, namesView } from '../models/names-page.js';
import { once, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/names`: the labels each source uses for each referent. */
export const namesPage: Page = ({ library, assets, search }) => {
  readQuery(NO_QUERY, search);
  const ladder = once(() => ladderOf(library));
  return {
    address: '/names',
    view: 'names',
    html: () => namesView(ladder(), library, assets),
    json: () => ({ corpus: library.corpus, referents: ladder() }),
    csv: () => ladderRows(ladder(), library),
  };
};

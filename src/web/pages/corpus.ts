import { corpusData, corpusRows, corpusView } from '../models/corpus-page.js';
import { once, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/`: the corpus as a topic × document matrix, and its sources. */
export const corpusPage: Page = ({ library, assets, search }) => {
  readQuery(NO_QUERY, search);
  const comparisons = once(() => library.topics.map((topic) => library.compareTopic(topic)));
  return {
    address: '/',
    view: 'corpus',
    html: () => corpusView(comparisons(), library, assets),
    json: () => corpusData(comparisons(), library),
    csv: () => corpusRows(comparisons()),
  };
};

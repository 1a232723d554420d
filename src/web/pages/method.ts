import { methodData, methodRows, methodView } from '../models/method-page.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/method`: devices, their entries and limits, voices, topics, tone, works. */
export const methodPage: Page = ({ library, assets, search }) => {
  readQuery(NO_QUERY, search);
  return {
    address: '/method',
    view: 'method',
    html: () => methodView(library, assets),
    json: () => methodData(library),
    csv: () => methodRows(library),
  };
};

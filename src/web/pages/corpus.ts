import { createHash } from 'node:crypto';
import { corpusLines } from '../models/corpora-page.js';
import { corpusData, corpusRows, corpusView } from '../models/corpus-page.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';

/** `/`: the built-in corpus as a topic × document matrix, its sources, and the reader's own corpora. */
export const corpusPage: Page = async ({ library, assets, corpora, search }) => {
  readQuery(NO_QUERY, search);
  const own = corpora && { corpora: corpusLines(await corpora.store.listCorpora()) };
  return {
    address: '/',
    view: 'corpus',
    changes: own && createHash('sha256').update(JSON.stringify(own)).digest('base64url').slice(0, 12),
    html: () => ({ ...corpusView(library, assets), own: own ?? null }),
    json: () => corpusData(library),
    csv: () => corpusRows(library),
  };
};

import { z } from 'zod';
import { pieceAt, piecesOf } from '../../corpus/pieces.js';
import { documentData, documentRows, documentView } from '../models/document-page.js';
import { documentHref } from '../models/source.js';
import type { Look, Page } from '../page.js';
import { once, readQuery, readSwitches, searchOf } from '../query.js';
import { Refusal } from '../refusal.js';

/** An offset into the stored text leads to the sentence it stands in. */
const AT_QUERY = z.strictObject({ at: once(z.string().regex(/^\d{1,9}$/, 'is no place in a text')) });

/** `/documents/:id`: the whole text, marked. */
export const documentPage: Page = ({ library, corpus, assets, params, search, format }) => {
  const document = library.documents.find(({ id }) => id === params.id);
  const isUnread =
    corpus?.unsupported.some(({ id }) => id === params.id) || corpus?.unread.some(({ id }) => id === params.id);
  if (!document && isUnread) return { redirect: `${documentHref(params.id ?? '')}/edit${placeIn(search)}` };
  if (!document) throw noDocument(params.id ?? '');
  if (search.has('at')) {
    const pieces = piecesOf(library.analysisOf(document).reading).flat();
    const at = Number(readQuery(AT_QUERY, search).at);
    return { redirect: documentHref(document.id, pieces[pieceAt(pieces, at)]?.start) };
  }
  const switches = readSwitches(search, format === 'html');
  const path = documentHref(document.id);
  if (search.getAll('devices').length > 1) return { redirect: path + searchOf(switches) };
  return {
    address: path + searchOf(switches),
    view: 'document',
    html: () => ({
      ...documentView(document, switches, library, assets),
      editHref: corpus ? `${documentHref(document.id)}/edit` : '',
    }),
    json: () => documentData(document, library),
    csv: () => documentRows(document, library),
  };
};

export const documentIsThere: Look = async ({ id: corpus, store }, { id = '' }) => {
  if (!(await store.has(corpus, 'document', id))) throw noDocument(id);
};

/** A text that is not analysed is cut by the rule that the search cut it by. */
function placeIn(search: URLSearchParams): string {
  const at = search.get('at') ?? '';
  return /^\d{1,9}$/.test(at) ? `#s-${at}` : '';
}

function noDocument(id: string): Refusal {
  return new Refusal(404, `there is no document “${id.slice(0, 60)}”`, 'choose one from the list of sources');
}

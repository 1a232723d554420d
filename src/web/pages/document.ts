import { documentData, documentRows, documentView } from '../models/document-page.js';
import { documentHref } from '../models/source.js';
import type { Page } from '../page.js';
import { readSwitches, searchOf } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/documents/:id`: the whole text, marked. */
export const documentPage: Page = ({ library, corpus, assets, params, search, format }) => {
  const document = library.documents.find(({ id }) => id === params.id);
  const isUnread =
    corpus?.unsupported.some(({ id }) => id === params.id) || corpus?.unread.some(({ id }) => id === params.id);
  if (!document && isUnread) return { redirect: `${documentHref(params.id ?? '')}/edit` };
  if (!document)
    throw new Refusal(
      404,
      `there is no document “${(params.id ?? '').slice(0, 60)}”`,
      'choose one from the list of sources',
    );
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

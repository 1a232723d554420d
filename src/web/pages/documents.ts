import { z } from 'zod';
import { csvOfDocuments, documentDatum, documentList, DOCUMENTS_A_PAGE } from '../models/document-list.js';
import { formsOf, frameOf } from '../models/frame.js';
import { ownCorpus, type Page } from '../page.js';
import { counted } from '../prose.js';
import { once, readQuery } from '../query.js';

const PAGE_QUERY = z.strictObject({ after: once(z.string().regex(/^\d{1,15}$/, 'is no number')).optional() });

/** `/corpora/:corpus/documents`: the documents of a corpus, a hundred a page. */
export const documentsPage: Page = async (request) => {
  const { library, assets, search } = request;
  const { id, title, store } = ownCorpus(request);
  const after = Number(readQuery(PAGE_QUERY, search).after ?? 0);
  const page = await store.listDocuments(id, { after, limit: DOCUMENTS_A_PAGE });
  const query = after === 0 ? '' : `?after=${after}`;
  return {
    address: `/documents${query}`,
    view: 'documents',
    html: () => ({
      frame: frameOf(assets, library, {
        title: `Documents of ${title}`,
        current: '/#sources',
        forms: formsOf('/documents', query),
      }),
      title,
      kicker: counted(page.total, 'document'),
      documents: documentList(page, after),
    }),
    json: () => ({ documents: page.documents.map(documentDatum), total: page.total, next: page.next }),
    csv: () => csvOfDocuments(page.documents),
  };
};

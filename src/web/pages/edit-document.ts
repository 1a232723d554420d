import { editView } from '../models/edit-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { typedIn } from '../body.js';
import { documentHref } from '../models/source.js';
import { documentDatum } from '../models/document-list.js';

/** Lines of the audit that are searched for what changed since the editor looked. */
const MOST_LINES = 500;

/** `/corpora/:corpus/documents/:id/edit`: what is known of a document and where its article stands, to be corrected. */
export const editPage: Page = async (request) => {
  const { library, assets, params, search, refused } = request;
  const corpus = ownCorpus(request);
  if (!refused) readQuery(NO_QUERY, search);
  const document = await corpus.store.readDocument(corpus.id, params.id ?? '');
  const seen = Number(typedIn(refused?.body, 'seen') ?? NaN);
  const lines = refused?.status === 409 ? await corpus.store.audit({ corpus: corpus.id, limit: MOST_LINES }) : [];
  const since = lines.filter(
    ({ kind, key, revision }) => kind === 'document' && key === document.id && revision > seen,
  );
  return {
    address: `${documentHref(document.id)}/edit`,
    view: 'edit-document',
    html: () => editView(document, corpus, { refused, since }, library, assets),
    json: () => ({ ...documentDatum(document), text: document.text, revision: corpus.revision }),
  };
};

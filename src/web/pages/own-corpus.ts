import { csvOfDocuments, DOCUMENTS_A_PAGE } from '../models/document-list.js';
import { actsOf } from '../models/acts-page.js';
import { ownCorpusData, ownCorpusView } from '../models/own-corpus-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { subjectsOf } from '../subjects.js';

/** More columns than these are no table to look at; a larger corpus lists its topics and documents. */
const MOST_COLUMNS = 12;
const LAST_ACTS = 3;
/** Lines of the audit that are read for the last few acts. */
const LINES_OF_LAST_ACTS = 60;

/** `/corpora/:corpus`: topics × documents of a corpus of the reader's own, its documents, and what was done last. */
export const ownCorpusPage: Page = async (request) => {
  const { assets, library: seeds, search, refused } = request;
  const corpus = ownCorpus(request);
  readQuery(NO_QUERY, search);
  const documents = await corpus.store.listDocuments(corpus.id, { limit: DOCUMENTS_A_PAGE });
  const topics = (await corpus.store.list(corpus.id, 'topic')).map(({ value }) => value);
  const lines = await corpus.store.audit({ corpus: corpus.id, limit: LINES_OF_LAST_ACTS });
  const isSmall = documents.total > 0 && documents.total <= MOST_COLUMNS && topics.length > 0;
  const opened = isSmall ? await corpus.corpora.open(corpus.id) : undefined;
  const last = new Set([...new Set(lines.map(({ revision }) => revision))].slice(0, LAST_ACTS));
  const subjects = await subjectsOf(
    corpus.store,
    corpus.id,
    lines.filter(({ revision }) => last.has(revision)),
  );
  const acts = actsOf(lines, subjects, LINES_OF_LAST_ACTS).slice(0, LAST_ACTS);
  const shown = { corpus, documents, topics, acts, library: opened?.library, refused };
  return {
    address: '/',
    view: 'own-corpus',
    html: () => ownCorpusView(shown, seeds, assets),
    json: () => ownCorpusData(shown),
    csv: () => csvOfDocuments(documents.documents),
  };
};

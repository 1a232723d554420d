import type { Library } from '../../corpus/library.js';
import type { DocumentPage } from '../../corpus/store/documents.js';
import type { Topic } from '../../topics/topic.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import type { Refused, StoredCorpus } from '../page.js';
import { counted } from '../prose.js';
import type { ActLine } from './acts-page.js';
import { corpusData, corpusView, type CorpusView } from './corpus-page.js';
import { documentDatum, documentList, type DocumentListView } from './document-list.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { topicHref } from './source.js';

export interface OwnCorpusView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly typedTitle: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  /** Topics × documents where that is a table to look at. */
  readonly matrix: Pick<CorpusView, 'stripWidth' | 'sources' | 'rows'> | null;
  readonly topics: readonly { readonly title: string; readonly href: string; readonly question: string }[];
  readonly documents: DocumentListView;
  readonly acts: readonly ActLine[];
}

interface Shown {
  readonly corpus: StoredCorpus;
  readonly documents: DocumentPage;
  readonly topics: readonly Topic[];
  readonly acts: readonly ActLine[];
  /** Opened where its matrix is shown. */
  readonly library: Library | undefined;
  readonly refused: Refused | undefined;
}

export function ownCorpusView(
  { corpus, documents, topics, acts, library, refused }: Shown,
  seeds: Library,
  assets: Assets,
): OwnCorpusView {
  const { title, revision } = corpus;
  return {
    frame: frameOf(assets, seeds, { title, current: '/', typed: null, forms: formsOf('/index') }),
    kicker: `${counted(documents.total, 'document')} · ${counted(topics.length, 'topic')}`,
    title,
    typedTitle: typedIn(refused?.body, 'title') ?? title,
    revision,
    refused: refusedLine(refused),
    matrix: library && library.documents.length > 0 ? corpusView(library, assets) : null,
    topics: topics.map(({ id, title: name, question }) => ({ title: name, href: topicHref(id), question })),
    documents: documentList(documents),
    acts,
  };
}

export function ownCorpusData({ corpus: { id, title, revision }, documents, topics, library }: Shown): object {
  const listed = documents.documents.map(documentDatum);
  const whole = library ? corpusData(library) : { topics };
  return { ...whole, corpus: { id, title, revision }, documents: listed, total: documents.total, next: documents.next };
}

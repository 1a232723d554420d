import { languageName } from '../../corpus/import/language-name.js';
import type { DocumentListing, DocumentPage } from '../../corpus/store/documents.js';
import type { Cell } from '../../sheet/csv.js';
import { grouped, newsDate } from '../prose.js';
import { documentHref } from './source.js';

export const DOCUMENTS_A_PAGE = 100;

export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly isTitled: boolean;
  readonly href: string;
  readonly edit: string;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly file: string;
  /** Why it is not analysed; empty where it is. */
  readonly unsupported: string;
  readonly warnings: number;
}

export interface DocumentListView {
  readonly lines: readonly DocumentLine[];
  /** "101–200 of 10,000". */
  readonly range: string;
  /** Address of the page behind this one; empty on the last. */
  readonly next: string;
}

export function documentList({ documents, total, next }: DocumentPage, after = 0): DocumentListView {
  const isAll = after === 0 && next === null;
  return {
    lines: documents.map(documentLine),
    range: isAll ? grouped(total) : `${grouped(documents.length)} of ${grouped(total)}`,
    next: next === null ? '' : `/documents?after=${next}`,
  };
}

function documentLine(document: DocumentListing): DocumentLine {
  const { id, title, outlet, author, date, file, language, warnings, short } = document;
  const edit = `${documentHref(id)}/edit`;
  return {
    id,
    title: title?.is ?? short,
    isTitled: title !== null,
    // A text that is not analysed has no marked page.
    href: language.supported ? documentHref(id) : edit,
    edit,
    outlet: outlet?.is ?? null,
    author: author?.is ?? null,
    date: date === null ? null : newsDate(date.is),
    file,
    unsupported: language.supported ? '' : `in ${languageName(language.code)}, kept and not analysed`,
    warnings: warnings.length,
  };
}

/** What lists give of a document to programs. */
export function documentDatum(document: DocumentListing): object {
  const { id, file, sha256, format, bytes, short, title, outlet, author, date, url } = document;
  const { language, warnings, region, furniture, article, position } = document;
  const facts = { title, outlet, author, date, url };
  const extent = { region, furniture, article };
  return { id, position, file, format, bytes, sha256, short, ...facts, language, warnings, ...extent };
}

export function csvOfDocuments(documents: readonly DocumentListing[]): Cell[][] {
  const rows = documents.map(
    ({ id, file, format, bytes, sha256, title, outlet, author, date, url, language }): Cell[] => [
      id,
      title?.is ?? null,
      outlet?.is ?? null,
      author?.is ?? null,
      date?.is ?? null,
      url?.is ?? null,
      language.code,
      file,
      format,
      bytes,
      sha256,
    ],
  );
  const head = [
    'document',
    'title',
    'outlet',
    'author',
    'date',
    'url',
    'language',
    'file',
    'format',
    'bytes',
    'sha256',
  ];
  return [head, ...rows];
}

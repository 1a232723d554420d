import type { Span } from '../../text/span.js';
import type { OwnConnection } from './connection.js';
import { readCorpus } from './corpora.js';
import { allDocumentsOf, type DocumentListing } from './documents.js';
import { findDocuments, highlight, HIT_END, HIT_START, toQuery } from './search.js';

/** A document that holds all of a reader's words; hits are UTF-16 spans of its stored text, in their order. */
export interface FoundText {
  readonly document: DocumentListing;
  readonly text: string;
  readonly hits: readonly Span[];
}

export interface FoundTexts {
  readonly total: number;
  /** The best match first. */
  readonly found: readonly FoundText[];
}

export interface FoundPage {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** Id of the one document that is searched. */
  readonly document?: string | undefined;
}

const MOST_FOUND = 50;

/** Documents of a corpus that hold all of a reader's words, in any inflection; texts are read of one page alone. */
export async function search(
  connection: OwnConnection,
  corpus: string,
  words: string,
  { limit = 20, offset = 0, document: only }: FoundPage = {},
): Promise<FoundTexts> {
  await readCorpus(connection, corpus);
  const query = toQuery(words);
  if (query === undefined) return { total: 0, found: [] };
  const page = { limit: Math.max(1, Math.min(limit, MOST_FOUND)), offset: Math.max(0, offset), only };
  const of = { owner: connection.owner, corpus };
  const { total, numbers } = await findDocuments(connection.read, of, query, page);
  const listed = new Map(
    (await allDocumentsOf(connection, corpus, numbers)).map((document) => [document.number, document]),
  );
  const found: FoundText[] = [];
  for (const number of numbers) {
    const document = listed.get(number);
    if (document) found.push({ document, ...unmarked(await highlight(connection.read, number, query)) });
  }
  return { total, found };
}

/** Text with marks → the text and where they stood. */
function unmarked(marked: string): Pick<FoundText, 'text' | 'hits'> {
  const [before = '', ...pieces] = marked.split(HIT_START);
  const texts = [before];
  let at = before.length;
  const hits = pieces.map((piece) => {
    const [hit = '', ...rest] = piece.split(HIT_END);
    texts.push(hit, ...rest);
    const start = at;
    at += piece.length - rest.length * HIT_END.length;
    return { start, end: start + hit.length };
  });
  return { text: texts.join(''), hits };
}

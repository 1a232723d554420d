import type { Connection } from './connection.js';
import { readCorpus } from './corpora.js';
import { allDocumentsOf, type DocumentListing } from './documents.js';
import { findDocuments, highlight, HIT_END, HIT_START, toQuery } from './search.js';

/** A sentence of a found document; spans are UTF-16 offsets into the stored text. */
export interface FoundSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hits: readonly { readonly start: number; readonly end: number }[];
}

export interface FoundDocument {
  readonly document: DocumentListing;
  /** The first sentences that hold one of the words. */
  readonly sentences: readonly FoundSentence[];
  /** How many words were hit in all. */
  readonly hits: number;
}

export interface Found {
  readonly total: number;
  readonly found: readonly FoundDocument[];
}

const SENTENCES_SHOWN = 5;
const MOST_FOUND = 50;
/** A line longer than this is no paragraph; `Intl.Segmenter` takes more than linear time over it. */
const LONGEST_PARAGRAPH = 4_000;

/** Documents of a corpus that hold all of a reader's words, in any inflection, with the sentences that hold them. */
export async function search(
  connection: Connection,
  corpus: string,
  words: string,
  { limit = 20, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<Found> {
  await readCorpus(connection, corpus);
  const query = toQuery(words);
  if (query === undefined) return { total: 0, found: [] };
  const page = { limit: Math.max(1, Math.min(limit, MOST_FOUND)), offset: Math.max(0, offset) };
  const { total, numbers } = await findDocuments(connection.read, corpus, query, page);
  const listed = new Map(
    (await allDocumentsOf(connection, corpus, numbers)).map((document) => [document.number, document]),
  );
  const found: FoundDocument[] = [];
  for (const number of numbers) {
    const document = listed.get(number);
    if (document) found.push({ document, ...foundIn(await highlight(connection.read, number, query)) });
  }
  return { total, found };
}

/** Text with marks → its sentences with hits. */
function foundIn(marked: string): Pick<FoundDocument, 'sentences' | 'hits'> {
  const pieces = marked.split(HIT_START);
  let text = pieces[0] ?? '';
  const hits = pieces.slice(1).map((piece) => {
    const [hit = '', ...rest] = piece.split(HIT_END);
    const start = text.length;
    text += hit + rest.join('');
    return { start, end: start + hit.length };
  });
  const sentences: { start: number; end: number; text: string; hits: { start: number; end: number }[] }[] = [];
  for (const hit of hits) {
    const last = sentences.at(-1);
    if (last && hit.start < last.end) last.hits.push(hit);
    else if (sentences.length < SENTENCES_SHOWN) {
      const { start, end } = sentenceAround(text, hit.start);
      sentences.push({ start, end, text: text.slice(start, end), hits: [hit] });
    } else break;
  }
  return { sentences, hits: hits.length };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence of a hit within its line: made again from the text, so that search needs no analysis. */
function sentenceAround(text: string, at: number): { start: number; end: number } {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LONGEST_PARAGRAPH / 2);
  const newline = text.indexOf('\n', at);
  const to = Math.min(newline < 0 ? text.length : newline, at + LONGEST_PARAGRAPH / 2);
  const segment = segmenter.segment(text.slice(from, to)).containing(at - from);
  const start = from + (segment?.index ?? 0);
  const end = start + (segment?.segment.trimEnd().length ?? to - from);
  return { start, end };
}

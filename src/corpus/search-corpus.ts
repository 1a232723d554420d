import type { Span } from '../text/span.js';
import { unpackOutline } from './packed-reading.js';
import { partsOf, sentencesIn } from './parts.js';
import { pieceAt, piecesOf } from './pieces.js';
import type { DocumentListing } from './store/documents.js';
import type { FoundPage, FoundText } from './store/find.js';
import type { Store } from './store/store.js';

/** A sentence of a found document; spans are UTF-16 offsets into the stored text. */
export interface FoundSentence extends Span {
  readonly text: string;
  readonly hits: readonly Span[];
}

export interface FoundDocument {
  readonly document: DocumentListing;
  /** All that hold one of the words, in their order: two words may stand in two sentences. */
  readonly sentences: readonly FoundSentence[];
  /** How many words were hit in all. */
  readonly hits: number;
  /** Whether its sentences are those of its page; a text that is not analysed has none yet, and is cut by rule. */
  readonly isRead: boolean;
}

export interface Found {
  readonly total: number;
  readonly found: readonly FoundDocument[];
}

/** Documents of a corpus that hold all of a reader's words, with the sentences that do; `program` says whose readings hold. */
export async function searchCorpus(
  store: Pick<Store, 'search' | 'olderAnalysis'>,
  program: string,
  corpus: string,
  words: string,
  page?: FoundPage,
): Promise<Found> {
  const { total, found } = await store.search(corpus, words, page);
  const documents: FoundDocument[] = [];
  for (const { document, text, hits } of found) {
    const kept = document.language.supported ? await store.olderAnalysis(document.content, program) : undefined;
    const pieces = kept
      ? piecesOf(unpackOutline(kept)).flat()
      : partsOf(text).flatMap((part) => sentencesIn(text, part));
    documents.push({
      document,
      sentences: hitIn(pieces, { text, hits }),
      hits: hits.length,
      isRead: kept !== undefined,
    });
  }
  return { total, found: documents };
}

/** A hit that spans several pieces, as quoted words may, is marked in each. */
function hitIn(pieces: readonly Span[], { text, hits }: Pick<FoundText, 'text' | 'hits'>): FoundSentence[] {
  const found = new Map<number, { start: number; end: number; text: string; hits: Span[] }>();
  for (const hit of hits) {
    for (let at = pieceAt(pieces, hit.start); at < pieces.length; at += 1) {
      const { start, end } = pieces[at] ?? hit;
      if (start >= hit.end) break;
      const words = text.slice(start, Math.max(end, start + 1)).trimEnd();
      const known = found.get(at) ?? { start, end: start + words.length, text: words, hits: [] };
      const within = { start: Math.max(hit.start, start), end: Math.min(hit.end, known.end) };
      if (within.start < within.end) {
        known.hits.push(within);
        found.set(at, known);
      }
    }
  }
  return [...found.values()];
}

/** What programs get of a search; `start` and `end` are UTF-16 offsets into the document's stored text. */
export function foundData({ total, found }: Found): object {
  return {
    total,
    found: found.map(({ document: { id, title, outlet, date }, sentences, hits }) => ({
      document: { id, title, outlet, date },
      hits,
      sentences,
    })),
  };
}

/** The same as a table: a row a sentence. */
export function foundRows({ found }: Found): (string | number | null)[][] {
  return [
    ['document', 'outlet', 'start', 'end', 'text', 'hits'],
    ...found.flatMap(({ document: { id, outlet }, sentences }) =>
      sentences.map(({ start, end, text, hits }) => [id, outlet?.is ?? null, start, end, text, hits.length]),
    ),
  ];
}

import type { Library } from '../../corpus/library.js';
import type { CorpusListing } from '../../corpus/store/corpora.js';
import type { Store } from '../../corpus/store/store.js';
import type { Assets } from '../assets.js';
import type { Refused } from '../page.js';
import { counted, newsDate } from '../prose.js';
import { typedIn } from '../body.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';

export interface CorpusLine {
  readonly title: string;
  readonly href: string;
  /** "12 documents, 3 topics". */
  readonly holds: string;
  /** "made on 4 May 2024". */
  readonly made: string;
}

export interface DeletedLine {
  readonly title: string;
  readonly undo: string;
  readonly revision: number;
}

export interface CorporaView {
  readonly frame: Frame;
  readonly builtIn: string;
  readonly corpora: readonly CorpusLine[];
  readonly deleted: readonly DeletedLine[];
  readonly isReadOnly: boolean;
  readonly refused: RefusedLine | null;
  readonly typedTitle: string;
}

interface Listed {
  readonly listings: readonly CorpusListing[];
  readonly deleted: readonly DeletedLine[];
  readonly isReadOnly: boolean;
  readonly refused: Refused | undefined;
}

export function corporaView(
  { listings, deleted, isReadOnly, refused }: Listed,
  library: Library,
  assets: Assets,
): CorporaView {
  return {
    frame: frameOf(assets, library, {
      title: 'Your corpora',
      current: '/corpora',
      typed: null,
      forms: [{ href: '/corpora.json', label: 'JSON' }],
    }),
    builtIn: library.corpus.title,
    corpora: corpusLines(listings),
    deleted,
    isReadOnly,
    refused: refusedLine(refused),
    typedTitle: typedIn(refused?.body, 'title') ?? '',
  };
}

export function corpusLines(listings: readonly CorpusListing[]): CorpusLine[] {
  return listings.map(({ id, title, documents, topics, made }) => ({
    title,
    href: `/corpora/${encodeURIComponent(id)}`,
    holds: `${counted(documents, 'document')}, ${counted(topics, 'topic')}`,
    made: `made on ${newsDate(made.slice(0, 10))}`,
  }));
}

const MOST_DELETED = 5;

/** What was deleted last and can be brought back. */
export async function deletedCorpora(store: Store, listings: readonly CorpusListing[]): Promise<DeletedLine[]> {
  const there = new Set(listings.map(({ id }) => id));
  const lines = await store.audit({ limit: 100 });
  const deletions = lines.filter(({ act, kind, corpus, after }) => {
    const isLast = act === 'delete corpus' || act === 'undo';
    return isLast && kind === 'corpus' && after === null && !there.has(corpus);
  });
  const last = new Map([...deletions].reverse().map((line) => [line.corpus, line]));
  return [...last.values()].slice(-MOST_DELETED).map(({ corpus, revision, before }) => ({
    title: titleOf(before) ?? corpus,
    undo: `/corpora/${encodeURIComponent(corpus)}/undo`,
    revision,
  }));
}

function titleOf(thing: unknown): string | undefined {
  if (typeof thing !== 'object' || thing === null || !('title' in thing)) return undefined;
  return typeof thing.title === 'string' ? thing.title : undefined;
}

export function corporaData(listings: readonly CorpusListing[]): object {
  return { corpora: listings };
}

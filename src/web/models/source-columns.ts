import { COMPARED_AT_ONCE } from '../../corpus/coverage.js';
import type { Document } from '../../corpus/corpus.js';
import { documentHref } from './source.js';

/** Columns of a table over a whole corpus: a document each, or an outlet each where documents are too many for that. */
export interface SourceColumns {
  readonly columns: readonly SourceColumn[];
  /** The column of a document by its place in the corpus. */
  readonly columnOf: (at: number) => number;
}

export interface SourceColumn {
  /** Of a document; empty for an outlet. */
  readonly id: string;
  readonly short: string;
  readonly href: string;
}

/** Outlets with most documents that get a column of their own. */
const MOST_OUTLETS = 12;
const OTHERS = 'All others';

export function sourceColumns(documents: readonly Document[]): SourceColumns {
  if (documents.length <= COMPARED_AT_ONCE)
    return {
      columns: documents.map(({ id, short }) => ({ id, short, href: documentHref(id) })),
      columnOf: (at) => at,
    };
  const times = new Map<string, number>();
  for (const { outlet } of documents) if (outlet !== 'unknown') times.set(outlet.is, (times.get(outlet.is) ?? 0) + 1);
  const outlets = [...times]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MOST_OUTLETS)
    .map(([outlet]) => outlet);
  const places = new Map(outlets.map((outlet, place) => [outlet, place]));
  const columnAt = documents.map(({ outlet }) =>
    outlet === 'unknown' ? outlets.length : (places.get(outlet.is) ?? outlets.length),
  );
  const isAll = !columnAt.includes(outlets.length);
  return {
    columns: [...outlets, ...(isAll ? [] : [OTHERS])].map((short) => ({ id: '', short, href: '' })),
    columnOf: (at) => columnAt[at] ?? outlets.length,
  };
}

import type { Told } from './features.js';
import { meet, type Meeting } from './similarity.js';

/** Two sentences of a row. */
export interface MetPair {
  readonly from: Told;
  readonly to: Told;
  readonly meeting: Meeting;
}

/** Every two sentences of different documents. */
export function pairsOf(row: readonly Told[]): MetPair[] {
  return row.flatMap((from, at) =>
    row.slice(at + 1).flatMap((to) => (to.document === from.document ? [] : [{ from, to, meeting: meet(from, to) }])),
  );
}

/** Pairs shown of a row, and those of them that are laid side by side: a page and a file grow with these. */
const MOST_PAIRS = 24;
const MOST_DIFFERENCES = 12;

/** The most similar pair of every two documents first, then the others; in the order of the row's sentences. */
export function shownPairs(pairs: readonly MetPair[]): (MetPair & { readonly laidSideBySide: boolean })[] {
  const bySimilarity = [...pairs].sort((x, y) => y.meeting.similarity - x.meeting.similarity);
  const met = new Set<string>();
  const isBest = ({ from, to }: MetPair): boolean => met.size < met.add(`${from.document} ${to.document}`).size;
  const best = new Set(bySimilarity.filter(isBest));
  const chosen = [...best, ...bySimilarity.filter((pair) => !best.has(pair))].slice(0, MOST_PAIRS);
  const [shown, laid] = [new Set(chosen), new Set([...best].slice(0, MOST_DIFFERENCES))];
  return pairs.flatMap((pair) => (shown.has(pair) ? [{ ...pair, laidSideBySide: laid.has(pair) }] : []));
}

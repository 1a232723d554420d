import type { Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';

/**
 * Each part of a text cut into its sentences so that nothing is lost: what lies between two goes with the earlier. A piece's
 * start is its anchor on the document's page.
 */
export function piecesOf({ parts, sentences }: Pick<Reading, 'parts' | 'sentences'>): Span[][] {
  const starts = parts.map((): number[] => []);
  for (const { part, start } of sentences) starts[part]?.push(start);
  return parts.map(({ start, end }, index) => {
    const of = starts[index] ?? [];
    if (of.length === 0) return [{ start, end }];
    return of.map((from, at) => ({
      start: at === 0 ? Math.min(start, from) : from,
      end: of[at + 1] ?? Math.max(end, from),
    }));
  });
}

/** The piece that an offset stands in: the last that begins at or before it. Pieces stand in the text's order. */
export function pieceAt(pieces: readonly Span[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

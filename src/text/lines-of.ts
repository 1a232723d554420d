import type { Folded } from './fold.js';
import type { Line, PartLines } from './furniture.js';
import { OWN_KINDS } from './reading.js';
import { apart, type Span } from './span.js';

/**
 * The lines of a text as the rules tell them, but for what a reader said is the article's (stored offsets): that is prose,
 * and the rest of its line stays what it was told to be.
 */
export function linesOf(folded: Folded, partLines: PartLines, article: readonly Span[]): readonly Line[] {
  const lines = partLines(folded.text);
  if (article.length === 0) return lines;
  const place = folded.places();
  const own = apart(article).map(({ start, end }) => ({ start: place(start), end: place(end) }));
  let at = 0;
  return lines.flatMap((line) => {
    while ((own[at]?.end ?? Infinity) <= line.start) at += 1;
    if (OWN_KINDS.has(line.kind)) return [line];
    const within: Span[] = [];
    for (let i = at; (own[i]?.start ?? Infinity) < line.end; i += 1) within.push(own[i] ?? line);
    return cut(folded.text, line, within);
  });
}

/** A line cut into what is the article's and what is not, without the spaces round each piece. */
function cut(text: string, line: Line, own: readonly Span[]): Line[] {
  const pieces: { kind: Line['kind']; start: number; end: number }[] = [];
  const push = (kind: Line['kind'], from: number, to: number): void => {
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    const end = start + piece.trim().length;
    const last = pieces.at(-1);
    if (end === start) return;
    // Sentences given back one by one are a paragraph again.
    if (last?.kind === kind) last.end = end;
    else pieces.push({ kind, start, end });
  };
  let at = line.start;
  for (const { start, end } of own) {
    push(line.kind, at, start);
    push('prose', Math.max(start, line.start), Math.min(end, line.end));
    at = end;
  }
  push(line.kind, at, line.end);
  return pieces;
}

/** Half-open range `[start, end)` in UTF-16 units of a document's stored text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans in order, those that touch made one; empty ones are left out. */
export function apart(spans: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) found.push({ start, end });
  }
  return found;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

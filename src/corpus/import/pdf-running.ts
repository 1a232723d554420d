import type { Line } from './pdf-lines.js';

/** Heights at the head and the foot of a page that are looked at: a title, a date, an address, a number. */
const AT_AN_EDGE = 3;
/** Heads and feet stand apart from the text by more than its lines do from one another; in heights of a line. */
const APART = 1.7;
/** Left and right pages have heads of their own, and a chapter’s first page often none. */
const SHARE_OF_PAGES = 0.4;
const FEWEST_PAGES = 2;

/**
 * Pages without running heads, feet and page numbers, which would break a sentence that goes on over the page: lines at
 * an edge that stand at the same height on other pages in the same words, numbers aside.
 */
export function withoutRunning(pages: readonly (readonly Line[])[]): {
  readonly pages: Line[][];
  readonly left: number;
} {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  let left = 0;
  const kept = pages.map((lines) => {
    const edge = new Set(edges(lines));
    const own = lines.filter((line) => !edge.has(line) || (counts.get(keyOf(line)) ?? 0) < least);
    left += lines.length - own.length;
    return own;
  });
  // Pages that are all alike, as slides of one line may be, have nothing else.
  return kept.some((lines) => lines.length > 0)
    ? { pages: kept, left }
    : { pages: pages.map((each) => [...each]), left: 0 };
}

function edges(lines: readonly Line[]): Line[] {
  const downwards = [...lines].sort((a, b) => b.y - a.y);
  return [...apart(downwards), ...apart(downwards.reverse())];
}

/** The lines before the first gap, from one edge of the page inwards; none if the text itself begins there. */
function apart(lines: readonly Line[]): Line[] {
  let heights = 1;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const gap = Math.abs(line.y - (next?.y ?? line.y));
    if (gap > APART * Math.max(line.height, next?.height ?? 0)) return lines.slice(0, at + 1);
    if (gap > 1) heights += 1;
    if (heights > AT_AN_EDGE) return [];
  }
  return [];
}

function keyOf({ text, y }: Line): string {
  return `${Math.round(y)} ${text.replace(/\d+|^[ivxlc]+$/gi, '#')}`;
}

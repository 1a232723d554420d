/**
 * The matching copy of a text. Matching runs on folded text (NFKC, straight quotes, plain hyphens and spaces, no
 * invisible characters); marks are shown in the stored text. `origin` leads back.
 */
export interface Folded {
  readonly text: string;
  /** Offset in the stored text of a folded offset; offsets must be asked in non-decreasing order of one `origins()` walk. */
  readonly origins: () => (foldedOffset: number) => number;
  /** The way back: offset in the folded text of a stored offset, asked in the same order. */
  readonly places: () => (storedOffset: number) => number;
}

// Only what matching needs to be equal: everything else NFKC decides.
const FOLDS = new Map<string, string>([
  ...Array.from('‘’‚‛′ʼ＇`´', (c) => [c, "'"] as const),
  ...Array.from('“”„‟″«»＂', (c) => [c, '"'] as const),
  ...Array.from('‐‑‒−﹣－', (c) => [c, '-'] as const),
  ...Array.from('\u0085\u2028\u2029', (c) => [c, '\n'] as const),
]);
const INVISIBLE = /^[\p{Cf}\ufe00-\ufe0f\u034f]$/u;
const NEEDS_FOLDING = /[^\n\t\x20-\x5f\x61-\x7e]/;
// Plain runs are copied whole: most of a text is plain, and a step a character would cost as much as the tagger.
const PIECE = /[\n\t\x20-\x5f\x61-\x7e]+(?!\p{M})|[\s\S]\p{M}*/gu;

/** Folds `stored`; linear. A text that is plain ASCII is its own folded copy. */
export function fold(stored: string): Folded {
  if (!NEEDS_FOLDING.test(stored)) return { text: stored, origins: same, places: same };
  const pieces: string[] = [];
  // A shift is noted only where the distance between the two texts changes, so the map stays small.
  const foldedAt: number[] = [0];
  const storedAt: number[] = [0];
  let length = 0;
  for (const match of stored.matchAll(PIECE)) {
    const piece = NEEDS_FOLDING.test(match[0]) ? foldCluster(match[0], stored[match.index + 1]) : match[0];
    const last = foldedAt.length - 1;
    if (length - (foldedAt[last] ?? 0) !== match.index - (storedAt[last] ?? 0)) {
      foldedAt.push(length);
      storedAt.push(match.index);
    }
    pieces.push(piece);
    length += piece.length;
  }
  foldedAt.push(length);
  storedAt.push(stored.length);
  return {
    text: pieces.join(''),
    origins: () => walk(foldedAt, storedAt),
    places: () => walk(storedAt, foldedAt),
  };
}

const same = () => (offset: number) => offset;

function foldCluster(cluster: string, next: string | undefined): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    if (code === 13) return next === '\n' ? '' : '\n';
    if (code < 32) return ' ';
  }
  const known = FOLDS.get(cluster);
  if (known !== undefined) return known;
  if (INVISIBLE.test(cluster)) return '';
  return Array.from(cluster.normalize('NFKC'), (c) => FOLDS.get(c) ?? (/\s/u.test(c) ? ' ' : c)).join('');
}

function walk(from: readonly number[], to: readonly number[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (at + 1 < from.length && (from[at + 1] ?? Infinity) <= offset) at += 1;
    const place = (to[at] ?? 0) + offset - (from[at] ?? 0);
    // Inside an expanded character (½ folds to 1/2) the origin is that character's end at most.
    return Math.min(place, to[at + 1] ?? place);
  };
}

import type { Match } from '../text/match.js';

/**
 * Leaves out the words that lie inside a phrase in which they mean something else ("court" in "tennis court"). Both come
 * in text order, so one pass does: if any phrase that begins at or before a word reaches its end, it holds the word.
 */
export function withoutInnocent<T extends Pick<Match, 'first' | 'last'>>(
  words: readonly T[],
  phrases: readonly Pick<Match, 'first' | 'last'>[],
): T[] {
  let next = 0;
  let reach = 0;
  return words.filter(({ first, last }) => {
    for (; (phrases[next]?.first ?? Infinity) <= first; next += 1) reach = Math.max(reach, phrases[next]?.last ?? 0);
    return last > reach;
  });
}

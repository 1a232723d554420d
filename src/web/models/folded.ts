import { counted, grouped } from '../prose.js';

/** What stands folded away behind the first few of a list. */
export interface Folded<T> {
  /** “and 3 more sentences”; empty where nothing is. */
  readonly label: string;
  readonly sentences: readonly T[];
  /** How many there are beside, on a list too long for a page; empty where all are there. */
  readonly rest: string;
}

/** More than these of each of forty documents would be no page. */
const MOST_FOLDED = 50;

/** Sentences by their indices: the first ones, and the others folded away. */
export function foldedAfter<T>(
  shown: number,
  indices: readonly number[],
  sentenceOf: (index: number) => T,
): { readonly sentences: T[]; readonly folded: Folded<T> } {
  const behind = indices.slice(shown);
  const rest = behind.length - MOST_FOLDED;
  return {
    sentences: indices.slice(0, shown).map(sentenceOf),
    folded: {
      label: behind.length > 0 ? `and ${counted(behind.length, 'more sentence')}` : '',
      sentences: behind.slice(0, MOST_FOLDED).map(sentenceOf),
      rest: rest > 0 ? `and ${grouped(rest)} more` : '',
    },
  };
}

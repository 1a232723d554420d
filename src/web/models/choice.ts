import type { Comparison } from '../../compare/schema/comparison.js';
import { COMPARED_AT_ONCE } from '../../corpus/coverage.js';
import { counted, grouped } from '../prose.js';
import { searchOf, type ComparisonState } from '../query.js';

/** Which documents of a large corpus a page compares, and where the others are. */
export interface ChoiceView {
  readonly told: string;
  readonly pages: readonly { readonly href: string; readonly label: string }[];
}

export function choiceOf(
  { choice, documents }: Comparison,
  { page = 1, ...state }: ComparisonState,
  path: string,
  q?: string,
): ChoiceView | null {
  if (!choice) return null;
  const { first, last, speaking, silent } = choice;
  const href = (to: number): string => `${path}${searchOf({ q, ...state, page: to })}#choice`;
  const which =
    speaking <= COMPARED_AT_ONCE
      ? 'All that speak of it are compared here.'
      : `Compared here are ${grouped(first)} to ${grouped(last)} of these, those that say most first, and all on this page is said of them alone.`;
  const more = documents.length - (last - first + (speaking > 0 ? 1 : 0));
  return {
    told: [
      `Of ${counted(speaking + silent, 'document')}, ${speaking === 0 ? 'none' : grouped(speaking)} ${speaking === 1 ? 'speaks' : 'speak'} of this.`,
      speaking === 0 ? '' : which,
      more > 0
        ? `${more === 1 ? 'One is' : `${more} are`} added because the address names ${more === 1 ? 'it' : 'them'}.`
        : '',
    ]
      .filter((each) => each !== '')
      .join(' '),
    pages: [
      ...(page > 1 ? [{ href: href(page - 1), label: `the ${COMPARED_AT_ONCE} before` }] : []),
      ...(last < speaking
        ? [{ href: href(page + 1), label: `the next ${Math.min(COMPARED_AT_ONCE, speaking - last)}` }]
        : []),
    ],
  };
}

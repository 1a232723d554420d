import { loadValidity, type Validity } from '../../corpus/compiled.js';
import type { Work } from '../../devices/lexicon/entry.js';
import { grouped } from '../prose.js';
import { shortCitation, workHref } from './notes.js';

/** What the marks are worth: measured on texts that other people annotated. */
export interface ValidityView {
  readonly rows: readonly {
    readonly measure: string;
    readonly data: string;
    readonly value: string;
    readonly interval: string;
    readonly others: string;
    readonly published: string;
    readonly source: { readonly short: string; readonly href: string } | null;
  }[];
  readonly notes: readonly string[];
}

export function validityView(works: ReadonlyMap<string, Work>): ValidityView {
  const { scores, notes } = loadValidity();
  return {
    rows: scores.map(({ measure, data, statistic, n, items, value, low, high, baselines, published }) => ({
      measure: `${measure}, ${statistic}`,
      data: `${data}, ${grouped(n)} ${items}`,
      value: value.toFixed(2),
      interval: `${low.toFixed(2)} to ${high.toFixed(2)}`,
      others: othersOf(baselines),
      published: `${published.value.toFixed(2)}, ${published.by}`,
      source:
        published.source === null
          ? null
          : { short: shortCitation(works, published.source), href: workHref(published.source) },
    })),
    notes,
  };
}

const NAMES: Record<keyof Validity['scores'][number]['baselines'], string> = {
  afinn: 'AFINN',
  vader: 'VADER',
  everything: 'marking everything',
  random: 'chance',
};

/** "AFINN 0.16, VADER 0.16, marking everything 0.10, chance 0.04" */
function othersOf(baselines: Validity['scores'][number]['baselines']): string {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .flatMap((name) => {
      const value = baselines[name];
      // A chance of −0.0006 is 0.00.
      return value === null ? [] : [`${NAMES[name]} ${(Math.round(value * 100) / 100 || 0).toFixed(2)}`];
    })
    .join(', ');
}

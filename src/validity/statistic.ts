/**
 * An agreement of found with gold values, computed from sums over items alone. Sums of resampled sentences are added
 * up, never items, so that a bootstrap of thousands of sentences takes a moment.
 */
export interface Statistic {
  readonly name: string;
  /** How many sums it needs. */
  readonly width: number;
  readonly add: (sums: Float64Array, gold: number, found: number) => void;
  /** 0 where it is not defined: nothing found and nothing to find, or one side always the same. */
  readonly value: (sums: Float64Array) => number;
}

/** F1 of class 1 against class 0. */
export const F1: Statistic = {
  name: 'F1',
  width: 4,
  add: (sums, gold, found) => count(sums, 2 * gold + found),
  value: (sums) => f1Of(sums, 2, 1),
};

/** The plain mean of the F1 of each class, so that a rare class weighs as much as a common one. */
export function macroF1(classes: number): Statistic {
  return {
    name: 'macro-F1',
    width: classes * classes,
    add: (sums, gold, found) => count(sums, classes * gold + found),
    value: (sums) => {
      let total = 0;
      for (let each = 0; each < classes; each += 1) total += f1Of(sums, classes, each);
      return total / classes;
    },
  };
}

/** Pearson's r. */
export const PEARSON: Statistic = {
  name: 'Pearson r',
  width: 6,
  add: (sums, gold, found) => {
    [1, gold, found, gold * gold, found * found, gold * found].forEach((term, index) => {
      sums[index] = (sums[index] ?? 0) + term;
    });
  },
  value: ([n = 0, gold = 0, found = 0, goldSquared = 0, foundSquared = 0, product = 0]) => {
    const spread = Math.sqrt((n * goldSquared - gold * gold) * (n * foundSquared - found * found));
    return spread > 0 ? (n * product - gold * found) / spread : 0;
  },
};

/** The value over all items. */
export function valueOf(statistic: Statistic, gold: readonly number[], found: readonly number[]): number {
  const sums = new Float64Array(statistic.width);
  gold.forEach((each, index) => statistic.add(sums, each, found[index] ?? 0));
  return statistic.value(sums);
}

function count(sums: Float64Array, cell: number): void {
  sums[cell] = (sums[cell] ?? 0) + 1;
}

/** From a table of counts, rows gold and columns found: twice the hits over the row and the column. */
function f1Of(sums: Float64Array, classes: number, one: number): number {
  let marginals = 0;
  for (let other = 0; other < classes; other += 1)
    marginals += (sums[classes * one + other] ?? 0) + (sums[classes * other + one] ?? 0);
  return marginals === 0 ? 0 : (2 * (sums[classes * one + one] ?? 0)) / marginals;
}

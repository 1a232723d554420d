import { generator } from '../chance.js';
import type { Cases } from './logistic.js';

/** With ten parts each fit sees nine tenths of the data: nearly the fit on all. */
export const FOLDS = 10;
const SEED = 4;

/**
 * What each case is found to be by a fit that has not seen its sentence: sentences are dealt to ten parts, and each part
 * is told by a fit on the other nine. `sentence` gives each case's sentence, from 0.
 */
export function crossValidate<Fit>(
  cases: Cases,
  sentence: readonly number[],
  fit: (cases: Cases) => Fit,
  found: (fitted: Fit, row: readonly number[]) => number,
): number[] {
  const next = generator(SEED);
  const parts: number[] = [];
  for (let i = 0; i <= sentence.reduce((most, each) => Math.max(most, each), 0); i += 1)
    parts.push(Math.floor(next() * FOLDS));
  const values = new Array<number>(cases.classes.length).fill(0);
  for (let part = 0; part < FOLDS; part += 1) {
    const inPart = (index: number): boolean => parts[sentence[index] ?? 0] === part;
    const fitted = fit({
      features: cases.features.filter((_, index) => !inPart(index)),
      classes: cases.classes.filter((_, index) => !inPart(index)),
    });
    cases.features.forEach((row, index) => {
      if (inPart(index)) values[index] = found(fitted, row);
    });
  }
  return values;
}

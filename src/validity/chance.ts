import { valueOf, type Statistic } from './statistic.js';

// Chance that is the same in every run: each figure draws from a generator of its own, so that no other figure, and no
// file that is missing, changes it.

/** Any number does; changing it changes every interval a little. */
const SEED = 20_211;
/** With a thousand resamples the ends of a 95 % interval are steady to about a twentieth of its width. */
const RESAMPLES = 1000;
/** Shuffles over whose values "random" is the mean. */
const SHUFFLES = 100;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % percentile interval of a bootstrap over sentences (Efron & Tibshirani 1993, ch. 13). Sentences are drawn, not
 * items: words of one sentence, and targets in it, do not vary alone. `sentence` gives each item's sentence, from 0.
 */
export function bootstrap(
  statistic: Statistic,
  { gold, sentence }: { readonly gold: readonly number[]; readonly sentence: readonly number[] },
  found: readonly number[],
): Interval {
  const sums: Float64Array[] = [];
  gold.forEach((each, item) => {
    const at = sentence[item] ?? 0;
    statistic.add((sums[at] ??= new Float64Array(statistic.width)), each, found[item] ?? 0);
  });
  // A sentence without items leaves a hole; `flat` closes it.
  const drawn = sums.flat();
  const next = generator(SEED);
  const values = Array.from({ length: RESAMPLES }, () => {
    const total = new Float64Array(statistic.width);
    for (let draws = drawn.length; draws > 0; draws -= 1) {
      const one = drawn[Math.floor(next() * drawn.length)];
      for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (one?.[at] ?? 0);
    }
    return statistic.value(total);
  }).sort((a, b) => a - b);
  return { low: values[Math.floor(0.025 * RESAMPLES)] ?? 0, high: values[Math.ceil(0.975 * RESAMPLES) - 1] ?? 0 };
}

/** What the same found values are worth on items at random: the mean over shuffles, so the rate is exactly the same. */
export function shuffled(statistic: Statistic, gold: readonly number[], found: readonly number[]): number {
  const next = generator(SEED);
  const order = [...found];
  let total = 0;
  for (let run = 0; run < SHUFFLES; run += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1));
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    total += valueOf(statistic, gold, order);
  }
  return total / SHUFFLES;
}

/** Uniform numbers in [0, 1): mulberry32, 32 bits of state, more than enough for a few million draws. */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

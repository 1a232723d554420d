/** A score that is a ratio of two sums over sentences: what each adds above the line, and below. */
export interface Ratio {
  readonly above: readonly number[];
  /** Ratios of one document that have the same below the line hold the same array. */
  readonly below: readonly number[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const RESAMPLES = 1000;

/**
 * Sentences of a longer document are drawn in this many runs of neighbours, so that the work is bounded: 100,000 draws.
 * Runs are the sounder unit too, since neighbouring sentences are alike (Künsch 1989, block bootstrap).
 */
export const MOST_BLOCKS = 100;

const SEED = 0x50415241;

/**
 * 95 % percentile intervals of ratios of sums over sentences (Efron & Tibshirani 1993, ch. 13). The draws are the same
 * for all ratios, and in each run.
 */
export function intervalsOf(ratios: readonly Ratio[], sentences: number): Interval[] {
  const blocks = Math.min(sentences, MOST_BLOCKS);
  const shared = [...new Set(ratios.map(({ below }) => below))];
  const belows = shared.map((below) => summed(below, sentences, blocks));
  const sums = ratios.map(({ above, below }) => ({
    ...sparse(summed(above, sentences, blocks)),
    below: shared.indexOf(below),
  }));
  const values = sums.map(() => new Float64Array(RESAMPLES));
  const random = mulberry32(SEED);
  const drawn = new Uint16Array(blocks);
  const bottoms = new Float64Array(belows.length);
  for (let sample = 0; sample < RESAMPLES; sample += 1) {
    drawn.fill(0);
    for (let draw = 0; draw < blocks; draw += 1) {
      const block = Math.floor(random() * blocks);
      drawn[block] = (drawn[block] ?? 0) + 1;
    }
    for (let i = 0; i < belows.length; i += 1) bottoms[i] = weighed(drawn, belows[i]);
    for (let i = 0; i < sums.length; i += 1) {
      const sum = sums[i];
      const row = values[i];
      if (!sum || !row) continue;
      let top = 0;
      for (let k = 0; k < sum.blocks.length; k += 1) top += (drawn[sum.blocks[k] ?? 0] ?? 0) * (sum.added[k] ?? 0);
      const bottom = bottoms[sum.below] ?? 0;
      row[sample] = bottom === 0 ? 0 : top / bottom;
    }
  }
  const tail = Math.floor(RESAMPLES * 0.025);
  return values.map((row, i) => {
    if (sums[i]?.blocks.length === 0) return { low: 0, high: 0 };
    return { low: ranked(row, tail), high: ranked(row, RESAMPLES - 1 - tail) };
  });
}

/** The value of a rank, from 0; sorting a thousand values for two of them would be most of the work (Hoare's select). */
function ranked(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const moved = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = moved;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? 0;
}

function weighed(times: Uint16Array, values: Float64Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < times.length; i += 1) sum += (times[i] ?? 0) * (values?.[i] ?? 0);
  return sum;
}

/** Marks are rare: only blocks that add something are summed. */
function sparse(sums: Float64Array): { blocks: Uint16Array; added: Float64Array } {
  const blocks = Uint16Array.from([...sums.keys()].filter((block) => sums[block] !== 0));
  return { blocks, added: Float64Array.from(blocks, (block) => sums[block] ?? 0) };
}

function summed(values: readonly number[], sentences: number, blocks: number): Float64Array {
  const sums = new Float64Array(blocks);
  for (let at = 0; at < sentences; at += 1) {
    const block = Math.floor((at * blocks) / sentences);
    sums[block] = (sums[block] ?? 0) + (values[at] ?? 0);
  }
  return sums;
}

/** Numbers in 0 … 1 that look random and are the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

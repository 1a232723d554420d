import type { Told } from './features.js';

/** A sentence that shares features with the one asked about. */
export interface Neighbour {
  readonly at: number;
  /** Weight of what they share, over the root of all that the neighbour holds: the part of a cosine that hangs on it. */
  readonly weight: number;
}

/** How much is looked at for one sentence. */
export interface Limits {
  /** Entries of the index visited: the sentence's rarest features, which tell most, come first. */
  readonly visited: number;
  /** Neighbours met word by word. */
  readonly met: number;
}

export const EXACT: Limits = { visited: Infinity, met: Infinity };
/** With these, 4,000 sentences lose under one pair in a hundred (`npm run bench`), 40,000 one in ten. */
export const BOUNDED: Limits = { visited: 600, met: 16 };
/** Up to here comparing exactly takes about a second. */
const EXACT_UP_TO = 4_000;

export function limitsFor(sentences: number): Limits {
  return sentences <= EXACT_UP_TO ? EXACT : BOUNDED;
}

export interface FeatureIndex {
  /** Sentences behind `from` that share a feature with `told`, the nearest first, `most` at most. */
  readonly neighbours: (told: Told, from: number, most: number) => Neighbour[];
}

/**
 * For each feature the sentences that hold it. Finding all neighbours of one sentence visits a bounded number of
 * entries, so finding those of all is linear in their number. Rejected: all pairs (quadratic), and hashing signatures
 * (MinHash), which lose the short sentences that share two rare words.
 */
export function featureIndex(sentences: readonly Told[], { visited }: Limits): FeatureIndex {
  const { starts, holders, weights } = table(sentences);
  const masses = Float64Array.from(sentences, (told) => told.masses.reduce((sum, mass) => sum + mass, 0));
  const sums = new Float64Array(sentences.length);

  return {
    neighbours: (told, from, most) => {
      const touched: number[] = [];
      let left = visited;
      for (const { weight, first, last } of entriesOf(told, from)) {
        const end = Math.min(last, first + left);
        for (let entry = first; entry < end; entry += 1) {
          const at = holders[entry] ?? 0;
          if (sums[at] === 0) touched.push(at);
          sums[at] = (sums[at] ?? 0) + weight * (weights[entry] ?? 0);
        }
        left -= end - first;
        if (left <= 0) break;
      }
      const found = nearest(touched, (at) => (sums[at] ?? 0) / Math.sqrt(masses[at] ?? 1), most);
      for (const at of touched) sums[at] = 0;
      return found;
    },
  };

  /** The sentence's features with their entries behind `from`, the shortest lists first. */
  function entriesOf(told: Told, from: number): { id: number; weight: number; first: number; last: number }[] {
    return Array.from(told.ids, (id, i) => {
      const last = starts[id + 1] ?? 0;
      const weight = Math.sqrt(told.masses[i] ?? 0) * (told.habits[i] ?? 1);
      return { id, weight, first: behind(holders, starts[id] ?? 0, last, from), last };
    }).sort((a, b) => a.last - a.first - (b.last - b.first) || a.id - b.id);
  }
}

/** The `most` weightiest, in one pass: for most of the neighbours a look at the last of those kept is enough. */
function nearest(found: readonly number[], weightOf: (at: number) => number, most: number): Neighbour[] {
  if (found.length <= most) return found.map((at) => ({ at, weight: weightOf(at) })).sort(byWeight);
  const kept: Neighbour[] = [];
  for (const at of found) {
    const weight = weightOf(at);
    const worst = kept[most - 1];
    if (worst && (weight < worst.weight || (weight === worst.weight && at > worst.at))) continue;
    const each = { at, weight };
    let place = Math.min(kept.length, most - 1);
    for (let before = kept[place - 1]; before && byWeight(each, before) < 0; before = kept[place - 1]) {
      kept[place] = before;
      place -= 1;
    }
    kept[place] = each;
  }
  return kept;
}

const byWeight = (a: Neighbour, b: Neighbour): number => b.weight - a.weight || a.at - b.at;

/** The first entry of `[low, high)` that is greater than `from`, by bisection. */
function behind(holders: Int32Array, low: number, high: number, from: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holders[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries of feature `id` are `[starts[id], starts[id + 1])`, their sentences ascending. */
function table(sentences: readonly Told[]): { starts: Int32Array; holders: Int32Array; weights: Float32Array } {
  let features = 0;
  for (const { ids } of sentences) features = Math.max(features, (ids.at(-1) ?? -1) + 1);
  const starts = new Int32Array(features + 1);
  for (const { ids } of sentences) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const holders = new Int32Array(starts[features] ?? 0);
  const weights = new Float32Array(holders.length);
  sentences.forEach(({ ids, masses, habits }, at) => {
    ids.forEach((id, i) => {
      const entry = next[id] ?? 0;
      next[id] = entry + 1;
      holders[entry] = at;
      weights[entry] = Math.sqrt(masses[i] ?? 0) * (habits[i] ?? 1);
    });
  });
  return { starts, holders, weights };
}

import type { Told } from './features.js';
import { featureIndex, limitsFor } from './neighbours.js';
import { commonOf, isSame } from './similarity.js';

/** Two sentences of different documents that speak of the same thing; places in the list of sentences, `a` before `b`. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

// Chosen on the readers' pairs of the seeds, where precision falls off below them.
/**
 * How similar two sentences must be that have one, two, or more things in common, names aside. Names alone make no pair,
 * and one word beside names seldom does: the same actors stand in sentences on quite different things.
 */
const LEAST_BY_TELLING = [Infinity, 0.38, 0.28, 0.2] as const;
const LEAST_SIMILARITY = Math.min(...LEAST_BY_TELLING);
/** All that tells must weigh this much together, or it is small change. */
const LEAST_TELLING = 0.15;
const FEWEST_IN_COMMON = 2;
/**
 * A pair may be this much weaker than the best that either sentence has in the other's document: where a sentence has
 * its true counterpart, what else resembles it there is mostly about the same people.
 */
const BESIDE_THE_BEST = 0.75;

/** All pairs that hold, the most similar first; equal ones in the order of the sentences. */
export function findLinks(sentences: readonly Told[], limits = limitsFor(sentences.length)): Link[] {
  const { neighbours } = featureIndex(sentences, limits);
  const links: Link[] = [];
  sentences.forEach((told, a) => {
    for (const { at } of neighbours(told, a, limits.met)) {
      const other = sentences[at];
      const similarity = other && other.document !== told.document ? linkedBy(told, other) : undefined;
      if (similarity !== undefined) links.push({ a, b: at, similarity });
    }
  });
  const best = bestByDocument(links, sentences);
  return links
    .filter(({ a, b, similarity }) => {
      const bar = Math.max(best.of(a, sentences[b]?.document ?? 0), best.of(b, sentences[a]?.document ?? 0));
      return similarity >= bar * BESIDE_THE_BEST;
    })
    .sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
}

/** How similar two sentences are that have enough in common to speak of the same thing; undefined for others. */
export function linkedBy(told: Told, other: Told): number | undefined {
  const { similarity, telling, inCommon } = commonOf(told, other);
  if (similarity < LEAST_SIMILARITY) return undefined;
  const least = LEAST_BY_TELLING[Math.min(telling.things, LEAST_BY_TELLING.length - 1)] ?? Infinity;
  const holds = similarity >= least && telling.weight >= LEAST_TELLING && inCommon >= FEWEST_IN_COMMON;
  return holds || (similarity === 1 && isSame(told, other)) ? similarity : undefined;
}

function bestByDocument(
  links: readonly Link[],
  sentences: readonly Told[],
): { of: (at: number, document: number) => number } {
  const best = sentences.map(() => new Map<number, number>());
  const note = (at: number, document: number, similarity: number): void => {
    const known = best[at];
    if (known && similarity > (known.get(document) ?? 0)) known.set(document, similarity);
  };
  for (const { a, b, similarity } of links) {
    note(a, sentences[b]?.document ?? 0, similarity);
    note(b, sentences[a]?.document ?? 0, similarity);
  }
  return { of: (at, document) => best[at]?.get(document) ?? 0 };
}

import type { Told } from './features.js';
import type { Link } from './links.js';
import { similarityOf } from './similarity.js';

/** Places of the sentences of one row, ascending. */
export type Row = readonly number[];

/** What a sentence shares with the others of its row on average, and every two of them at the least. */
const LEAST_ON_AVERAGE = 0.25;
const LEAST_OF_ALL = 0.2;
/** A longer row is a list that nobody reads across; what is left makes rows of its own. */
export const MOST_IN_ROW = 12;
/** A source that says a thing more often than this dwells on it. */
const MOST_OF_DOCUMENT = 3;

/** The sentences of a row, each with what it shares with the others, summed. */
export type Sums = ReadonlyMap<number, number>;

/**
 * Links, the most similar first → rows. A row first takes at most one sentence of each document; a sentence that is left
 * and whose best link leads into a row then joins it as a further sentence. In a row each is similar enough to the others
 * on average (average linkage: Sokal & Michener 1958) and no two are strangers, so that no chain of weak links makes a row.
 */
export function gatherRows(sentences: readonly Told[], links: readonly Link[]): Row[] {
  const rowOf = new Map<number, Sums>();
  const documentOf = (at: number): number => sentences[at]?.document ?? -1;
  const settle = (row: Sums): void => {
    for (const member of row.keys()) rowOf.set(member, row);
  };

  for (const { a, b } of links) {
    const left = rowOf.get(a) ?? alone(a);
    const right = rowOf.get(b) ?? alone(b);
    if (left === right || shareDocument(left, right, documentOf)) continue;
    const row = joined(left, right, sentences);
    if (row) settle(row);
  }
  const settled = new Set<number>();
  for (const { a, b } of links) {
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = rowOf.get(other);
      if (rowOf.has(own) || settled.has(own) || !row) continue;
      // Its best link decides; a weaker one to another row is none of its own.
      settled.add(own);
      const ofDocument = [...row.keys()].filter((at) => documentOf(at) === documentOf(own)).length;
      const longer = ofDocument < MOST_OF_DOCUMENT ? joined(row, alone(own), sentences) : undefined;
      if (longer) settle(longer);
    }
  }
  return [...new Set(rowOf.values())].map((row) => [...row.keys()].sort((x, y) => x - y));
}

const alone = (at: number): Sums => new Map([[at, 0]]);

function shareDocument(left: Sums, right: Sums, documentOf: (at: number) => number): boolean {
  const documents = new Set([...left.keys()].map(documentOf));
  return [...right.keys()].some((at) => documents.has(documentOf(at)));
}

/** Whether a sentence from outside may join a row that holds none of its document. */
export function mayJoin(row: readonly Told[], newcomer: Told): boolean {
  const sentences = [...row, newcomer];
  const sums = row.reduce<Sums>(
    (sum, _, at) => (at === 0 ? sum : (summed(sum, alone(at), sentences) ?? sum)),
    alone(0),
  );
  return joined(sums, alone(row.length), sentences) !== undefined;
}

/** Two rows as one where all their sentences are alike enough; two single ones were linked for it. */
function joined(left: Sums, right: Sums, sentences: readonly Told[]): Sums | undefined {
  const size = left.size + right.size;
  if (size > MOST_IN_ROW) return undefined;
  const sums = summed(left, right, sentences);
  if (size === 2) return sums;
  return sums && [...sums.values()].every((sum) => sum >= LEAST_ON_AVERAGE * (size - 1)) ? sums : undefined;
}

/** Undefined where two of them are strangers. */
function summed(left: Sums, right: Sums, sentences: readonly Told[]): Sums | undefined {
  const sums = new Map([...left, ...right]);
  for (const a of left.keys()) {
    for (const b of right.keys()) {
      const [x, y] = [sentences[a], sentences[b]];
      const similarity = x && y ? similarityOf(x, y) : 0;
      if (similarity < LEAST_OF_ALL) return undefined;
      sums.set(a, (sums.get(a) ?? 0) + similarity);
      sums.set(b, (sums.get(b) ?? 0) + similarity);
    }
  }
  return sums;
}

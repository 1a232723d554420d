import type { Idea, Ideas } from './ideas.js';

/** One way to find a topic: an idea, or two that stand together, with the sentences they stand in. */
export interface Candidate {
  /** The rarer first, which must stand in the sentence itself. */
  readonly ideas: readonly Idea[];
  /** Numbers of sentences, counted through all documents. */
  readonly postings: readonly number[];
  /** How much is shared by how many. */
  readonly shared: number;
}

/** What stands in more than this share of a large corpus's sentences is what it is about: it tells only with another idea. */
const MOST_OF_CORPUS = 0.2;
/** Of a few short articles everything is what they are about; so many sentences can be read side by side. */
const FEW_SENTENCES = 16;
/** One in each of two documents. */
const FEWEST_SENTENCES = 2;
/** Ideas that pairs are made of, the most shared first: their sentences are gone through once more. */
const MOST_HEADS = 600;
/** Two ideas belong together when they meet this many times as often as chance has it. */
const MEETS_OFTEN = 2;
/** A pair says more exactly what is shared than either of its ideas. */
const PAIR_GAIN = 1.15;
/** How rare sentences are tells little where there are few: what stands once in each of two articles is seldom their topic. */
const RARE_AT_LEAST = 20;
/** What one document says at length and another in a line is shared a little more than a line in each. */
const ONE_SIDED = 0.25;

/** Ideas that two documents share, and pairs of such an idea with one that the whole corpus speaks of. */
export function candidatesIn(
  { documentOf, keysOf, shared: ideas }: Ideas,
  weightOf: (idea: Idea) => number,
): Candidate[] {
  const all = documentOf.length;
  const sharedIn = (of: readonly number[]): number => sharedBy(of, documentOf, all);
  const singles = [...ideas.values()]
    .map((idea): Candidate => ({
      ideas: [idea],
      postings: idea.postings,
      shared: sharedIn(idea.postings) * weightOf(idea),
    }))
    .filter(({ shared }) => shared > 0);
  const isCommon = ({ postings }: Idea): boolean => postings.length > Math.max(FEW_SENTENCES, all * MOST_OF_CORPUS);
  const heads = singles
    .filter(({ ideas: [idea] }) => idea && !isCommon(idea))
    .sort(mostShared)
    .slice(0, MOST_HEADS);
  return [...heads, ...heads.flatMap(({ ideas: [idea] }) => (idea ? pairsOf(idea) : []))];

  /** A pair with a name or a noun that the corpus has everywhere; of two rarer ideas each is a topic of its own. */
  function pairsOf(head: Idea): Candidate[] {
    const meeting = new Map<Idea, number[]>();
    for (const sentence of head.postings) {
      for (const key of keysOf[sentence] ?? []) {
        const idea = ideas.get(key);
        if (!idea || idea === head || !isCommon(idea)) continue;
        meeting.set(idea, [...(meeting.get(idea) ?? []), sentence]);
      }
    }
    return [...meeting].flatMap(([idea, met]): Candidate[] => {
      const byChance = (head.postings.length * idea.postings.length) / all;
      const weight = ((weightOf(head) + weightOf(idea)) / 2) * PAIR_GAIN;
      const shared = met.length >= byChance * MEETS_OFTEN ? sharedIn(met) * weight : 0;
      return shared > 0 ? [{ ideas: [head, idea], postings: met, shared }] : [];
    });
  }
}

/** For each document with sentences of a candidate, how often it has which mark there. */
export function marksIn({ postings }: Candidate, { documentOf, marksOf }: Ideas): Map<string, number>[] {
  const byDocument = new Map<number, Map<string, number>>();
  for (const sentence of postings) {
    const document = documentOf[sentence] ?? 0;
    const counts = byDocument.get(document) ?? new Map<string, number>();
    byDocument.set(document, counts);
    for (const mark of marksOf[sentence] ?? []) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...byDocument.values()];
}

function mostShared(a: Candidate, b: Candidate): number {
  return b.shared - a.shared || ((a.ideas[0]?.key ?? '') < (b.ideas[0]?.key ?? '') ? -1 : 1);
}

/**
 * Sentences beyond those of the document that has most, each further one of a document weighing less (log₂), times how
 * rare such sentences are in the corpus. 0 unless two documents have some. Postings are in the documents' order.
 */
function sharedBy(postings: readonly number[], documentOf: readonly number[], all: number): number {
  if (postings.length < FEWEST_SENTENCES) return 0;
  const counts: number[] = [];
  let last = -1;
  for (const sentence of postings) {
    const document = documentOf[sentence] ?? 0;
    if (document === last) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else counts.push(1);
    last = document;
  }
  if (counts.length < 2) return 0;
  const weights = counts.map((count) => Math.log2(1 + count)).sort((a, b) => b - a);
  const others = weights.reduce((sum, weight, at) => sum + (at === 0 ? ONE_SIDED : 1) * weight, 0);
  return Math.round(others * Math.log(RARE_AT_LEAST + all / postings.length) * 1e6) / 1e6;
}

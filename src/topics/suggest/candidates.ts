import type { Features } from './features.js';

/** One way to find a topic: an idea, or two that stand together, with the sentences they stand in. */
export interface Candidate {
  /** The rarer first, which must stand in the sentence itself. */
  readonly ideas: readonly string[];
  /** Numbers of sentences, counted through all documents. */
  readonly postings: readonly number[];
  /** How much is shared by how many. */
  readonly shared: number;
}

export interface Candidates {
  readonly candidates: Candidate[];
  /** For each document with its sentences, how often it has which mark there. */
  readonly marksOf: (candidate: Candidate) => Map<string, number>[];
}

/** What stands in more than this share of all sentences is what the corpus is about, no topic of it. */
const MOST_OF_CORPUS = 0.2;
/** Of two short articles everything is what they are about; so many sentences can be read side by side. */
const FEW_SENTENCES = 12;
/** One in each of two documents. */
const FEWEST_SENTENCES = 2;
/** Ideas that pairs are made of, the most shared first: their sentences are gone through once more. */
const MOST_HEADS = 600;
/** Two ideas belong together when they meet this many times as often as chance has it. */
const MEETS_OFTEN = 2;
/** A pair says more exactly what is shared than either of its ideas. */
const PAIR_GAIN = 1.15;

/** Ideas that two documents share, and pairs of them. */
export function candidatesIn(documents: readonly Features[], weightOf: (idea: string) => number): Candidates {
  const postings = new Map<string, number[]>();
  const ideasOf: (readonly string[])[] = [];
  const marks: (readonly string[])[] = [];
  const documentOf: number[] = [];
  documents.forEach((document, at) => {
    document.ideas.forEach((ideas, index) => {
      const sentence = documentOf.push(at) - 1;
      ideasOf.push(ideas);
      marks.push(document.marks[index] ?? []);
      for (const idea of ideas) {
        const known = postings.get(idea);
        if (known) known.push(sentence);
        else postings.set(idea, [sentence]);
      }
    });
  });
  const all = ideasOf.length;
  const shared = (of: readonly number[]): number => sharedBy(of, documentOf, all);
  const singles = [...postings]
    .map(([idea, of]): Candidate => ({ ideas: [idea], postings: of, shared: shared(of) * weightOf(idea) }))
    .filter((candidate) => candidate.shared > 0);
  // What the whole corpus speaks of makes no topic alone, but pairs.
  const isCommon = ({ postings: of }: Candidate): boolean => of.length > Math.max(FEW_SENTENCES, all * MOST_OF_CORPUS);
  const heads = singles
    .filter((each) => !isCommon(each))
    .sort(mostShared)
    .slice(0, MOST_HEADS);
  const sharedIdeas = new Set(singles.map(({ ideas: [idea = ''] }) => idea));
  const pairs = heads.flatMap((head) => pairsOf(head));
  return { candidates: [...heads, ...pairs], marksOf };

  /** A head with each more common idea that it meets often: each pair is made once. */
  function pairsOf({ ideas: [head = ''], postings: of }: Candidate): Candidate[] {
    const meeting = new Map<string, number[]>();
    for (const sentence of of) {
      for (const idea of ideasOf[sentence] ?? []) {
        if (idea === head || !sharedIdeas.has(idea) || !isRarer(head, idea)) continue;
        const known = meeting.get(idea);
        if (known) known.push(sentence);
        else meeting.set(idea, [sentence]);
      }
    }
    return [...meeting].flatMap(([idea, met]): Candidate[] => {
      const byChance = (of.length * (postings.get(idea)?.length ?? 0)) / all;
      const weight = ((weightOf(head) + weightOf(idea)) / 2) * PAIR_GAIN;
      const score = met.length >= byChance * MEETS_OFTEN ? shared(met) * weight : 0;
      return score > 0 ? [{ ideas: [head, idea], postings: met, shared: score }] : [];
    });
  }

  function isRarer(a: string, b: string): boolean {
    const [left, right] = [postings.get(a)?.length ?? 0, postings.get(b)?.length ?? 0];
    return left < right || (left === right && a < b);
  }

  function marksOf({ postings: of }: Candidate): Map<string, number>[] {
    const byDocument = new Map<number, Map<string, number>>();
    for (const sentence of of) {
      const document = documentOf[sentence] ?? 0;
      const counts = byDocument.get(document) ?? new Map<string, number>();
      byDocument.set(document, counts);
      for (const mark of marks[sentence] ?? []) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
    return [...byDocument.values()];
  }
}

function mostShared(a: Candidate, b: Candidate): number {
  return b.shared - a.shared || ((a.ideas[0] ?? '') < (b.ideas[0] ?? '') ? -1 : 1);
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
  const others = weights.slice(1).reduce((sum, weight) => sum + weight, 0);
  return Math.round(others * Math.log(2 + all / postings.length) * 1e6) / 1e6;
}

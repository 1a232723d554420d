import type { Analysis } from '../devices/analysis.js';
import { candidatesIn, type Candidate } from './suggest/candidates.js';
import { featuresOf, weightOf, type SuggestWords } from './suggest/features.js';
import { spread } from './suggest/spread.js';
import { topicOf } from './suggest/topic-of.js';
import { retrieve, type Passage } from './retrieve.js';
import { openTopic, type Topic } from './topic.js';
import type { Inflect } from '../text/inflect.js';

export type { SuggestWords } from './suggest/features.js';

/** A document to look into; its analysis is asked for when it is needed, and let go again. */
export interface SuggestSource {
  readonly id: string;
  readonly analysis: () => Analysis;
}

/** A topic that several documents share, as the editor would take it. */
export interface Suggestion {
  readonly topic: Topic;
  /** How much is shared: 0 for nothing; grows with documents and sentences. */
  readonly shared: number;
  /** How differently it is said, 0 … 1. */
  readonly differing: number;
  /** What each document gives, in the corpus's order; those that give nothing are left out. */
  readonly documents: readonly { readonly id: string; readonly passages: readonly Passage[] }[];
}

export interface SuggestOptions {
  /** Suggestions at most. */
  readonly most?: number | undefined;
}

const MOST_SUGGESTIONS = 24;
/** Of two suggestions that have an idea in common and half the sentences of the smaller one, the better stands for both; */
const SAME_TOPIC = 0.5;
/** so it does of any two with as much of all their sentences in common, however they were found. */
const SAME_SENTENCES = 0.35;
/** A topic is merged from a few ways to find it; more would be a list of its words. */
const MOST_CUES = 4;
/** Candidates looked at for each suggestion wanted; those behind them share too little to be asked for. */
const LOOKED_AT = 40;

/**
 * What at least two documents share, ranked by how much they share and how differently they say it. Ideas (names,
 * families of words, rare words) and pairs of them are scored by the sentences they stand in: the spread over documents,
 * times how much rarer a pair is than the corpus, times how far apart the documents' labels, loaded words and voices are
 * (Jensen–Shannon divergence). Near-linear in the sentences; the documents' order changes nothing.
 */
export function suggestTopics(
  sources: readonly SuggestSource[],
  words: SuggestWords & { readonly inflect: Inflect },
  { most = MOST_SUGGESTIONS }: SuggestOptions = {},
): Suggestion[] {
  const documents = sources.map(({ analysis }) => featuresOf(analysis(), words));
  const { candidates, marksOf } = candidatesIn(documents, (idea) => weightOf(idea, words));
  const ranked = candidates
    .sort((a, b) => b.shared - a.shared || byName(a, b))
    .slice(0, most * LOOKED_AT)
    .map((candidate) => ({ ...candidate, differing: spread(marksOf(candidate)) }))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || byName(a, b));
  const kept: Merged[] = [];
  for (const candidate of ranked) {
    const same = kept.find((each) => isSame(each, candidate));
    if (same) absorb(same, candidate);
    else if (kept.length < most)
      kept.push({ lead: candidate, cues: [candidate], sentences: new Set(candidate.postings) });
  }
  return withPassages(
    kept.map((each) => ({
      ...each,
      topic: topicOf(
        each.cues.map(({ ideas }) => ideas),
        words,
      ),
    })),
    sources,
    words,
  );
}

interface Scored extends Candidate {
  readonly differing: number;
}

interface Merged {
  readonly lead: Scored;
  readonly cues: Scored[];
  readonly sentences: Set<number>;
}

function scoreOf({ shared, differing }: Scored): number {
  return shared * (1 + differing);
}

function byName({ ideas: a }: Candidate, { ideas: b }: Candidate): number {
  const [left, right] = [a.join(' '), b.join(' ')];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A small topic within a large one is a topic of its own, unless both are found by the same idea. */
function isSame({ sentences, cues }: Merged, { postings, ideas }: Scored): boolean {
  let both = 0;
  for (const sentence of postings) if (sentences.has(sentence)) both += 1;
  const sharesIdea = cues.some((cue) => cue.ideas.some((idea) => ideas.includes(idea)));
  return (
    (sharesIdea && both >= SAME_TOPIC * Math.min(sentences.size, postings.length)) ||
    both >= SAME_SENTENCES * (sentences.size + postings.length - both)
  );
}

/** A further way to find the same, where it brings sentences that are not found yet. */
function absorb(same: Merged, candidate: Scored): void {
  const shares = candidate.ideas.some((idea) => same.lead.ideas.includes(idea));
  const added = candidate.postings.filter((sentence) => !same.sentences.has(sentence));
  if (!shares || added.length === 0 || same.cues.length >= MOST_CUES) return;
  same.cues.push(candidate);
  for (const sentence of added) same.sentences.add(sentence);
}

/** What accepting each would give, by the retrieval that a written topic has. One more pass over the documents. */
function withPassages(
  merged: readonly (Merged & { readonly topic: Topic })[],
  sources: readonly SuggestSource[],
  { names, inflect }: SuggestWords & { readonly inflect: Inflect },
): Suggestion[] {
  const open = merged.map(({ topic }) => openTopic(topic, names, inflect));
  const given = merged.map((): { id: string; passages: readonly Passage[] }[] => []);
  for (const { id, analysis } of sources) {
    const { reading } = analysis();
    open.forEach((each, at) => {
      const { passages } = retrieve(reading, each);
      if (passages.length > 0) given[at]?.push({ id, passages });
    });
  }
  return merged.flatMap(({ topic, lead: { shared, differing } }, at) => {
    const documents = given[at] ?? [];
    return documents.length > 1 ? [{ topic, shared, differing, documents }] : [];
  });
}

import type { Analysis } from '../devices/analysis.js';
import { candidatesIn, marksIn, type Candidate } from './suggest/candidates.js';
import { featuresOf, type SuggestWords } from './suggest/features.js';
import { ideasOf, type Idea } from './suggest/ideas.js';
import { isName } from './suggest/same-idea.js';
import { spread } from './suggest/spread.js';
import { titled } from './suggest/titled.js';
import { topicOf } from './suggest/topic-of.js';
import { weightOf } from './suggest/weight.js';
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

/** Two short articles share a dozen topics at most; longer ones share more, and nobody reads through more than two dozen. */
const FEWEST_OFFERED = 12;
const MOST_OFFERED = 24;
const SENTENCES_FOR_EACH = 8;
/** Of two suggestions that have an idea in common and half the sentences of the smaller one, the better stands for both; */
const SAME_TOPIC = 0.5;
/** so it does of any two with as much of all their sentences in common, however they were found. */
const SAME_SENTENCES = 0.35;
/** A topic is merged from a few ways to find it; more would be a list of its words. */
const MOST_CUES = 4;
/** Candidates looked at for each suggestion wanted; those behind them share too little to be asked for. */
const LOOKED_AT = 40;
/** A noun that stands in this share of every document's paragraphs is what the corpus is about, and comes first. */
const THROUGHOUT = 0.2;

/**
 * What at least two documents share, ranked by how much they share and how differently they say it. Ideas (nouns, pairs
 * of nouns, names, families of words) are scored by the sentences they stand in: the spread over documents, times how
 * far apart the documents' labels, loaded words and voices are (Jensen–Shannon divergence). A verb or an adjective alone
 * names no topic. Near-linear in the sentences; the documents' order changes nothing.
 */
export function suggestTopics(
  sources: readonly SuggestSource[],
  words: SuggestWords & { readonly inflect: Inflect },
  { most: asked }: SuggestOptions = {},
): Suggestion[] {
  const ideas = ideasOf(sources.map(({ analysis }) => featuresOf(analysis(), words)));
  const offered = Math.round(ideas.documentOf.length / SENTENCES_FOR_EACH);
  const most = asked ?? Math.min(MOST_OFFERED, Math.max(FEWEST_OFFERED, offered));
  const { titleOf, isTitle } = titled(ideas);
  const ranked = candidatesIn(ideas, (idea) => weightOf(idea, words))
    .filter(({ ideas: [idea] }) => idea && !isTitle(idea))
    .sort((a, b) => b.shared - a.shared || byName(a, b))
    .slice(0, most * LOOKED_AT)
    .map((candidate) => ({ ...candidate, differing: spread(marksIn(candidate, ideas)) }))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || byName(a, b));
  const subject = subjectOf(ranked);
  const kept: Merged[] = [];
  for (const candidate of subject ? [subject, ...ranked.filter((each) => each !== subject)] : ranked) {
    const same = kept.find((each) => isSame(each, candidate));
    if (same) absorb(same, candidate);
    else if (kept.length < most)
      kept.push({ lead: candidate, cues: [candidate], sentences: new Set(candidate.postings) });
  }
  return withPassages(
    kept.map((each) => ({
      ...each,
      topic: topicOf(
        each.cues.map((cue) => cue.ideas),
        each.lead.ideas.map(titleOf).join(' and '),
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

/** What the corpus is about: the noun that stands throughout every document. A name is who it is about, or where. */
function subjectOf(ranked: readonly Scored[]): Scored | undefined {
  const standing = ranked.flatMap((each) => {
    const [idea, ...more] = each.ideas;
    return idea && more.length === 0 && !isName(idea.key) && idea.throughout >= THROUGHOUT
      ? [{ each, score: idea.throughout * scoreOf(each) }]
      : [];
  });
  return standing.sort((a, b) => b.score - a.score || byName(a.each, b.each))[0]?.each;
}

function byName({ ideas: a }: Candidate, { ideas: b }: Candidate): number {
  const name = (ideas: readonly Idea[]): string => ideas.map(({ key }) => key).join(' ');
  return name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0;
}

/** A small topic within a large one is a topic of its own, unless both are found by the same idea. */
function isSame({ sentences, cues }: Merged, { postings, ideas }: Scored): boolean {
  let both = 0;
  for (const sentence of postings) if (sentences.has(sentence)) both += 1;
  const phrases = new Set(ideas.flatMap((idea) => idea.phrases));
  const sharesIdea = cues.some((cue) => cue.ideas.some((idea) => idea.phrases.some((each) => phrases.has(each))));
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

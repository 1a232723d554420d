import { sentenceAt, type Reading, type Sentence } from '../text/reading.js';
import { continues } from './continuation.js';
import { runsOf } from './pins.js';
import type { OpenTopic } from './topic.js';

/** Why a sentence belongs to a topic: a cue was met, it goes on from the one before, it stands between two, or a reader put it in. */
export type Reason = 'cue' | 'continues' | 'between' | 'pinned';

/** Consecutive sentences of one document on one topic: indices into `Reading.sentences`. */
export interface Passage {
  readonly sentences: readonly { readonly index: number; readonly reason: Reason }[];
}

/** A sentence that met a part of a cue: what a reader may check when a document is silent. */
export interface NearMiss {
  readonly index: number;
  /** Phrases as they stand in the text. */
  readonly met: readonly string[];
  /** Groups that would have had to be met besides. */
  readonly missing: readonly (readonly string[])[];
}

export interface Retrieved {
  readonly passages: readonly Passage[];
  readonly nearestMiss: NearMiss | undefined;
}

/** A chain of sentences that name nothing is trusted this far from its cue. */
const LONGEST_CHAIN = 5;

/** Reading → passages on a topic: cues first, then continuation. One scan of the text. */
export function retrieve(reading: Reading, open: OpenTopic): Retrieved {
  const met = groupsMet(reading, open);
  const onTopic = new Map<number, Reason>();
  reading.sentences.forEach((sentence, index) => {
    if (isProse(sentence) && meetsCue(met, index, open)) onTopic.set(index, 'cue');
  });
  goOn(reading, onTopic, met, open);
  fillBetween(reading, onTopic, met, open);
  return {
    passages: runsOf([...onTopic].sort(([a], [b]) => a - b)),
    nearestMiss: onTopic.size > 0 ? undefined : nearest(reading, met, open),
  };
}

const isProse = (sentence: Sentence): boolean => sentence.kind === 'prose';

type Met = readonly ReadonlyMap<number, readonly [number, number]>[];

/** For each sentence the groups met in it, each with the tokens that met it. */
function groupsMet(reading: Reading, { scan }: OpenTopic): Met {
  const met = reading.sentences.map(() => new Map<number, readonly [number, number]>());
  for (const { payload, first, last } of scan(reading)) {
    const sentence = met[sentenceAt(reading.sentences, first)];
    const known = sentence?.get(payload);
    if (!known || last - first > known[1] - known[0]) sentence?.set(payload, [first, last]);
  }
  return met;
}

function meetsCue(met: Met, index: number, { cues, notGroup }: OpenTopic): boolean {
  const here = met[index];
  if (!here || here.has(notGroup)) return false;
  return cues.some(({ groups, near }) =>
    groups.every(
      (group, at) => here.has(group) || (near && at > 0 && (met[index - 1]?.has(group) || met[index + 1]?.has(group))),
    ),
  );
}

function goOn(reading: Reading, onTopic: Map<number, Reason>, met: Met, { topic, notGroup }: OpenTopic): void {
  for (const start of [...onTopic.keys()]) {
    if (topic.typed && !isSalient(reading, met, start)) continue;
    for (let step = 1; step <= LONGEST_CHAIN; step += 1) {
      const index = start + step;
      const sentence = reading.sentences[index];
      if (!sentence || !isProse(sentence) || onTopic.has(index) || met[index]?.has(notGroup)) break;
      if (!continues(reading, index)) break;
      onTopic.set(index, 'continues');
    }
  }
}

/**
 * Whether a sentence is about what met its cue: what stands in its first half is what the next "it" takes up (Grosz,
 * Joshi & Weinstein's centering). A written topic's cues are chosen to be about it wherever they stand.
 */
function isSalient({ sentences }: Reading, met: Met, index: number): boolean {
  const sentence = sentences[index];
  if (!sentence) return false;
  const middle = sentence.first + Math.max(SHORT_SENTENCE, (sentence.last - sentence.first) / 2);
  return [...(met[index]?.values() ?? [])].some(([first]) => first < middle);
}

const SHORT_SENTENCE = 10;

/** One sentence of the same paragraph between two that meet the topic belongs with them. */
function fillBetween(reading: Reading, onTopic: Map<number, Reason>, met: Met, { notGroup }: OpenTopic): void {
  for (let index = 1; index + 1 < reading.sentences.length; index += 1) {
    const here = reading.sentences[index];
    const before = reading.sentences[index - 1];
    const after = reading.sentences[index + 1];
    if (!here || before?.part !== here.part || after?.part !== here.part || !isProse(here)) continue;
    if (!onTopic.has(index) && onTopic.has(index - 1) && onTopic.get(index + 1) === 'cue' && !met[index]?.has(notGroup))
      onTopic.set(index, 'between');
  }
}

/** The sentence that met most of a cue, the earlier of two alike. */
function nearest(reading: Reading, met: Met, { cues, groups }: OpenTopic): NearMiss | undefined {
  let best: { index: number; share: number; present: readonly number[]; absent: readonly number[] } | undefined;
  reading.sentences.forEach((sentence, index) => {
    if (!isProse(sentence)) return;
    for (const cue of cues) {
      const present = cue.groups.filter((group) => met[index]?.has(group));
      const share = present.length / cue.groups.length;
      if (share > (best?.share ?? 0))
        best = { index, share, present, absent: cue.groups.filter((group) => !present.includes(group)) };
    }
  });
  if (!best) return undefined;
  const { index, present, absent } = best;
  const words = present.map((group) => {
    const [first, last] = met[index]?.get(group) ?? [0, 0];
    const start = reading.tokens.start[first] ?? 0;
    return reading.text.slice(start, (reading.tokens.start[last - 1] ?? 0) + (reading.tokens.length[last - 1] ?? 0));
  });
  return { index, met: words, missing: absent.map((group) => groups[group] ?? []) };
}

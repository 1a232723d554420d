import type { OnTopic } from '../on-topic.js';
import type { FactCell } from '../schema/fact.js';
import type { Nearest } from '../schema/place.js';
import type { Mention } from './mention.js';
import { contentOf } from './wording.js';

/** Which sentence of a document comes nearest to a sentence of another. */
export type NearestTo = (mention: Mention, document: OnTopic) => Nearest | null;

const MOST_SHARED = 6;

/**
 * Sentences are indexed by their content words once a document; a look-up weighs the words in common by how few
 * sentences of all documents hold them (inverse document frequency, Spärck Jones 1972).
 */
export function nearestSentences(documents: readonly OnTopic[]): NearestTo {
  const indices = new Map(documents.map((document) => [document.id, indexOf(document)]));
  const sentencesWith = new Map<string, number>();
  let total = 0;
  for (const { held, sentences } of indices.values()) {
    total += sentences;
    for (const [word, at] of held) sentencesWith.set(word, (sentencesWith.get(word) ?? 0) + at.length);
  }
  const weigh = (word: string): number => Math.log((total + 1) / ((sentencesWith.get(word) ?? 0) + 1));

  return (mention, { id, analysis: { reading } }) => {
    const stating = mention.document.analysis.reading;
    const sentence = stating.sentences[mention.sentence];
    const shownAs = sentence ? contentOf(stating, sentence.first, sentence.last) : new Map<string, string>();
    const words = [...shownAs.keys()];
    const held = indices.get(id)?.held;
    const scores = new Map<number, number>();
    for (const word of words)
      for (const at of held?.get(word) ?? []) scores.set(at, (scores.get(at) ?? 0) + weigh(word));
    let best: number | undefined;
    for (const [at, score] of scores) {
      const known = best === undefined ? -1 : (scores.get(best) ?? 0);
      if (score > known || (score === known && best !== undefined && at < best)) best = at;
    }
    const nearest = best === undefined ? undefined : reading.sentences[best];
    if (best === undefined || !nearest) return null;
    const { start, end } = nearest;
    const found = best;
    const shared = words.filter((word) => held?.get(word)?.includes(found)).sort((a, b) => weigh(b) - weigh(a));
    return {
      start,
      end,
      text: reading.text.slice(start, end),
      similarity: Math.round((shared.length / words.length) * 100) / 100,
      shared: shared.slice(0, MOST_SHARED).map((word) => shownAs.get(word) ?? word),
    };
  };
}

interface Index {
  readonly held: ReadonlyMap<string, readonly number[]>;
  readonly sentences: number;
}

/** Content word → the document's own sentences that hold it, ascending. */
function indexOf({ analysis: { reading } }: OnTopic): Index {
  const held = new Map<string, number[]>();
  let sentences = 0;
  reading.sentences.forEach(({ first, last, kind }, at) => {
    if (kind !== 'prose') return;
    sentences += 1;
    for (const word of contentOf(reading, first, last).keys()) {
      const known = held.get(word);
      if (known) known.push(at);
      else held.set(word, [at]);
    }
  });
  return { held, sentences };
}

export type Absent = NonNullable<FactCell['absent']>;

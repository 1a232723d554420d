import { ParallaxError } from '../text/error.js';
import { compilePhrases } from '../text/phrase-table.js';
import { openPhrases } from '../text/match.js';
import { parsePhrase } from '../text/phrase.js';
import { sentenceAt, type Reading } from '../text/reading.js';
import type { Inflect } from '../text/inflect.js';
import type { Names } from '../devices/referent.js';
import { conceptsOf, type Concept } from './concepts.js';
import type { Related } from './related.js';
import { expand, type Topic, type TopicCue } from './topic.js';

export const LONGEST_QUERY = 200;
const MOST_CONCEPTS = 6;

/**
 * Concepts that make up more than this share of a query's information find a sentence. Half: of "Turkey's part in the
 * conflict" Turkey alone is on the topic, the conflict alone is not.
 */
const ENOUGH = 0.5;
/** A little less will do for a query's names alone: "CSTO membership" is spoken of wherever the CSTO is. */
const ENOUGH_OF_NAMES = 0.45;

/** What a query's words are understood by. */
export interface QueryWords {
  readonly names: Names;
  readonly related: Related;
  readonly inflect: Inflect;
}

/**
 * A reader's plain words → a topic of the same form as a written one. Words are widened by the corpus's names and by
 * families of related words; each combination of ideas that carries enough of the query's information (rarity in this
 * corpus: inverse sentence frequency) becomes a cue.
 * @throws {ParallaxError} `bad-topic` when the words name nothing that could be looked for
 */
export function topicFromQuery(query: string, words: QueryWords, readings: readonly Reading[]): Topic {
  const title = query.trim().replace(/\s+/g, ' ');
  if (title === '')
    throw new ParallaxError(
      'bad-topic',
      'the topic is empty',
      'type a few words, such as "Turkey\'s part in the conflict"',
    );
  if (title.length > LONGEST_QUERY)
    throw new ParallaxError(
      'bad-topic',
      `the topic is longer than ${LONGEST_QUERY} characters`,
      'name it in a few words',
    );
  const concepts = conceptsOf(title, words.names, words.related).slice(0, MOST_CONCEPTS);
  if (concepts.length === 0)
    throw new ParallaxError(
      'bad-topic',
      `"${title}" names nothing to look for`,
      'add a name or a noun, such as "sanctions"',
    );
  const weights = rarity(concepts, readings, words);
  return {
    id: 'query',
    title,
    question: `What does each source say of “${title}”?`,
    cues: cuesOf(concepts, weights),
    not: [],
    typed: true,
  };
}

/** Inverse sentence frequency of each concept, smoothed so that no idea weighs nothing. */
function rarity(concepts: readonly Concept[], readings: readonly Reading[], { names, inflect }: QueryWords): number[] {
  const phrases = concepts.flatMap(({ phrases }, payload) =>
    phrases
      .flatMap((phrase) => expand(phrase, names))
      .map((term) => ({ slots: parsePhrase(term, 'all', inflect), payload })),
  );
  const scan = openPhrases(compilePhrases(phrases));
  const frequency = concepts.map(() => 0);
  let sentences = 0;
  for (const reading of readings) {
    sentences += reading.sentences.length;
    const seen = new Set(
      scan(reading).map(({ payload, first }) => `${payload} ${sentenceAt(reading.sentences, first)}`),
    );
    for (const key of seen) {
      const payload = Number.parseInt(key, 10);
      frequency[payload] = (frequency[payload] ?? 0) + 1;
    }
  }
  return frequency.map((count) => Math.log(1 + (sentences + 1) / (count + 1)));
}

/**
 * The smallest sets of concepts that carry enough, each with every name of the query; the rarest idea of a set leads
 * it and must stand in the sentence, common ones may stand beside it.
 */
function cuesOf(concepts: readonly Concept[], weights: readonly number[]): TopicCue[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const names = concepts.reduce((set, { named }, at) => (named ? set | (1 << at) : set), 0);
  const plainIdeas = concepts.filter(({ named }) => !named).length;
  const weightOf = (set: number): number => weights.reduce((sum, each, at) => sum + ((set >> at) & 1 ? each : 0), 0);
  const enough: number[] = [];
  for (let set = 1; set < 1 << concepts.length; set += 1) {
    if ((set & names) !== names) continue;
    // Of several plain ideas ("arms supplies") the rarest must be there, or all the others: supplies of what matters.
    if (
      weightOf(set) > total * (set === names ? ENOUGH_OF_NAMES : ENOUGH) &&
      (plainIdeas < 2 || weightOf(set & ~names) > (total - weightOf(names)) * ENOUGH)
    )
      enough.push(set);
  }
  const minimal = enough.filter((set) => !enough.some((other) => other !== set && (other & set) === other));
  return minimal.map((set) => {
    const members = concepts.map((_, at) => at).filter((at) => (set >> at) & 1);
    members.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    return { groups: members.map((at) => concepts[at]?.phrases ?? []), near: true };
  });
}

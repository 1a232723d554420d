import { contrastOf } from './contrast.js';
import { copiesAmong } from './copies.js';
import { comparedDocument, dateOf, indicesOf, type Source } from './document.js';
import { factsOf } from './facts.js';
import { fragilityOf } from './fragility.js';
import { applyPins } from '../topics/pins.js';
import { retrieve } from '../topics/retrieve.js';
import type { OpenTopic } from '../topics/topic.js';
import type { Names } from '../devices/referent.js';
import { ParallaxError } from '../text/error.js';
import type { OnTopic } from './on-topic.js';
import type { Comparison } from './schema/comparison.js';
import { alignStatements } from './statements.js';
import { symmetryOf } from './symmetry.js';
import type { WordLists } from './word-lists.js';

export interface ComparisonFrame {
  readonly corpus: Comparison['corpus'];
  readonly lexicon: Comparison['lexicon'];
  readonly names: Names;
  readonly lists: WordLists;
}

export interface CompareOptions {
  /** Id of the document that the others are set against; none sets each against all others. */
  readonly reference?: string | undefined;
  /** Which documents of a larger corpus these are. */
  readonly choice?: Comparison['choice'];
}

/**
 * Topic × documents → Comparison: the one value that page, sheet, command line, JSON and CSV show. Pure.
 * @throws {ParallaxError} `bad-option` for a reference that is no document
 */
export function compare(
  open: OpenTopic,
  sources: readonly Source[],
  { corpus, lexicon, names, lists }: ComparisonFrame,
  { reference, choice = null }: CompareOptions = {},
): Comparison {
  if (reference !== undefined && !sources.some(({ id }) => id === reference))
    throw new ParallaxError(
      'bad-option',
      `there is no document "${reference.slice(0, 60)}" to compare with`,
      `choose one of ${sources
        .slice(0, MOST_NAMED)
        .map(({ id }) => id)
        .join(', ')}`,
    );
  const { id, title, question, typed, cues, not, event = null } = open.topic;
  const found = sources.map((source) => {
    const { reading } = source.analysis;
    return { source, retrieved: applyPins(reading, retrieve(reading, open), source.pins) };
  });
  const onTopic = found.map(({ source, retrieved }): OnTopic => ({
    id: source.id,
    date: dateOf(source),
    analysis: source.analysis,
    indices: indicesOf(retrieved.passages),
  }));
  const covering = onTopic.filter(({ indices }) => indices.length > 0);
  const silent = onTopic.filter(({ indices }) => indices.length === 0);
  const documents = found.map(({ source, retrieved }) => comparedDocument(source, retrieved, names, lists, event));
  const fragility = fragilityOf(documents);
  const aligned = alignStatements(covering, names, lists, event);
  return {
    schema: 'parallax/comparison',
    version: 2,
    topic: {
      id,
      title,
      question,
      typed,
      cues: cues.map(({ groups, near }) => ({ groups: groups.map((group) => [...group]), near })),
      not: [...not],
      event,
    },
    corpus,
    choice,
    lexicon,
    documents: documents.map((document, at) => ({ ...document, fragility: fragility[at] ?? [] })),
    copies: copiesAmong(covering),
    ...aligned,
    facts: factsOf(covering, aligned.statements, names, event, silent),
    contrast: contrastOf(covering, reference ?? null),
    symmetry: symmetryOf(covering, names, lists.mirrors),
  };
}

/** An error names the choices up to this many. */
const MOST_NAMED = 20;

import { intervalsOf, type Interval } from './bootstrap.js';
import { rateScore, toneScore, wordsBySentence, type Score } from './fragility/score.js';
import { firstWords, turnsOf, type Turn } from './fragility/turn.js';
import type { ComparedDocument, ComparedSentence } from './schema/document.js';
import type { Fragility } from './schema/fragility.js';
import { FEWEST_SENTENCES_FOR_TONE } from './tone.js';

/** Five sentences can be drawn in 126 ways; from fewer a bootstrap knows next to nothing. */
export const FEWEST_SENTENCES_FOR_RATES = 5;
/** Below a hundred words one mark more or less moves a rate by more than one in a hundred. */
export const FEWEST_WORDS_FOR_RATES = 100;

const RATES = ['loaded-terms', 'distancing', 'attribution', 'certainty', 'naming'] as const;

type Column = Pick<ComparedDocument, 'passages' | 'counts' | 'tone'>;

/**
 * A document's scores recomputed without each term and each sentence, and with quoted words; one list a document, in
 * the order given, empty for a silent one. Tone flips when its sign changes or is lost, and is unsure when no part turns it
 * but its interval holds zero. A rate flips when the document
 * changes places with another that can be scored: it stood above and would stand below, or the reverse; ties are no
 * change. The other documents keep their own values meanwhile, except that quoted words count for all or for none.
 */
export function fragilityOf(documents: readonly Column[]): Fragility[][] {
  const scored = documents.map(scoredDocument);
  return scored.map((document) => {
    const peers = scored.filter((each) => each !== document && each.enoughForRates);
    return document.scores.map((score, at) => {
      const enough = score.id === 'tone' ? document.enoughForTone : document.enoughForRates;
      const others = peers.flatMap(({ scores }) => scores[at] ?? []);
      return enough
        ? { ...untested(document, score), ...tested(document, score, others, document.intervals[at]) }
        : untested(document, score);
    });
  });
}

interface ScoredDocument {
  readonly sentences: readonly ComparedSentence[];
  /** In one order for all documents; none for a silent one. */
  readonly scores: readonly Score[];
  readonly intervals: readonly Interval[];
  readonly enoughForTone: boolean;
  readonly enoughForRates: boolean;
}

function scoredDocument(document: Column): ScoredDocument {
  const sentences = document.passages.flatMap((passage) => passage.sentences);
  const words = wordsBySentence(document);
  const scores =
    sentences.length === 0 ? [] : [toneScore(document), ...RATES.map((id) => rateScore(id, document, words))];
  const enoughForTone = sentences.length >= FEWEST_SENTENCES_FOR_TONE;
  const enoughForRates =
    sentences.length >= FEWEST_SENTENCES_FOR_RATES && document.counts.words >= FEWEST_WORDS_FOR_RATES;
  const intervals = enoughForTone || enoughForRates ? intervalsOf(scores, sentences.length) : [];
  return { sentences, scores, intervals, enoughForTone, enoughForRates };
}

/** A score of too few sentences: a tone is not given at all, a rate stands beside its counts. */
function untested({ sentences }: ScoredDocument, { id, value, withQuoted }: Score): Fragility {
  return {
    score: id,
    value: id === 'tone' ? null : value,
    low: null,
    high: null,
    sentences: sentences.length,
    withQuoted: id === 'tone' ? null : withQuoted,
    least: null,
    most: null,
    verdict: 'too-few',
    without: null,
    at: null,
  };
}

function tested(
  { sentences }: ScoredDocument,
  score: Score,
  others: readonly Score[],
  interval: Interval | undefined,
): Omit<Fragility, 'score' | 'sentences'> {
  const { id, value, withQuoted, terms, round } = score;
  const turns = turnsOf(score);
  const values = turns.map((turn) => turn.value);
  // A tone without tone words is no tone, and one source alone has no place among others; a shared place cannot turn.
  const testable = id === 'tone' ? terms.length > 0 : others.length > 0;
  const turn = testable ? (id === 'tone' ? toneTurn(score, turns) : rateTurn(score, turns, others)) : undefined;
  const holdsZero = interval !== undefined && round(interval.low) <= 0 && round(interval.high) >= 0;
  const standing = id === 'tone' && holdsZero ? 'unsure' : 'holds';
  const sentence = turn && turn.sentence !== null ? sentences[turn.sentence] : undefined;
  return {
    value,
    low: interval ? round(interval.low) : null,
    high: interval ? round(interval.high) : null,
    withQuoted,
    least: values.reduce((least, each) => Math.min(least, each), Infinity),
    most: values.reduce((most, each) => Math.max(most, each), -Infinity),
    verdict: turn ? 'flips' : testable ? standing : 'too-few',
    without: turn ? (turn.term ?? firstWords(sentence?.text ?? '')) : null,
    at: sentence?.start ?? null,
  };
}

/** The first part whose absence changes the sign: a term before a sentence, quoted words last. */
function toneTurn(score: Score, turns: readonly Turn[]): Turn | undefined {
  const sign = Math.sign(score.value);
  return [...turns, quoted(score)].find(({ value }) => Math.sign(value) !== sign);
}

function rateTurn(score: Score, turns: readonly Turn[], others: readonly Score[]): Turn | undefined {
  const trades = (before: number, now: number): boolean => before * now < 0;
  return (
    turns.find((turn) => others.some(({ value }) => trades(score.value - value, turn.value - value))) ??
    (others.some((other) => trades(score.value - other.value, score.withQuoted - other.withQuoted))
      ? quoted(score)
      : undefined)
  );
}

function quoted({ withQuoted }: Score): Turn {
  return { value: withQuoted, term: 'quoted words', sentence: null };
}

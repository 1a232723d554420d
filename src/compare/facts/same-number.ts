import { findQuantities, writeQuantity, type Quantity } from '../../text/quantity.js';
import type { OnTopic } from '../on-topic.js';
import type { Row } from './alignment.js';
import type { Mention } from './mention.js';
import { isCommon, isTelling } from './one-thing.js';
import { contentOf } from './wording.js';

/** Besides the number: what two sentences with one number and so many words in common tell is one thing. */
const FEWEST_SHARED = 2;

interface Place {
  readonly document: OnTopic;
  readonly sentence: number;
  readonly quantity: Quantity;
}

/**
 * Rows with the places where other articles print the very number in a like sentence, whatever noun stands beside it:
 * "an offer of 2 per cent" and "a 2 per cent pay rise". Small counts are given of everything and stay out.
 */
export function withSameNumbers(
  rows: readonly Row[],
  documents: readonly OnTopic[],
  mentions: readonly Mention[],
): Row[] {
  const counted = new Set(
    mentions.filter(({ kind }) => kind === 'count').map(({ document, first }) => `${document.id} ${first}`),
  );
  const places = placesOf(documents);
  return rows.map((row) => {
    const stating = new Set(row.map(({ document }) => document.id));
    const added = row.flatMap((mention): Mention[] => {
      const { quantity } = mention;
      if (!quantity || isCommon(mention) || mention.subject.startsWith('vote')) return [];
      return (places.get(keysOfNumber(quantity)[0] ?? '') ?? []).flatMap((place): Mention[] => {
        // 24 people who died are not 24 who were arrested; "1,400 had done so" has no noun that would tell.
        if (!isTelling(mention) && counted.has(`${place.document.id} ${place.quantity.first}`)) return [];
        if (stating.has(place.document.id) || !shareWords(mention, place, FEWEST_SHARED)) return [];
        stating.add(place.document.id);
        return [standing(mention, quantity, place)];
      });
    });
    return [...row, ...added];
  });
}

/** Its bound is the other's: "more than 1,400" and "1,400" are one number told more and less exactly. */
function standing(mention: Mention, { relation, most }: Quantity, { document, sentence, quantity }: Place): Mention {
  const { first, last } = quantity;
  return {
    ...mention,
    ...{ document, sentence, first, last, value: writeQuantity(quantity) },
    quantity: { ...quantity, relation, most },
  };
}

function placesOf(documents: readonly OnTopic[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const document of documents) {
    const { reading } = document.analysis;
    reading.sentences.forEach(({ first, last, kind }, sentence) => {
      if (kind !== 'prose') return;
      for (const quantity of findQuantities(reading, first, last)) {
        const key = keysOfNumber(quantity)[0] ?? '';
        places.set(key, [...(places.get(key) ?? []), { document, sentence, quantity }]);
      }
    });
  }
  return places;
}

/** "More than 1,400" and "1,400" give one number, a range two. */
export function keysOfNumber({ unit, value, most }: Quantity): string[] {
  return [...new Set([value, most])].map((number) => `${unit} ${number}`);
}

type Sentence = Pick<Mention, 'document' | 'sentence'>;

/** Whether two sentences have so many content words in common besides numbers and their units. */
export function shareWords(a: Sentence, b: Sentence, least: number): boolean {
  const others = wordsOf(b);
  return wordsOf(a).filter((word) => others.includes(word)).length >= least;
}

function wordsOf({ document: { analysis }, sentence }: Sentence): string[] {
  const { first = 0, last = 0 } = analysis.reading.sentences[sentence] ?? {};
  return [...contentOf(analysis.reading, first, last).keys()].filter((word) => !NUMBER.test(word));
}

const NUMBER =
  /\d|^(?:million|billion|thousand|hundred|percent|per|cent|year|day|week|month|said|say|january|february|april|june|july|august|september|october|november|december)$/;

import type { Nearest } from '../schema/place.js';
import type { Told } from './features.js';
import { featureIndex, limitsFor } from './neighbours.js';
import { meet, sharedWords, similarityOf, type Meeting } from './similarity.js';

/** The sentence of one document that comes nearest to some others. */
export interface NearestFound {
  readonly told: Told;
  readonly meeting: Meeting;
}

/** Sentences met in each document: its nearest is among the first of those that share the weightiest features. */
const MOST_MET = 12;
/** A row of many documents asks with this many of its sentences. */
const MOST_ASKING = 8;
/** Words shown of what two sentences share. */
export const MOST_SHARED = 8;

export type FindNearest = (asking: readonly Told[]) => ReadonlyMap<number, NearestFound>;

/**
 * Over all sentences of all documents, on the topic or not: of each document the one that is most similar to any of
 * those that ask. Documents without a sentence that shares anything are left out.
 */
export function nearestFinder(sentences: readonly Told[]): FindNearest {
  const { neighbours } = featureIndex(sentences, limitsFor(sentences.length));
  return (asking) => {
    const met = new Map<number, { count: number; pair: [Told, Told] | undefined; similarity: number }>();
    for (const told of asking.slice(0, MOST_ASKING)) {
      for (const each of met.values()) each.count = 0;
      for (const { at } of neighbours(told, -1, Infinity)) {
        const other = sentences[at];
        if (!other || other.document === told.document) continue;
        const known = met.get(other.document) ?? { count: 0, pair: undefined, similarity: 0 };
        met.set(other.document, known);
        if (known.count >= MOST_MET) continue;
        known.count += 1;
        const similarity = similarityOf(told, other);
        if (similarity > known.similarity) Object.assign(known, { pair: [told, other], similarity });
      }
    }
    return new Map(
      [...met].flatMap(([document, { pair }]) =>
        pair ? [[document, { told: pair[1], meeting: meet(...pair) }] as const] : [],
      ),
    );
  };
}

/** As the schema shows it; `meeting` is from the asking sentence to it. */
export function shownNearest({ told, meeting }: NearestFound): Nearest {
  return { ...spanOfTold(told), similarity: meeting.similarity, shared: sharedWords([meeting], MOST_SHARED) };
}

export function spanOfTold({ analysis, index }: Told): { start: number; end: number; text: string } {
  const { start = 0, end = 0 } = analysis.reading.sentences[index] ?? {};
  return { start, end, text: analysis.reading.text.slice(start, end) };
}

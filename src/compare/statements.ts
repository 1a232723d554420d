import type { Names } from '../devices/referent.js';
import { differenceOf } from './difference.js';
import { publishedBefore } from './event.js';
import type { OnTopic } from './on-topic.js';
import type { Comparison } from './schema/comparison.js';
import type { Absence } from './schema/place.js';
import type { Sole, Statement, StatementPair } from './schema/statement.js';
import { featureReader, type Told } from './statements/features.js';
import { withGuests, type Gathered } from './statements/guests.js';
import { findLinks } from './statements/links.js';
import { MOST_SHARED, nearestFinder, shownNearest, spanOfTold } from './statements/nearest.js';
import { datesIn } from './statements/number.js';
import { pairsOf, shownPairs } from './statements/pairs.js';
import { gatherRows } from './statements/rows.js';
import { sayersIn } from './statements/sayer.js';
import { sharedWords, type Meeting } from './statements/similarity.js';
import type { WordLists } from './word-lists.js';

export interface Aligned {
  readonly statements: Statement[];
  readonly sole: Sole[];
}

/** Of a corpus of hundreds nobody reads all that do not say a thing: those that come nearest are listed, the rest counted. */
const MOST_ABSENT = 24;
/** Of these, with the sentence that comes nearest. */
const MOST_NEAREST = 8;

/**
 * Sentences on a topic → rows of those that speak of the same thing, and the sentences that stand alone. Each pair's
 * similarity hangs on its two documents alone, so another document changes no row that it has no part in; the order of
 * `documents` changes nothing. A wrong match misleads more than a missed one: weak pairs stay apart.
 */
export function alignStatements(
  documents: readonly OnTopic[],
  names: Names,
  lists: WordLists,
  event: Comparison['topic']['event'],
): Aligned {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read = featureReader(names, lists);
  const told = sorted.map((document, place) => read(document, place));
  const onTopic = sorted.flatMap(({ indices }, place) => indices.flatMap((index) => told[place]?.[index] ?? []));
  const findNearest = nearestFinder(told.flatMap((each) => each.flatMap((sentence) => sentence ?? [])));
  const gathered = gatherRows(onTopic, findLinks(onTopic)).map((places): Gathered => {
    const row = places.flatMap((at) => onTopic[at] ?? []);
    return { row, nearest: findNearest(row) };
  });
  const found = new Set(onTopic);
  const rows = withGuests(gathered, (each) => found.has(each));
  const sayers = sorted.map(({ analysis }) => sayersIn(analysis));
  const placeOf = (each: Told): { document: string; start: number; end: number; text: string } => ({
    document: sorted[each.document]?.id ?? '',
    ...spanOfTold(each),
  });

  const statements = rows.map(({ row, nearest }): Statement => {
    const pairs = pairsOf(row);
    const shared = sharedWords(
      pairs.map(({ meeting }) => meeting),
      MOST_SHARED,
    );
    const similarity = Math.min(1, ...pairs.map(({ meeting }) => meeting.similarity));
    const sentences = row.map((each) => {
      const sentence = each.analysis.reading.sentences[each.index];
      const { voice, speaker } = (sentence && sayers[each.document]?.(sentence)) ?? { voice: 'author', speaker: null };
      return { ...placeOf(each), voice, speaker, onTopic: found.has(each) };
    });
    const absent = absencesOf({ row, nearest }, shared, similarity);
    return {
      id: `${sentences[0]?.document ?? ''}:${sentences[0]?.start ?? 0}`,
      sentences,
      similarity,
      shared,
      pairs: shownPairs(pairs).map(({ from, to, meeting, laidSideBySide }) =>
        shownPair(from, to, meeting, laidSideBySide),
      ),
      absent,
      unlisted: sorted.length - new Set(row.map(({ document }) => document)).size - absent.length,
    };
  });
  const inRow = new Set(rows.flatMap(({ row }) => row));
  const sole = onTopic
    .filter((each) => !inRow.has(each))
    .map((each) => ({ ...placeOf(each), nearest: nearestTo(each) }));
  return { statements: statements.sort(byWeight), sole };

  function shownPair(from: Told, to: Told, { similarity, met }: Meeting, laidSideBySide: boolean): StatementPair {
    const ends = [from, to].map(placeOf).map(({ document, start }) => ({ document, start }));
    const [a = { document: '', start: 0 }, b = a] = ends;
    const shared = sharedWords([{ met }], MOST_SHARED);
    return { from: a, to: b, similarity, shared, difference: laidSideBySide ? differenceOf(from, to) : null };
  }

  function absencesOf({ row, nearest }: Gathered, searched: readonly string[], similarity: number): Absence[] {
    const said = new Set(row.map((each) => each.document));
    const stated = earliestDate(row);
    const likeness = (place: number): number => nearest.get(place)?.meeting.similarity ?? 0;
    const silent = [...sorted.keys()].filter((place) => !said.has(place));
    const nearestFirst = [...silent].sort((a, b) => likeness(b) - likeness(a) || a - b);
    const [listed, withNearest] = [MOST_ABSENT, MOST_NEAREST].map((most) => new Set(nearestFirst.slice(0, most)));
    return silent.flatMap((place): Absence[] => {
      const document = sorted[place];
      if (!document || !listed?.has(place)) return [];
      const { id, date } = document;
      const found = withNearest?.has(place) ? nearest.get(place) : undefined;
      const before = publishedBefore(date, event?.date) || publishedBefore(date, stated);
      return [
        {
          document: id,
          // A sentence as near as those of the row is no silence, though it stands elsewhere.
          reason: before ? 'before-event' : likeness(place) >= similarity ? 'near' : 'not-said',
          searched: [...searched],
          nearest: found ? shownNearest(found) : null,
        },
      ];
    });
  }

  function nearestTo(each: Told): Sole['nearest'] {
    const [best] = [...findNearest([each])].sort(
      ([a, x], [b, y]) => y.meeting.similarity - x.meeting.similarity || a - b,
    );
    return best ? { ...shownNearest(best[1]), document: sorted[best[0]]?.id ?? '' } : null;
  }
}

/** The earliest day or month that the row states. */
function earliestDate(row: readonly Told[]): string | undefined {
  return row
    .flatMap(({ analysis: { reading }, index }) => {
      const { first = 0, last = 0 } = reading.sentences[index] ?? {};
      return datesIn(reading.forms.slice(first, last));
    })
    .sort()[0];
}

/** Rows of most documents first, then the surest, then in the order of their first sentences. */
function byWeight(a: Statement, b: Statement): number {
  const documents = ({ sentences }: Statement): number => new Set(sentences.map(({ document }) => document)).size;
  const order = (x: Statement['sentences'][number] | undefined, y: typeof x): number =>
    x && y && x.document !== y.document ? (x.document < y.document ? -1 : 1) : (x?.start ?? 0) - (y?.start ?? 0);
  return documents(b) - documents(a) || b.similarity - a.similarity || order(a.sentences[0], b.sentences[0]);
}

import { isBefore, precision, readIso, writeMoment, type Moment } from '../../text/calendar.js';
import { spanOf } from '../../text/reading.js';
import { publishedBefore } from '../event.js';
import type { OnTopic } from '../on-topic.js';
import type { Comparison } from '../schema/comparison.js';
import type { FactCell, StatedValue } from '../schema/fact.js';
import type { Absent, NearestTo } from './absent.js';
import type { Row } from './alignment.js';
import type { IsElsewhere } from './elsewhere.js';
import { grouped } from '../grouped.js';
import type { Mention } from './mention.js';
import { valuesAgree } from './one-thing.js';

/** A cell shows this many places; further ones of one document repeat them. */
const MOST_PLACES = 8;
const MOST_SEARCHED = 8;
/** Of many documents without a row's fact, so many are given with the sentence that comes nearest. */
const MOST_NEAREST = 12;

/** A row's cells, one a document that speaks of the topic, in the documents' order. */
export function cellsOf(
  row: Row,
  documents: readonly OnTopic[],
  event: Comparison['topic']['event'],
  { nearestTo, isElsewhere }: { readonly nearestTo: NearestTo; readonly isElsewhere: IsElsewhere },
): FactCell[] {
  const stated = grouped(row, ({ document }) => document.id);
  const stateOf = statesOf([...stated.values()], isElsewhere);
  const absentFrom = absence(row, dateOf(row) ?? event?.date, nearestTo);
  return documents.map((document): FactCell => {
    const { id } = document;
    const own = stated.get(id);
    if (own) return { document: id, is: stateOf(own), values: own.slice(0, MOST_PLACES).map(shownValue), absent: null };
    return {
      document: id,
      is: 'absent',
      values: [],
      absent: absentFrom(document),
    };
  });
}

/**
 * `states` where more than half of the sources that give a value give one that agrees; with two against two nobody can
 * say which differs, so all do. Sources that give the same values are judged once.
 */
function statesOf(
  said: readonly (readonly Mention[])[],
  isElsewhere: IsElsewhere,
): (own: readonly Mention[]) => FactCell['is'] {
  const alike = [...grouped(said, signature).values()];
  const known = new Map<string, FactCell['is']>();
  return (own) => {
    if (said.length === 1) return isElsewhere(own) ? 'states' : 'only-here';
    const key = signature(own);
    const before = known.get(key);
    if (before) return before;
    const agreeing = alike
      .filter(([other]) => other && own.some((a) => other.some((b) => valuesAgree(a, b))))
      .reduce((sum, { length }) => sum + length, 0);
    const is = agreeing * 2 > said.length ? 'states' : 'differs';
    known.set(key, is);
    return is;
  };
}

function signature(own: readonly Mention[]): string {
  return [...new Set(own.map(({ value }) => value))].sort().join('\n');
}

function shownValue({ value, document, first, last, sentence }: Mention): StatedValue {
  const { reading } = document.analysis;
  const { start, end } = spanOf(reading.tokens, first, last);
  return { value, start, end, text: reading.text.slice(start, end), sentence: reading.sentences[sentence]?.start ?? 0 };
}

/** What every document without the row's fact lacks; what was looked for is gathered once a row. */
function absence(row: Row, happened: string | undefined, nearestTo: NearestTo): (document: OnTopic) => Absent {
  const [stating] = row;
  const searched = [...new Set(row.flatMap((mention) => mention.searched))].slice(0, MOST_SEARCHED);
  let looked = 0;
  return (document) => ({
    reason: publishedBefore(document.date, happened) ? 'before-event' : 'not-said',
    searched: [...searched],
    nearest: stating && ++looked <= MOST_NEAREST ? nearestTo(stating, document) : null,
  });
}

/** The date that a row of dates is about; one that a source gives before it came is announced, and anyone could give it. */
function dateOf(row: Row): string | undefined {
  const [finest] = row.flatMap(({ when }) => (when ? [when.from] : [])).sort((a, b) => precision(b) - precision(a));
  if (finest?.year === undefined || row.some((mention) => isAnnounced(mention, finest))) return undefined;
  return writeMoment(finest);
}

function isAnnounced({ document }: Mention, happened: Moment): boolean {
  const published = document.date === null ? undefined : readIso(document.date);
  return published !== undefined && isBefore(published, happened);
}

import type { Names } from '../devices/referent.js';
import { accusationsIn } from './facts/accusations.js';
import { nearestSentences } from './facts/absent.js';
import { compareText, groupOf, rowsOf, statementsBySentence, type Row } from './facts/alignment.js';
import { cellsOf } from './facts/cells.js';
import { countsIn } from './facts/counts.js';
import { datesIn } from './facts/dates.js';
import { valuesElsewhere } from './facts/elsewhere.js';
import { grouped } from './grouped.js';
import type { Mention } from './facts/mention.js';
import { namedMentions, namesTold } from './facts/names.js';
import { areOfOne, isVeryValue, valuesAgree } from './facts/one-thing.js';
import { withSameNumbers } from './facts/same-number.js';
import { slug } from './facts/wording.js';
import type { OnTopic } from './on-topic.js';
import type { Comparison } from './schema/comparison.js';
import type { Fact, FactKind } from './schema/fact.js';
import type { Statement } from './schema/statement.js';

/** What is most at issue first: who accuses whom, then numbers of any unit, dates, and who and what is named. */
const RANK: Readonly<Record<FactKind, number>> = {
  accusation: 0,
  count: 1,
  share: 1,
  money: 1,
  date: 2,
  person: 3,
  body: 4,
  place: 5,
};
/** A reader looks through some two dozen rows of a kind; the most stated are kept. */
const MOST_ROWS = 24;
/** Rows are fewer where columns are many, so that a table stays some megabytes. */
const MOST_CELLS_OF_A_KIND = 20_000;
const FEWEST_ROWS = 2;

/**
 * The checkable details of a topic, a row each, with what each document says of it: numbers, dates, who is named and who
 * accuses whom, compared as values and not as words. Linear in the documents but for the values of one noun, of which
 * 200 are set beside one another.
 */
export function factsOf(
  documents: readonly OnTopic[],
  statements: readonly Statement[],
  names: Names,
  event: Comparison['topic']['event'],
  /** Those silent on the topic: nobody says alone what they print. */
  silent: readonly OnTopic[] = [],
): Fact[] {
  const columns = [...documents].sort((a, b) => compareText(a.id, b.id));
  const { onTopic, elsewhere } = mentionsIn(columns, names);
  const found = chosen(rowsOf(onTopic, statementsBySentence(statements)), columns.length);
  const ids = rowIds(found);
  const rows = withSameNumbers(withValuesElsewhere(found, onTopic, elsewhere), columns, [...onTopic, ...elsewhere]);
  const sought = {
    nearestTo: nearestSentences(columns),
    isElsewhere: valuesElsewhere([...columns, ...silent], [...onTopic, ...elsewhere]),
  };
  const facts = rows.flatMap((row, at): Fact[] => {
    const titled = titleOf(row);
    if (!titled || rows.slice(0, at).some((other) => areOnePlaces(other, row))) return [];
    return [{ id: ids[at] ?? '', kind: titled.kind, what: titled.what, cells: cellsOf(row, columns, event, sought) }];
  });
  return facts.sort((a, b) => RANK[a.kind] - RANK[b.kind] || standing(b) - standing(a) || compareText(a.id, b.id));
}

/** What all of a row say: an accusation that is made, and without its charge where one source gives none. */
function titleOf(row: Row): Mention | undefined {
  const made = row.filter(({ denied = false }) => !denied);
  return made.find(({ kind, described }) => kind === 'accusation' && described.size === 0) ?? made[0] ?? row[0];
}

/** Details of the sentences on the topic, and of the rest of each article, where a source may say the same. */
function mentionsIn(documents: readonly OnTopic[], names: Names): { onTopic: Mention[]; elsewhere: Mention[] } {
  const whole = documents.map((document): OnTopic => {
    const prose = document.analysis.reading.sentences.flatMap(({ kind }, at) => (kind === 'prose' ? [at] : []));
    const indices = [...new Set([...prose, ...document.indices])].sort((a, b) => a - b);
    return { ...document, indices };
  });
  const told = namesTold(whole, names);
  const named = grouped(told.named, ({ document }) => document.id);
  const mentions = whole.flatMap((document) => {
    const dates = datesIn(document);
    const taken = new Uint8Array(document.analysis.reading.tokens.start.length);
    for (const { first, last } of document.analysis.labels) taken.fill(1, first, last);
    for (const { first, last } of dates) taken.fill(1, first, last);
    const counts = document.indices.flatMap((index) => countsIn(document, index, (token) => taken[token] === 1));
    return [...accusationsIn(document, named.get(document.id) ?? []), ...counts, ...dates];
  });
  const topical = new Map(documents.map(({ id, indices }) => [id, new Set(indices)]));
  const isTopical = ({ id }: OnTopic, sentence: number): boolean => topical.get(id)?.has(sentence) === true;
  const all = [...mentions, ...namedMentions(told, whole, names, isTopical)];
  return {
    onTopic: all.filter(({ document, sentence }) => isTopical(document, sentence)),
    elsewhere: all.filter(({ document, sentence }) => !isTopical(document, sentence)),
  };
}

/**
 * Rows with what a source without a cell there says elsewhere in its article, or in another row: a document is not said
 * to lack what it holds. What disagrees off the topic stays out.
 */
function withValuesElsewhere(rows: readonly Row[], onTopic: readonly Mention[], elsewhere: readonly Mention[]): Row[] {
  const meeting = grouped(elsewhere, groupOf);
  const equal = grouped([...onTopic, ...elsewhere], ({ kind, value }) => `${kind}:${value}`);
  return rows.map((row) => {
    const [first] = row;
    if (!first) return row;
    const stating = new Set(row.map(({ document }) => document.id));
    const values = new Set(row.map(({ kind, value }) => `${kind}:${value}`));
    const said = [
      ...(meeting.get(groupOf(first)) ?? []).filter((mention) =>
        row.some((own) => valuesAgree(own, mention) && (own.value === own.subject || areOfOne(own, mention, false))),
      ),
      ...[...values]
        .flatMap((value) => equal.get(value) ?? [])
        .filter((mention) => row.some((own) => isVeryValue(own, mention))),
    ].filter(({ document }) => !stating.has(document.id));
    const added = [...new Set(said)].sort((a, b) => compareText(a.document.id, b.document.id) || a.first - b.first);
    // One place is enough to show that a source says it.
    const places = [...grouped(added, ({ document }) => document.id).values()].flatMap((each) => each.slice(0, 1));
    return [...row, ...places];
  });
}

/** Two rows that each took in the other's places are one. */
function areOnePlaces(a: Row, b: Row): boolean {
  const isPlace = (x: Mention, y: Mention): boolean =>
    x.document.id === y.document.id && x.sentence === y.sentence && x.kind === y.kind && x.value === y.value;
  return a.length === b.length && a.every((x) => b.some((y) => isPlace(x, y)));
}

/** The rows of each kind that most sources state. */
function chosen(rows: readonly Row[], documents: number): Row[] {
  const most = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS_OF_A_KIND / Math.max(1, documents))));
  const sources = (row: Row): number => new Set(row.map(({ document }) => document.id)).size;
  const ranked = rows
    .map((row) => ({ row, kind: row[0]?.kind, sources: sources(row), id: idOf(row) }))
    .sort((a, b) => b.sources - a.sources || b.row.length - a.row.length || compareText(a.id, b.id));
  return [...grouped(ranked, ({ kind = '' }) => kind).values()].flatMap((each) =>
    each.slice(0, most).map(({ row }) => row),
  );
}

/** `count-senator`, `date-2020-11`, `person-darmanin`: what it is of, for dates the value most sources give. */
function idOf(row: Row): string {
  const [first] = row;
  if (!first) return '';
  return `${first.kind}-${first.subject === '' ? valueOf(row) : slug(first.subject)}`;
}

/** Rows of one noun are told apart by their values. */
function rowIds(rows: readonly Row[]): string[] {
  const uses = new Map<string, number>();
  for (const row of rows) uses.set(idOf(row), (uses.get(idOf(row)) ?? 0) + 1);
  const given = new Map<string, number>();
  return rows.map((row) => {
    const plain = idOf(row);
    const id = (uses.get(plain) ?? 0) > 1 && row[0]?.subject !== '' ? `${plain}-${valueOf(row)}` : plain;
    given.set(id, (given.get(id) ?? 0) + 1);
    const times = given.get(id) ?? 1;
    return times > 1 ? `${id}-${times}` : id;
  });
}

/** The value that most mentions give, the fuller one among equals, as part of an id: `2020-11`, `over-10`, `05`. */
function valueOf(row: Row): string {
  if (row[0]?.kind === 'accusation') return [...(titleOf(row)?.described ?? [])].slice(0, 2).join('-') || 'all';
  const times = new Map<string, number>();
  for (const { value } of row) times.set(value, (times.get(value) ?? 0) + 1);
  const [value = ''] = [...times.keys()].sort(
    (a, b) => b.length - a.length || (times.get(b) ?? 0) - (times.get(a) ?? 0) || compareText(a, b),
  );
  return value
    .replace(/^--(?=\d+-)/, 'day-')
    .replace(/^--/, 'month-')
    .replace(/^>=?/, 'over-')
    .replace(/^<=?/, 'under-')
    .replace(/^~/, 'about-')
    .replace(/^\.\.\//, 'until-')
    .replace(/\/\.\.$/, '-on')
    .replace(/\.\.|\//, '-to-')
    .replace(/%/, '-percent')
    .replace(/ /g, '-')
    .toLowerCase();
}

/** Rows in which sources differ, then rows that more of them state. */
function standing({ cells }: Fact): number {
  const differs = cells.some(({ is }) => is === 'differs');
  return (differs ? cells.length : 0) + cells.filter(({ is }) => is !== 'absent').length;
}

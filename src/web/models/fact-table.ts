import type { Comparison } from '../../compare/schema/comparison.js';
import type { Fact, FactCell, FactKind, StatedValue } from '../../compare/schema/fact.js';
import { capital, counted } from '../prose.js';
import { absenceView, type AbsenceView } from './absence.js';
import { MOST_COLUMNS, othersOf, type Others } from './others.js';
import { documentHref } from './source.js';

export interface FactCellView {
  readonly source: string;
  readonly is: FactCell['is'];
  /** "differs", "only here"; empty where the cell needs no word. */
  readonly word: string;
  /** The words that state it, each with its places. */
  readonly values: readonly { readonly text: string; readonly places: readonly string[] }[];
  readonly absent: AbsenceView | null;
}

export interface FactRow {
  readonly anchor: string;
  readonly what: string;
  readonly cells: readonly FactCellView[];
  /** Of many sources, those that do not give it; where they are few each has its own cell. */
  readonly others: Others | null;
}

export interface FactGroup {
  readonly kind: string;
  readonly rows: readonly FactRow[];
}

export interface FactTable {
  readonly sources: readonly string[];
  /** Whether the sources are too many to have a column each. */
  readonly isCrowd: boolean;
  /** Details that at least two sources give. */
  readonly checked: readonly FactGroup[];
  /** Details that one source alone gives. */
  readonly alone: readonly FactGroup[];
  readonly summary: string;
}

const KINDS: Record<FactKind, string> = {
  accusation: 'Who accuses whom',
  count: 'Counts',
  share: 'Shares',
  money: 'Money',
  date: 'Dates',
  person: 'Persons',
  body: 'Institutions and groups',
  place: 'Places',
};

const WORDS: Record<FactCell['is'], string> = {
  states: '',
  differs: 'differs',
  'only-here': 'only here',
  absent: 'absent',
};

export function factTable({ facts, documents }: Comparison): FactTable {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  const order = documents.filter(({ coverage }) => coverage === 'covered').map(({ id }) => id);
  const rows = facts.map((fact) => ({ fact, row: rowOf(fact, order, shorts), sole: isSole(fact) }));
  const groups = (sole: boolean): FactGroup[] =>
    Object.entries(KINDS).flatMap(([kind, title]) => {
      const own = rows.filter((each) => each.sole === sole && each.fact.kind === kind).map(({ row }) => row);
      return own.length > 0 ? [{ kind: title, rows: own }] : [];
    });
  const differing = facts.filter(({ cells }) => cells.some(({ is }) => is === 'differs')).length;
  const sole = facts.filter(isSole).length;
  return {
    sources: order.map((id) => shorts.get(id) ?? id),
    isCrowd: order.length > MOST_COLUMNS,
    checked: groups(false),
    alone: groups(true),
    summary:
      facts.length === 0
        ? 'no date, count or name that could be checked'
        : [
            counted(facts.length, 'detail'),
            ...(differing > 0 ? [`${differing} told differently`] : []),
            `${sole} by one source alone`,
          ].join(', '),
  };
}

function isSole({ cells }: Fact): boolean {
  return cells.some(({ is }) => is === 'only-here');
}

function rowOf({ id, what, cells }: Fact, order: readonly string[], shorts: ReadonlyMap<string, string>): FactRow {
  const ofDocument = new Map(cells.map((cell) => [cell.document, cell]));
  const all = order.map((document): FactCellView => {
    const cell = ofDocument.get(document);
    return {
      source: shorts.get(document) ?? document,
      is: cell?.is ?? 'absent',
      word: WORDS[cell?.is ?? 'absent'],
      values: gathered(cell?.values ?? [], document),
      absent: cell?.absent ? gap(cell.absent, document) : null,
    };
  });
  const isCrowd = order.length > MOST_COLUMNS;
  return {
    anchor: `fact-${id}`,
    what: capital(what),
    cells: isCrowd ? all.filter(({ values }) => values.length > 0) : all,
    others: isCrowd
      ? othersOf(
          all.filter(({ values }) => values.length === 0),
          WORDS.absent,
        )
      : null,
  };
}

/** Words that recur stand once, with a place for each time. */
function gathered(values: readonly StatedValue[], document: string): FactCellView['values'] {
  const places = new Map<string, Set<string>>();
  for (const { text, sentence } of values) {
    const words = text.replaceAll('\n', ' ');
    const known = places.get(words) ?? new Set<string>();
    places.set(words, known.add(documentHref(document, sentence)));
  }
  return [...places].map(([text, hrefs]) => ({ text, places: [...hrefs] }));
}

function gap(absence: NonNullable<FactCell['absent']>, document: string): AbsenceView {
  const view = absenceView(absence, document);
  return absence.reason === 'not-said' ? { ...view, words: WORDS.absent } : view;
}

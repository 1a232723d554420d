import { precision } from '../../text/calendar.js';
import type { Statement } from '../schema/statement.js';
import { inCommon, signatureOf } from './deed.js';
import { grouped } from '../grouped.js';
import type { Mention } from './mention.js';
import { areOfOne, valuesAgree } from './one-thing.js';

/** Mentions that stand in one row: values of the same thing. */
export type Row = readonly Mention[];

/** Beyond so many values of one noun, or events with dates, the rest stand in rows of their own: a bound on work for large corpora. */
const MOST_VALUES = 200;

/** Sentences by statement row, as `document:start`. */
export type StatementOf = (mention: Mention) => string | undefined;

export function statementsBySentence(statements: readonly Statement[]): StatementOf {
  const rows = new Map(
    statements.flatMap(({ id, sentences }) =>
      sentences.map(({ document, start }) => [`${document}:${start}`, id] as const),
    ),
  );
  return ({ document, sentence }) => {
    const start = document.analysis.reading.sentences[sentence]?.start;
    return start === undefined ? undefined : rows.get(`${document.id}:${start}`);
  };
}

/** Names meet by who they are of; accusations, numbers and dates also by what is done, and never by their value alone. */
export function rowsOf(mentions: readonly Mention[], statementOf: StatementOf): Row[] {
  const groups = grouped(mentions, groupOf);
  const rows = [...groups.values()].flatMap((group) =>
    group.some(({ kind }) => isNamed(kind)) ? [group] : rowsByDeed(group, statementOf),
  );
  return rows
    .filter((row) => row.some(({ denied = false }) => !denied))
    .map((row) => [...row].sort((a, b) => compareText(a.document.id, b.document.id) || a.first - b.first));
}

function isNamed(kind: Mention['kind']): boolean {
  return kind === 'person' || kind === 'body' || kind === 'place';
}

/** Sums of two currencies cannot be set against each other. */
export function groupOf({ kind, subject, quantity }: Mention): string {
  return `${kind}:${subject}:${kind === 'money' ? (quantity?.unit ?? '') : ''}`;
}

function rowsByDeed(group: readonly Mention[], statementOf: StatementOf): Row[] {
  const alike = [
    ...grouped(group, ({ value, deed, described }) =>
      [value, signatureOf(deed), [...described].sort().join(' ')].join('\n'),
    ).entries(),
  ]
    .sort(([x, a], [y, b]) => b.length - a.length || compareText(x, y))
    .map(([, each]) => each);
  const statements = aloneInStatement(group, statementOf);
  const rows = new Rows(alike.slice(0, MOST_VALUES), statements);
  rows.joinAgreeing();
  rows.joinDiffering();
  return [...rows.all(), ...alike.slice(MOST_VALUES)];
}

/**
 * The statement of each mention that is its document's only one there: two dates of one source are dates of two things,
 * and nothing tells which of them another source's date stands beside.
 */
function aloneInStatement(group: readonly Mention[], statementOf: StatementOf): Map<Mention, string> {
  const inStatement = grouped(group, (mention) => `${statementOf(mention) ?? ''}\n${mention.document.id}`);
  const crowded = new Set(
    [...inStatement.values()].flatMap(([first, ...more]) => (first && more.length > 0 ? [statementOf(first)] : [])),
  );
  return new Map(
    group.flatMap((mention): [Mention, string][] => {
      const statement = statementOf(mention);
      return statement === undefined || crowded.has(statement) ? [] : [[mention, statement]];
    }),
  );
}

/** Mentions alike in value and deed, joined to rows by union and find. */
class Rows {
  readonly #parents: number[];
  readonly #members: Map<string, Mention[]>[];
  readonly #statements: ReadonlySet<string>[];

  constructor(
    readonly alike: readonly Row[],
    statementOf: ReadonlyMap<Mention, string>,
  ) {
    this.#parents = alike.map((_, at) => at);
    this.#members = alike.map((row) => grouped(row, ({ document }) => document.id));
    this.#statements = alike.map((row) => new Set(row.flatMap((mention) => statementOf.get(mention) ?? [])));
  }

  /** Equal values first; a coarser one ("2020", "more than 10") only where one row could be meant. */
  joinAgreeing(): void {
    this.#eachPair((a, b, at, other) => {
      if (a.value === b.value && this.#areOfOne(a, b, at, other)) this.#join(at, other);
    });
    const finer = new Map<number, Set<number>>();
    this.#eachPair((a, b, at, other) => {
      if (a.value === b.value || !valuesAgree(a, b) || !this.#areOfOne(a, b, at, other)) return;
      const [coarse, fine] = isFiner(b, a) ? [at, other] : [other, at];
      finer.set(coarse, (finer.get(coarse) ?? new Set()).add(fine));
    });
    for (const [coarse, all] of finer) {
      const [only, ...more] = new Set([...all].map((at) => this.#root(at)));
      if (only !== undefined && more.length === 0 && !this.#areToldApart(only, coarse)) this.#join(only, coarse);
    }
  }

  joinDiffering(): void {
    this.#eachPair((a, b, at, other) => {
      if (!valuesAgree(a, b) && this.#areOfOne(a, b, at, other) && !this.#areToldApart(at, other))
        this.#join(at, other);
    });
  }

  all(): Row[] {
    return [
      ...grouped(
        this.alike.map((row, at) => ({ row, root: this.#root(at) })),
        ({ root }) => String(root),
      ).values(),
    ].map((each) => each.flatMap(({ row }) => row));
  }

  #eachPair(visit: (a: Mention, b: Mention, at: number, other: number) => void): void {
    this.alike.forEach(([a], at) => {
      for (let other = at + 1; other < this.alike.length; other += 1) {
        const b = this.alike[other]?.[0];
        if (a && b && this.#root(at) !== this.#root(other)) visit(a, b, at, other);
      }
    });
  }

  #areOfOne(a: Mention, b: Mention, at: number, other: number): boolean {
    return areOfOne(a, b, inCommon(this.#statements[at] ?? new Set(), this.#statements[other] ?? new Set()) > 0);
  }

  /** Whether one source gives both values: what it tells apart is not one thing. */
  #areToldApart(a: number, b: number): boolean {
    const ofB = this.#members[this.#root(b)];
    for (const [id, own] of this.#members[this.#root(a)] ?? []) {
      const others = ofB?.get(id);
      if (others?.some((x) => own.some((y) => !valuesAgree(x, y)))) return true;
    }
    return false;
  }

  #root(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    this.#parents[at] = root;
    return root;
  }

  #join(a: number, b: number): void {
    const [low, high] = [this.#root(a), this.#root(b)].sort((x, y) => x - y);
    if (low === undefined || high === undefined || low === high) return;
    this.#parents[high] = low;
    const into = this.#members[low];
    for (const [id, mentions] of this.#members[high] ?? []) into?.set(id, [...(into.get(id) ?? []), ...mentions]);
  }
}

function isFiner(a: Mention, b: Mention): boolean {
  if (a.when && b.when) return fineness(a.when) > fineness(b.when);
  return b.quantity !== undefined && b.quantity.relation !== '=';
}

function fineness({ from, to, open }: NonNullable<Mention['when']>): number {
  return open === undefined && precision(from) === precision(to) ? precision(from) * 2 : precision(from) * 2 - 1;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { AuditLine } from '../../corpus/store/audit.js';
import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';
import type { Refused } from '../page.js';
import { capital, counted, grouped } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';

/** One act of the reader's: what was done, when, to what. */
export interface ActLine {
  readonly revision: number;
  readonly name: string;
  /** "4 May 2024, 10:31 UTC". */
  readonly at: string;
  readonly things: string;
  /** Field by field, of what changed within a thing. */
  readonly changes: readonly Change[];
  readonly lines: number;
}

export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface ActsView {
  readonly frame: Frame;
  readonly title: string;
  readonly acts: readonly ActLine[];
  /** Address of the page behind this one; empty on the last. */
  readonly next: string;
  readonly refused: RefusedLine | null;
}

export function actsView(
  lines: readonly AuditLine[],
  next: number | undefined,
  title: string,
  refused: Refused | undefined,
  library: Library,
  assets: Assets,
): ActsView {
  return {
    frame: frameOf(assets, library, {
      title: 'What was done',
      current: '/acts',
      forms: [{ href: '/acts.json', label: 'JSON' }],
    }),
    title,
    acts: actsOf(lines),
    next: next === undefined ? '' : `/acts?before=${next}`,
    refused: refusedLine(refused),
  };
}

const MOST_CHANGES = 6;
const MOST_THINGS = 3;

/** Audited changes as acts, the newest first. */
export function actsOf(lines: readonly AuditLine[]): ActLine[] {
  const byRevision = new Map<number, AuditLine[]>();
  for (const line of lines) {
    const known = byRevision.get(line.revision);
    if (known) known.push(line);
    else byRevision.set(line.revision, [line]);
  }
  return [...byRevision.values()].map((of) => {
    const [first] = of;
    return {
      revision: first?.revision ?? 0,
      name: capital(first?.act ?? ''),
      at: timeOf(first?.at ?? ''),
      things: thingsOf(of),
      changes: of.flatMap(changesOf).slice(0, MOST_CHANGES),
      lines: of.length,
    };
  });
}

function thingsOf(lines: readonly AuditLine[]): string {
  const shown = lines
    .slice(0, MOST_THINGS)
    .map(({ kind, key }) => (kind === 'corpus' ? 'the corpus' : `${kind} ${key}`));
  const rest = lines.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${grouped(rest)} more` : shown.join(', ');
}

/** What differs between a thing before and after; a thing that came or went is said by the act itself. */
export function changesOf({ before, after, kind, key }: AuditLine): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  if (!was || !is) return [];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => (was.get(field) ?? NOTHING) !== (is.get(field) ?? NOTHING))
    .map((field) => ({
      what: kind === 'corpus' ? field : `${field} of ${kind} ${key}`,
      before: was.get(field) ?? 'not known',
      after: is.get(field) ?? 'not known',
    }));
}

/** A list that a thing was stored without, before it had a name, was empty. */
const NOTHING = said([]);
const LONGEST_VALUE = 120;
/** Columns of a document's row that say nothing to a reader. */
const INNER = new Set(['position', 'document', 'sha256', 'content', 'analysed']);

function fieldsOf(thing: unknown): Map<string, string> | undefined {
  if (typeof thing !== 'object' || thing === null) return undefined;
  const { details, value, ...rest } = thing as Record<string, unknown>;
  const inner = [details, value].find((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  const fields = Object.entries({ ...rest, ...(inner as object | undefined) });
  return new Map(
    fields.filter(([name, each]) => !INNER.has(name) && each !== null).map(([name, each]) => [name, said(each)]),
  );
}

function said(value: unknown): string {
  if (Array.isArray(value)) return counted(value.length, 'entry', 'entries');
  const is = typeof value === 'object' && value !== null && 'is' in value ? value.is : value;
  const text = typeof is === 'string' ? is : JSON.stringify(is);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…` : text;
}

function timeOf(iso: string): string {
  const [day = '', time = ''] = iso.split('T');
  return `${day}, ${time.slice(0, 5)} UTC`;
}

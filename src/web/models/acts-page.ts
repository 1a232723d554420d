import type { AuditLine } from '../../corpus/store/audit.js';
import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';
import { grouped } from '../../compare/grouped.js';
import type { Refused } from '../page.js';
import { counted } from '../prose.js';
import { deedsOf, objectOf, type Subjects } from './deed.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';

/** One act of the reader's: what was done to what, and when. */
export interface ActLine {
  readonly revision: number;
  /** “Disputed “brazenly” in Harbour Mail”. */
  readonly did: string;
  /** "4 May 2024, 10:31 UTC". */
  readonly at: string;
  /** Field by field, of what changed within a thing. */
  readonly changes: readonly Change[];
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
  acts: readonly ActLine[],
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
    acts,
    next: next === undefined ? '' : `/acts?before=${next}`,
    refused: refusedLine(refused),
  };
}

const MOST_CHANGES = 6;

/** Audited changes as acts, the newest first; `limit` is how many lines were asked for, of which the last act may have had more. */
export function actsOf(lines: readonly AuditLine[], subjects: Subjects, limit: number): ActLine[] {
  const acts = [...grouped(lines, ({ revision }) => revision)];
  return acts.map(([revision, of], at) => ({
    revision,
    did: deedsOf(of, subjects, lines.length === limit && at === acts.length - 1),
    at: timeOf(of[0]?.at ?? ''),
    changes: of
      .flatMap((line) => changesWithin(line, of.length > 1 ? ` of ${objectOf(line, subjects)}` : ''))
      .slice(0, MOST_CHANGES),
  }));
}

/** The fields of what a reader edits, as its form calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  article: 'part of the article by hand',
  counts: 'counted all the same',
  finds: 'sentences in which it is marked',
  furniture: 'page furniture',
  ignores: 'near misses',
  in: 'on the topic',
  latest: 'latest date in the text',
  neutral: 'plainer words',
  not: 'not with',
  notWith: 'not with',
  onlyWith: 'only with',
  pos: 'part of speech',
  region: 'where the article stands',
  short: 'name on pages',
  url: 'address',
  why: 'why it is marked',
};

/** What differs between a thing before and after; a thing that came or went is said by the act itself, and so is a new title of the corpus. */
export function changesOf(line: AuditLine): Change[] {
  return changesWithin(line, '');
}

function changesWithin({ before, after, kind }: AuditLine, of: string): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  if (!was || !is || kind === 'corpus') return [];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => (was.get(field) ?? NOTHING) !== (is.get(field) ?? NOTHING))
    .map((field) => ({
      what: `${FIELDS[field] ?? field}${of}`,
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
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') && value.length > 0
      ? cut(value.join(', '))
      : counted(value.length, 'entry', 'entries');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return cut(String(value));
  if ('is' in value) return cut(String(value.is));
  if ('start' in value && 'end' in value) return `characters ${String(value.start)} to ${String(value.end)}`;
  return cut(Object.values(value).map(said).join(', '));
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…` : text;
}

function timeOf(iso: string): string {
  const [day = '', time = ''] = iso.split('T');
  return `${day}, ${time.slice(0, 5)} UTC`;
}

import type { AuditLine } from '../../corpus/store/audit.js';
import type { Dispute, OwnEntry, Pin } from '../../corpus/store/shapes.js';
import { grouped } from '../../compare/grouped.js';
import { namesChanged } from './names-changed.js';
import { capital, grouped as figure, listed, quotedWord } from '../prose.js';

/** What an audited change names by a key alone. */
export interface Subjects {
  readonly shortOf: (document: string) => string;
  readonly textAt: (document: string, start: number, end: number) => string;
  readonly titleOf: (topic: string) => string;
}

/** What was done, and to what: “added” “Rents capped (Harbour Mail)”. */
interface Deed {
  readonly did: string;
  readonly object: string;
}

const MOST_OBJECTS = 3;
const MOST_DEEDS = 3;

/** All that one act did, in a sentence: what Undo takes back. Lines come newest first; `isCut` where the oldest may not have been read. */
export function deedsOf(lines: readonly AuditLine[], subjects: Subjects, isCut: boolean): string {
  const byDeed = [
    ...grouped(
      [...lines].reverse().map((line) => deedOf(line, subjects)),
      ({ did }) => did,
    ),
  ];
  const deeds = byDeed.map(([did, of], at) => {
    const mayGoOn = isCut && at === 0;
    return `${did} ${some(
      of.map(({ object }) => object),
      mayGoOn,
    )}`.trim();
  });
  const rest = deeds.length > MOST_DEEDS ? ' and more' : '';
  const how = lines[0]?.act === 'undo' ? ', by undoing' : '';
  return capital(deeds.slice(0, MOST_DEEDS).join('; ')) + rest + how;
}

function some(objects: readonly string[], mayGoOn: boolean): string {
  if (objects.length <= MOST_OBJECTS) return mayGoOn ? `${objects.join(', ')} and others` : listed(objects);
  const rest = mayGoOn ? 'others' : `${figure(objects.length - MOST_OBJECTS)} more`;
  return `${objects.slice(0, MOST_OBJECTS).join(', ')} and ${rest}`;
}

function deedOf(line: AuditLine, subjects: Subjects): Deed {
  const { kind, before, after, act } = line;
  const way = before === null ? 0 : after === null ? 2 : 1;
  const said = (made: string, changed: string, deleted: string): string =>
    [act === 'undo' ? made.replace(/^(?:made|added)\b/, 'brought back') : made, changed, deleted][way] ?? '';
  switch (kind) {
    case 'corpus': {
      const did = said('made the corpus', 'renamed the corpus', 'deleted the corpus');
      const [was, is] = [before, after].map((each) => quotedWord(field(each, 'title')));
      return { did, object: way === 1 ? `from ${was ?? ''} to ${is ?? ''}` : objectOf(line, subjects) };
    }
    case 'document':
      return { did: said('added', 'corrected', 'deleted'), object: objectOf(line, subjects) };
    case 'topic':
      return {
        did: said('made the topic', 'changed the topic', 'deleted the topic'),
        object: objectOf(line, subjects),
      };
    case 'entry':
      return { did: said('made the term', 'changed the term', 'deleted the term'), object: objectOf(line, subjects) };
    case 'names':
      return { did: 'changed the names:', object: namesChanged(valueOf(before), valueOf(after)) };
    case 'pin': {
      const { topic, document, in: isIn } = (valueOf(after) ?? valueOf(before)) as Pin;
      const [of, title] = [`a sentence of ${subjects.shortOf(document)}`, subjects.titleOf(topic)];
      const put = isIn ? `put ${of} into ${title}:` : `took ${of} out of ${title}:`;
      return {
        did: after === null ? `let the cues decide on ${of} in ${title}:` : put,
        object: objectOf(line, subjects),
      };
    }
    case 'dispute':
      return {
        did: said('disputed', 'changed the objection to', 'withdrew the objection to'),
        object: objectOf(line, subjects),
      };
    default:
      return { did: act, object: '' };
  }
}

const LONGEST_QUOTE = 90;

/** What a change was made to, as a reader knows it. */
export function objectOf({ kind, key, before, after }: AuditLine, { shortOf, textAt }: Subjects): string {
  const thing = after ?? before;
  const value = valueOf(thing);
  switch (kind) {
    case 'corpus':
      return quotedWord(field(thing, 'title'));
    case 'document':
      return documentName(field(thing, 'details', {}), key);
    case 'topic':
      return quotedWord(field(value, 'title'));
    case 'entry':
      return quotedWord((value as OwnEntry).terms[0] ?? key);
    case 'pin':
    case 'dispute': {
      const { document, start, end } = value as Pin | Dispute;
      const quote = quotedWord(shortened(textAt(document, start, end)));
      return kind === 'pin' ? quote : `${quote} in ${shortOf(document)}`;
    }
    default:
      return '';
  }
}

function documentName(details: object, id: string): string {
  const [title, outlet] = ['title', 'outlet'].map((name) => field(field(details, name, {}), 'is'));
  const short = [field(details, 'short'), outlet].find(Boolean) ?? `Source ${id}`;
  return title ? `${quotedWord(shortened(title))} (${short})` : short;
}

export function valueOf(thing: unknown): unknown {
  return typeof thing === 'object' && thing !== null && 'value' in thing ? thing.value : null;
}

/** A field of an audited thing: what a store keeps was checked when it came in. */
function field<T = string>(thing: unknown, name: string, otherwise = '' as T): T {
  const found: unknown = typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined;
  return typeof found === typeof otherwise && found !== null ? (found as T) : otherwise;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE
    ? `${line
        .slice(0, LONGEST_QUOTE - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}

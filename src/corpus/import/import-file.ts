import { complete, orSkipped } from './complete.js';
import { csvRows } from './csv.js';
import { fileKind, MOST_FILES, type FileKind } from './file-kind.js';
import { Refusal, skipped, type Format, type Imported, type Parsed, type Skipped } from './imported.js';
import { inOrder } from './in-order.js';
import { jsonlRows } from './jsonl.js';
import { sharedParsers, type Parsers } from './parser-process.js';
import { parseText } from './plain-text.js';
import { parseRecord } from './record.js';
import { MOST_ROWS, type Row } from './row.js';
import { expands, readEntry, zipEntries, type ZipEntry } from './zip-entries.js';

export interface ImportOptions {
  /** Processes to parse in; the program’s own if not given. */
  readonly parsers?: Parsers;
  /** One of `ENCODINGS`, where a reader chose it for text, a page or a table. */
  readonly encoding?: string;
}

const MB = 1024 * 1024;

/** Bytes of a file that are looked at, by kind; a document’s text is 8 MB at most whatever it came in. */
export const MOST_BYTES: Readonly<Record<FileKind, number>> = {
  text: 8 * MB,
  html: 8 * MB,
  eml: 32 * MB,
  docx: 32 * MB,
  pdf: 32 * MB,
  csv: 256 * MB,
  jsonl: 256 * MB,
  zip: 256 * MB,
};

/** Documents read at once: one for each process, and one that is being unpacked meanwhile. */
const AHEAD = 3;

/**
 * A file → its documents, in its own order, as each is ready: one of most kinds, one a row of a table, one or more a
 * file of an archive. What is not taken comes as `Skipped`, with the reason and what to do. Throws only for faults of
 * the program.
 */
export async function* importFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
): AsyncGenerator<Imported | Skipped, void, undefined> {
  const shown = shownName(name);
  try {
    if (bytes.length === 0) throw new Refusal('empty', 'is empty', 'give a file that holds an article');
    const kind = fileKind(shown, bytes);
    if (bytes.length > MOST_BYTES[kind]) {
      throw new Refusal('too_large', `is larger than ${MOST_BYTES[kind] / MB} MB`, 'split it, or save its text alone');
    }
    if (kind === 'zip') yield* archive(shown, bytes, options);
    else if (kind === 'csv' || kind === 'jsonl')
      yield* table(shown, kind, kind === 'csv' ? csvRows(bytes, options.encoding) : jsonlRows(bytes), options);
    else yield await orSkipped(shown, () => document(shown, kind, bytes, options));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield skipped(shown, error);
  }
}

/** One JSON object, as an interface takes it, on any number of lines. */
export function importRecord(name: string, json: Uint8Array, options: ImportOptions = {}): Promise<Imported | Skipped> {
  const shown = shownName(name);
  return orSkipped(shown, async () =>
    complete(shown, 'jsonl', json, parseRecord(json), options.parsers ?? sharedParsers()),
  );
}

async function document(
  name: string,
  format: Exclude<Format, 'csv' | 'jsonl'>,
  bytes: Uint8Array,
  { parsers = sharedParsers(), encoding }: ImportOptions,
): Promise<Imported> {
  const parsed =
    format === 'text'
      ? parseText(bytes, name, encoding)
      : await parsedElsewhere({ kind: format, bytes, name, encoding }, parsers);
  return complete(name, format, bytes, parsed, parsers);
}

async function parsedElsewhere(job: Parameters<Parsers['ask']>[0], parsers: Parsers): Promise<Parsed> {
  const answer = await parsers.ask(job);
  if (!('parsed' in answer)) throw new Error(`A parser gave no document for ${job.name}`);
  return answer.parsed;
}

async function* table(
  name: string,
  format: 'csv' | 'jsonl',
  rows: Iterable<Row>,
  options: ImportOptions,
): AsyncGenerator<Imported | Skipped> {
  const { parsers = sharedParsers() } = options;
  let count = 0;
  for await (const each of inOrder(rows, AHEAD, ({ label, original, parse }) => {
    const rowName = `${name}, ${label}`;
    // A copy, so that a row kept does not keep the whole table in memory.
    return orSkipped(rowName, async () => complete(rowName, format, original.slice(), parse(), parsers));
  })) {
    yield each;
    count += 1;
    if (count >= MOST_ROWS) {
      yield skipped(
        name,
        new Refusal('too_many_entries', `has more than ${MOST_ROWS} rows`, 'give the rest in another file'),
      );
      return;
    }
  }
  if (count === 0) throw new Refusal('empty', 'has no rows', 'give a row for each document');
}

// A document is seldom larger; a text shrinks ten times when packed, an archive of one letter a thousand times.
const MOST_ENTRY = 32 * MB;
const MOST_TOGETHER = 2048 * MB;
const FREE_SIZE = 4 * MB;
const MOST_RATIO = 200;

async function* archive(name: string, bytes: Uint8Array, options: ImportOptions): AsyncGenerator<Imported | Skipped> {
  const entries = zipEntries(bytes, MOST_FILES).filter((entry) => !isFurniture(entry.name));
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_TOGETHER) throw expands(MOST_TOGETHER);
  if (entries.length === 0) throw new Refusal('empty', 'holds no files', 'give an archive of documents');
  const spans = new Set(entries.map(({ headerAt }) => headerAt));
  if (spans.size < entries.length) throw new Refusal('malformed', 'has files that overlap', 'pack it again');
  for await (const documents of inOrder(entries, AHEAD, (entry) => unpacked(name, bytes, entry, options)))
    yield* documents;
}

async function unpacked(
  archiveName: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  options: ImportOptions,
): Promise<(Imported | Skipped)[]> {
  const name = `${archiveName}/${shownName(entry.name)}`;
  try {
    if (climbs(entry.name)) throw new Refusal('unsupported', 'has a path that goes up or is absolute', REPACK);
    if (entry.isLink) throw new Refusal('unsupported', 'is a link, not a file', 'pack the file itself');
    const most = Math.min(MOST_ENTRY, Math.max(FREE_SIZE, entry.packed * MOST_RATIO));
    const inner = await readEntry(bytes, entry, most);
    if (fileKind(name, inner) === 'zip') {
      throw new Refusal('unsupported', 'is an archive in an archive', 'unpack it and give its files');
    }
    const documents: (Imported | Skipped)[] = [];
    for await (const each of importFile(name, inner, options)) documents.push(each);
    return documents;
  } catch (error) {
    if (error instanceof Refusal) return [skipped(name, error)];
    throw error;
  }
}

const REPACK = 'pack it again under a plain name';

/** Nothing is written under a member’s name, but such a name is a mistake or a trick, and so may be what it names. */
function climbs(name: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name);
}

/** Folders, and what macOS and Windows put into archives unasked. */
function isFurniture(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(name);
}

// eslint-disable-next-line no-control-regex -- these are what must go
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** A name to show and print: one line, no controls. It never becomes a path. */
function shownName(name: string): string {
  const shown = name.replace(UNSHOWN, '').slice(-300).toWellFormed();
  return shown === '' ? 'file' : shown;
}

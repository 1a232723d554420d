import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { ParallaxError } from '../text/error.js';
import type { Acted } from './store/acts.js';
import { sha256 } from './store/content.js';
import type { DocumentListing } from './store/documents.js';
import { check, corpusTitle, detailsShape, id, type ItemKind, type Items, type NewDocument } from './store/shapes.js';
import type { Store } from './store/store.js';

// One zip: what a person can read in JSON, the originals and texts as files, and a manifest with every file's SHA-256.

const FORMAT = 'parallax-corpus';
const VERSION = 1;

const ITEM_FILES = {
  topic: 'topics.json',
  names: 'names.json',
  entry: 'entries.json',
  pin: 'pins.json',
  dispute: 'disputes.json',
} as const satisfies Record<ItemKind, string>;
const KINDS = Object.keys(ITEM_FILES) as ItemKind[];

/** A corpus as a zip, piece by piece: a document at a time is in memory. The same corpus gives the same bytes. */
export async function* exportCorpus(store: Store, corpus: string): AsyncGenerator<Uint8Array> {
  const { title } = await store.readCorpus(corpus);
  const documents = await store.allDocuments(corpus);
  const pieces: Uint8Array[] = [];
  const hashes: Record<string, string> = {};
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const add = (name: string, bytes: Uint8Array): void => {
    const file = new ZipDeflate(name, { level: 6 });
    // A time would make two exports of one corpus differ; zip knows none before 1980, in local time.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(bytes, true);
    hashes[name] = sha256(bytes);
  };
  const addJson = (name: string, value: unknown): void =>
    add(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'));

  addJson('corpus.json', { id: corpus, title });
  addJson('documents.json', documents.map(described));
  const items = await itemsOf(store, corpus, new Set(documents.map((each) => each.id)));
  for (const kind of KINDS) addJson(ITEM_FILES[kind], items[kind]);
  yield* pieces.splice(0);
  for (const document of documents) {
    add(originalName(document), await store.readOriginal(document));
    add(textName(document), Buffer.from(store.textNow(document), 'utf8'));
    yield* pieces.splice(0);
  }
  addJson('manifest.json', { format: FORMAT, version: VERSION, files: hashes });
  zip.end();
  yield* pieces.splice(0);
}

/** Pins and disputes of what was deleted wait for an undo; an archive has none. */
async function itemsOf(
  store: Store,
  corpus: string,
  ids: ReadonlySet<string>,
): Promise<{ readonly [K in ItemKind]: readonly Items[K][] }> {
  const list = async <K extends ItemKind>(kind: K): Promise<Items[K][]> =>
    (await store.list(corpus, kind)).map(({ value }) => value);
  const topic = await list('topic');
  const topics = new Set(topic.map((each) => each.id));
  return {
    topic,
    names: await list('names'),
    entry: await list('entry'),
    pin: (await list('pin')).filter((each) => ids.has(each.document) && topics.has(each.topic)),
    dispute: (await list('dispute')).filter((each) => ids.has(each.document)),
  };
}

const describedShape = detailsShape.extend({
  id,
  format: z.string().regex(/^[a-z0-9]{1,12}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Described = z.infer<typeof describedShape>;

function described(document: DocumentListing): Described {
  const { id: of, format, sha256: hash, file: name, ownShort, title, outlet, author, date, url } = document;
  const { latest, warnings, language, region, furniture, article } = document;
  const facts = { title, outlet, author, date, url, latest };
  const extent = { region, furniture, article };
  return { id: of, file: name, format, sha256: hash, short: ownShort, ...facts, warnings, language, ...extent };
}

const originalName = ({ id: of, format }: Pick<Described, 'id' | 'format'>): string =>
  `documents/${of}/original.${format}`;
const textName = ({ id: of }: Pick<Described, 'id'>): string => `documents/${of}/text.txt`;

// Ten thousand documents have two files each; a text has 8 MB at most, its original (a PDF) more.
const MOST_FILES = 50_000;
const MOST_BYTES_OF_A_FILE = 128 * 1024 * 1024;
const MOST_BYTES = 1024 * 1024 * 1024;

const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  files: z.record(z.string().max(200), z.string().regex(/^[0-9a-f]{64}$/)),
});
const corpusShape = z.strictObject({ id, title: corpusTitle });

/**
 * Makes a corpus of an archive, in one transaction, when everything in it holds: sizes before anything is expanded, each
 * file's hash, each value's shape, each reference.
 * @throws {ParallaxError} `bad-archive`, `bad-input`, `too-large`
 */
export async function importArchive(store: Store, archive: Uint8Array): Promise<Acted<string>> {
  const files = expand(archive);
  const manifest = check(manifestShape, json(files, 'manifest.json'), 'the archive’s manifest');
  if (manifest.version > VERSION)
    throw new ParallaxError('bad-archive', 'the archive is of a newer Parallax', 'install the newer one');
  checkHashes(files, manifest.files);
  const corpus = check(corpusShape, json(files, 'corpus.json'), 'the archive’s corpus.json');
  const documents = check(z.array(describedShape), json(files, 'documents.json'), 'the archive’s documents.json');
  const items = Object.fromEntries(
    KINDS.map((kind) => [kind, check(z.array(z.unknown()), json(files, ITEM_FILES[kind]), ITEM_FILES[kind])]),
  ) as Record<ItemKind, unknown[]>;
  checkReferences(documents, items);
  return store.importInto({ ...corpus, documents: documents.map((each) => toDocument(each, files)), items });
}

type Files = Readonly<Record<string, Uint8Array>>;

/** The directory at the archive's end says each file's size; what expands past it is cut off there and fails its hash. */
function expand(archive: Uint8Array): Files {
  let count = 0;
  let bytes = 0;
  try {
    return unzipSync(archive, {
      filter: ({ originalSize }) => {
        count += 1;
        bytes += originalSize;
        if (count > MOST_FILES || originalSize > MOST_BYTES_OF_A_FILE || bytes > MOST_BYTES) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ParallaxError) throw error;
    throw broken('it is no zip archive');
  }
}

function checkHashes(files: Files, listed: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(files))
    if (name !== 'manifest.json' && !Object.hasOwn(listed, name)) throw broken(`${name} is not in its manifest`);
  for (const [name, hash] of Object.entries(listed))
    if (sha256(file(files, name)) !== hash) throw broken(`${name} is not what its manifest says`);
}

function checkReferences(documents: readonly Described[], items: Readonly<Record<ItemKind, readonly unknown[]>>): void {
  const ids = new Set(documents.map((each) => each.id));
  const hashes = new Set(documents.map((each) => each.sha256));
  if (ids.size < documents.length || hashes.size < documents.length) throw broken('it has a document twice');
  const topics = new Set(items.topic.map((each) => field(each, 'id')));
  for (const each of [...items.pin, ...items.dispute])
    if (!ids.has(String(field(each, 'document')))) throw broken('a pin or dispute is of a document it does not have');
  for (const each of items.pin)
    if (!topics.has(field(each, 'topic'))) throw broken('a pin is of a topic it does not have');
}

function toDocument({ sha256: hash, ...details }: Described, files: Files): NewDocument {
  const bytes = file(files, originalName(details));
  if (sha256(bytes) !== hash) throw broken(`the original of document ${details.id} is not the one described`);
  return { ...details, bytes, text: utf8(file(files, textName(details)), textName(details)) };
}

function json(files: Files, name: string): unknown {
  try {
    return JSON.parse(utf8(file(files, name), name));
  } catch (error) {
    if (error instanceof ParallaxError) throw error;
    throw broken(`${name} is no JSON`);
  }
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw broken(`${name} is not UTF-8`);
  }
}

function file(files: Files, name: string): Uint8Array {
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!bytes) throw broken(`${name} is missing`);
  return bytes;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function broken(how: string): ParallaxError {
  return new ParallaxError('bad-archive', `the archive cannot be taken (${how})`, 'export it again with Parallax');
}

function tooLarge(): ParallaxError {
  return new ParallaxError('too-large', 'the archive expands to more than a gigabyte', 'export a smaller corpus');
}

import { z } from 'zod';
import { ParallaxError } from '../text/error.js';
import {
  describedShape,
  FORMAT,
  ITEM_FILES,
  KINDS,
  MOST_DOCUMENTS,
  originalName,
  textName,
  VERSION,
} from './archive.js';
import type { Described } from './archive.js';
import { broken, openArchive, type Archive } from './archive-files.js';
import type { Acted } from './store/acts.js';
import { sha256 } from './store/content.js';
import { check, corpusTitle, id, type ItemKind, type NewDocument } from './store/shapes.js';
import type { Store } from './store/store.js';

const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  files: z.record(z.string().max(200), z.string().regex(/^[0-9a-f]{64}$/)),
});
const corpusShape = z.strictObject({ id, title: corpusTitle });

/**
 * Makes a corpus of an archive, in one transaction, when everything in it holds: sizes before anything is expanded, each
 * file's hash, each value's shape, each reference. The documents are expanded one by one as they are taken.
 * @throws {ParallaxError} `bad-archive`, `bad-input`, `too-large`
 */
export async function importArchive(store: Store, bytes: Uint8Array): Promise<Acted<string>> {
  const archive = openArchive(bytes);
  const manifest = check(manifestShape, await archive.readJson('manifest.json'), 'the archive’s manifest');
  if (manifest.version > VERSION)
    throw new ParallaxError('bad-archive', 'the archive is of a newer Parallax', 'install the newer one');
  const files = archive.checkedBy(manifest.files);
  const corpus = check(corpusShape, await files.readJson('corpus.json'), 'the archive’s corpus.json');
  const documents = await readDescribed(files);
  const items = await readItems(files);
  checkFiles(documents, manifest.files);
  checkReferences(documents, items);
  return store.importInto({ ...corpus, documents: readEach(documents, files), items });
}

async function readDescribed(files: Archive): Promise<Described[]> {
  const list = check(z.array(z.unknown()), await files.readJson('documents.json'), 'the archive’s documents.json');
  // Counted before each is looked at: a list of a million takes minutes.
  if (list.length > MOST_DOCUMENTS)
    throw new ParallaxError('too-large', `the archive lists ${list.length} documents`, 'export a smaller corpus');
  return check(z.array(describedShape), list, 'the archive’s documents.json');
}

async function readItems(files: Archive): Promise<Record<ItemKind, unknown[]>> {
  const items: Record<ItemKind, unknown[]> = { topic: [], names: [], entry: [], pin: [], dispute: [] };
  for (const kind of KINDS)
    items[kind] = check(z.array(z.unknown()), await files.readJson(ITEM_FILES[kind]), ITEM_FILES[kind]);
  return items;
}

/** A file that nothing names would never be looked at. */
function checkFiles(documents: readonly Described[], listed: Readonly<Record<string, string>>): void {
  const named = new Set([
    ...['corpus.json', 'documents.json'],
    ...Object.values(ITEM_FILES),
    ...documents.flatMap((each) => [originalName(each), textName(each)]),
  ]);
  for (const name of Object.keys(listed))
    if (!named.has(name)) throw broken(`${name} belongs to none of its documents`);
  for (const name of named) if (!Object.hasOwn(listed, name)) throw broken(`${name} is missing`);
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

async function* readEach(documents: readonly Described[], files: Archive): AsyncGenerator<NewDocument> {
  for (const { sha256: hash, ...details } of documents) {
    const bytes = await files.read(originalName(details));
    if (sha256(bytes) !== hash) throw broken(`the original of document ${details.id} is not the one described`);
    yield { ...details, bytes, text: await files.readText(textName(details)) };
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

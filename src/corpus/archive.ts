import { Zip, ZipDeflate } from 'fflate';
import { z } from 'zod';
import { ParallaxError } from '../text/error.js';
import { sha256 } from './store/content.js';
import type { DocumentListing } from './store/documents.js';
import { detailsShape, id, type ItemKind, type Items } from './store/shapes.js';
import type { Store } from './store/store.js';

// One zip: what a person can read in JSON, the originals and texts as files, and a manifest with every file's SHA-256.

export const FORMAT = 'parallax-corpus';
export const VERSION = 1;

export const ITEM_FILES = {
  topic: 'topics.json',
  names: 'names.json',
  entry: 'entries.json',
  pin: 'pins.json',
  dispute: 'disputes.json',
} as const satisfies Record<ItemKind, string>;
export const KINDS = Object.keys(ITEM_FILES) as ItemKind[];

/** Each has two files beside the eight of the whole; a zip’s table of contents holds 65,535. */
export const MOST_DOCUMENTS = 25_000;
export const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * A corpus as a zip, piece by piece: a document at a time is in memory. The same corpus gives the same bytes.
 * @throws {ParallaxError} `too-large`, `not-found`
 */
export async function* exportCorpus(store: Store, corpus: string): AsyncGenerator<Uint8Array> {
  const { title } = await store.readCorpus(corpus);
  const documents = await store.allDocuments(corpus);
  if (documents.length > MOST_DOCUMENTS) throw tooLarge(`${documents.length} documents`);
  let bytesTogether = 0;
  const pieces: Uint8Array[] = [];
  const hashes: Record<string, string> = {};
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const add = (name: string, bytes: Uint8Array): void => {
    bytesTogether += bytes.length;
    if (bytesTogether > MOST_BYTES) throw tooLarge('more than a gigabyte');
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

export const describedShape = detailsShape.extend({
  id,
  format: z.string().regex(/^[a-z0-9]{1,12}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Described = z.infer<typeof describedShape>;

function described(document: DocumentListing): Described {
  const { id: of, format, sha256: hash, file: name, ownShort, title, outlet, author, date, url } = document;
  const { latest, warnings, language, region, furniture, article } = document;
  const facts = { title, outlet, author, date, url, latest };
  const extent = { region, furniture, article };
  return { id: of, file: name, format, sha256: hash, short: ownShort, ...facts, warnings, language, ...extent };
}

export const originalName = ({ id: of, format }: Pick<Described, 'id' | 'format'>): string =>
  `documents/${of}/original.${format}`;
export const textName = ({ id: of }: Pick<Described, 'id'>): string => `documents/${of}/text.txt`;

function tooLarge(what: string): ParallaxError {
  return new ParallaxError('too-large', `the corpus has ${what}`, 'write a backup of the store instead');
}

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { exportCorpus, importArchive } from '../../src/corpus/archive.js';
import { openCorpora } from '../../src/corpus/corpora.js';
import { openStore, type Store } from '../../src/corpus/store/store.js';
import { countingParts, storeSeeds } from './seeded.js';
import { clock, newFolder, removeFolders } from './store/sample.js';

let store: Store;
let corpus: string;
const stores: Store[] = [];

async function newStore(): Promise<Store> {
  const made = await openStore(newFolder(), { now: clock() });
  stores.push(made);
  return made;
}

beforeEach(async () => {
  store = await newStore();
  corpus = await storeSeeds(store);
  await store.save(corpus, 'pin', { topic: 'minsk-group', document: '003', start: 5, end: 60, in: false, note: 'no' });
  await store.updateDocument(corpus, '003', {
    region: { start: 0, end: 4_000 },
    furniture: [{ start: 2_000, end: 2_100 }],
    article: [{ start: 0, end: 40 }],
  });
  await store.save(corpus, 'dispute', {
    document: '001',
    start: 10,
    end: 20,
    device: 'loaded-terms',
    entry: 'regime',
    note: 'It is its name.',
    counts: false,
  });
});
afterAll(() => {
  for (const each of stores) each.close();
  removeFolders();
});

async function archiveOf(from: Store, id: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportCorpus(from, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('a corpus that is exported and imported elsewhere gives the same comparison byte for byte', async () => {
  const other = await newStore();
  const { answer } = await importArchive(other, await archiveOf(store, corpus));
  const { parts } = countingParts();
  const [here, there] = [openCorpora(store, parts), openCorpora(other, parts)];
  const [{ library: a }, { library: b }] = [await here.open(corpus), await there.open(answer)];
  expect(a.topics.map((topic) => JSON.stringify(b.compareTopic(topic)))).toEqual(
    a.topics.map((topic) => JSON.stringify(a.compareTopic(topic))),
  );
  const extents = async (of: Store, id: string): Promise<unknown[]> =>
    (await of.allDocuments(id)).map(({ region, furniture, article, content }) => ({
      region,
      furniture,
      article,
      content,
    }));
  expect(await extents(other, answer)).toEqual(await extents(store, corpus));
  for (const kind of ['topic', 'names', 'entry', 'pin', 'dispute'] as const)
    expect(await other.list(answer, kind)).toEqual(await store.list(corpus, kind));
  stores.splice(0);
  await here.close();
  await there.close();
});

test('an archive holds what a person can read, and is the same each time', async () => {
  const archive = await archiveOf(store, corpus);
  const files = unzipSync(archive);
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['corpus', 'disputes', 'documents', 'entries', 'manifest', 'names', 'pins', 'topics'].map(
        (name) => `${name}.json`,
      ),
      ...['000', '001', '002', '003', '004'].flatMap((id) => [
        `documents/${id}/original.text`,
        `documents/${id}/text.txt`,
      ]),
    ].sort(),
  );
  expect(strFromU8(files['disputes.json'] ?? new Uint8Array())).toContain('\n    "note": "It is its name.",\n');
  const other = await newStore();
  await importArchive(other, archive);
  expect(Buffer.from(await archiveOf(other, corpus)).equals(archive)).toBe(true);
});

test('an archive given where it came from makes a second corpus', async () => {
  const { answer } = await importArchive(store, await archiveOf(store, corpus));
  expect([answer, (await store.listDocuments(answer)).total]).toEqual(['kept-seeds-2', 5]);
});

test('what was said of a document that is deleted stays behind', async () => {
  await store.deleteDocuments(corpus, ['001']);
  await store.remove(corpus, 'topic', 'minsk-group');
  const other = await newStore();
  const { answer } = await importArchive(other, await archiveOf(store, corpus));
  expect([await other.list(answer, 'pin'), await other.list(answer, 'dispute')]).toEqual([[], []]);
  expect((await other.listDocuments(answer)).documents.map(({ id }) => id)).toEqual(['000', '002', '003', '004']);
});

describe('refuses, and makes no corpus of,', () => {
  type Files = Record<string, Uint8Array>;
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const without = (files: Files, gone: string): Files =>
    Object.fromEntries(Object.entries(files).filter(([name]) => name !== gone));
  /** With a manifest that fits. */
  function signed(files: Files): Files {
    const rest = without(files, 'manifest.json');
    const hashes = Object.fromEntries(Object.entries(rest).map(([name, bytes]) => [name, sha256(bytes)]));
    const manifest = { format: 'parallax-corpus', version: 1, files: hashes };
    return { ...rest, 'manifest.json': strToU8(JSON.stringify(manifest)) };
  }
  const changed = (files: Files, name: string, change: (text: string) => string): Files => ({
    ...files,
    [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))),
  });

  test.each<[string, string, (files: Files) => Files]>([
    ['a changed text', 'bad-archive', (files) => changed(files, 'documents/000/text.txt', (text) => `${text}!`)],
    [
      'a changed original',
      'bad-archive',
      (files) => signed(changed(files, 'documents/000/original.text', (text) => `${text}!`)),
    ],
    ['a missing text', 'bad-archive', (files) => signed(without(files, 'documents/000/text.txt'))],
    ['a file it does not list', 'bad-archive', (files) => ({ ...files, 'more.txt': strToU8('more') })],
    ['no manifest', 'bad-archive', (files) => without(files, 'manifest.json')],
    ['a manifest that is no JSON', 'bad-archive', (files) => changed(files, 'manifest.json', () => '{')],
    [
      'a newer form',
      'bad-archive',
      (files) => changed(files, 'manifest.json', (text) => text.replace('"version": 1', '"version": 2')),
    ],
    [
      'a pin of a document it has not',
      'bad-archive',
      (files) => signed(changed(files, 'pins.json', (text) => text.replace('"003"', '"999"'))),
    ],
    [
      'a topic without cues',
      'bad-input',
      (files) => signed(changed(files, 'topics.json', (text) => text.replace(/"cues": \[[^]*?\n {4}\]/, '"cues": []'))),
    ],
    [
      'a document id that is a path',
      'bad-input',
      (files) => signed(changed(files, 'documents.json', (text) => text.replace('"000"', '"../000"'))),
    ],
    [
      'a document twice',
      'bad-archive',
      (files) =>
        signed(
          changed(files, 'documents.json', (text) =>
            JSON.stringify([...(JSON.parse(text) as unknown[]), ...(JSON.parse(text) as unknown[])]),
          ),
        ),
    ],
  ])('an archive with %s', async (_, code, spoil) => {
    const archive = zipSync(spoil(unzipSync(await archiveOf(store, corpus))));
    const other = await newStore();
    await expect(importArchive(other, archive)).rejects.toMatchObject({ name: 'ParallaxError', code });
    expect(await other.listCorpora()).toEqual([]);
  });

  test('what is no archive', async () => {
    await expect(importArchive(store, strToU8('PK no more'))).rejects.toMatchObject({ code: 'bad-archive' });
  });

  test('an archive that expands without end, before it expands', async () => {
    const large = new Uint8Array(129 * 1024 * 1024);
    await expect(importArchive(store, zipSync({ 'corpus.json': large }))).rejects.toMatchObject({ code: 'too-large' });
  });
});

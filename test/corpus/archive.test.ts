import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { importArchive } from '../../src/corpus/import-archive.js';
import { openStore, type Store } from '../../src/corpus/store/store.js';
import { archiveOf, storeSeeds } from './seeded.js';
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
    [
      'a changed original of its last document, when the others are taken',
      'bad-archive',
      (files) => signed(changed(files, 'documents/004/original.text', (text) => `${text}!`)),
    ],
    ['a missing original', 'bad-archive', (files) => signed(without(files, 'documents/002/original.text'))],
    [
      'a file of no document',
      'bad-archive',
      (files) => signed({ ...files, 'documents/999/text.txt': strToU8('more') }),
    ],
    ['a name that is a path', 'bad-archive', (files) => signed({ ...files, '../../slip.txt': strToU8('more') })],
    [
      'a version that is none',
      'bad-input',
      (files) => changed(files, 'manifest.json', (text) => text.replace('"version": 1', '"version": 0')),
    ],
    [
      'a text that is not UTF-8',
      'bad-archive',
      (files) => signed({ ...files, 'documents/000/text.txt': Uint8Array.of(0xc3, 0x28) }),
    ],
    [
      'a million documents in its list',
      'too-large',
      (files) => signed({ ...files, 'documents.json': strToU8(`[${'{},'.repeat(999_999)}{}]`) }),
    ],
    [
      'more files in its manifest than any archive has',
      'too-large',
      (files) =>
        changed(files, 'manifest.json', (text) =>
          text.replace(
            '"files": {',
            `"files": {${Array.from({ length: 250_000 }, (_, i) => `"${i}":"${'0'.repeat(64)}",`).join('')}`,
          ),
        ),
    ],
  ])('an archive with %s', async (_, code, spoil) => {
    await refused(zipSync(spoil(unzipSync(await archiveOf(store, corpus))), { level: 1 }), code);
  });

  /** In a line; and a good archive given after it is taken as if it had never been. */
  async function refused(archive: Uint8Array, code: string): Promise<void> {
    const other = await newStore();
    const error: unknown = await importArchive(other, archive).catch((each: unknown) => each);
    expect(error).toMatchObject({ name: 'ParallaxError', code, message: expect.stringMatching(/^[^\n]{10,300}$/) });
    expect([await other.listCorpora(), await other.audit()]).toEqual([[], []]);
    const { answer, revision } = await importArchive(other, await archiveOf(store, corpus));
    expect([answer, revision, (await other.search(answer, 'Minsk')).total > 0]).toEqual(['kept-seeds', 1, true]);
  }

  test.each<[string, string, (archive: Buffer) => void]>([
    [
      'says it is smaller than it is',
      'too-large',
      (archive) => archive.writeUInt32LE(10, entryOf(archive, 'documents/000/text.txt') + 24),
    ],
    [
      'says it is larger than it is',
      'bad-archive',
      (archive) => archive.writeUInt32LE(90_000_000, entryOf(archive, 'documents/000/text.txt') + 24),
    ],
    [
      'says it expands to four gigabytes',
      'too-large',
      (archive) => archive.writeUInt32LE(0xfffffff0, entryOf(archive, 'documents/000/text.txt') + 24),
    ],
    [
      'has another checksum',
      'bad-archive',
      (archive) => archive.writeUInt32LE(1, entryOf(archive, 'documents/000/text.txt') + 16),
    ],
    [
      'is locked with a password',
      'bad-archive',
      (archive) => archive.writeUInt16LE(1, entryOf(archive, 'documents/000/text.txt') + 8),
    ],
    [
      'has the name of another',
      'bad-archive',
      (archive) => archive.write('documents/001/text.txt', entryOf(archive, 'documents/000/text.txt') + 46),
    ],
    [
      'stands behind the end',
      'bad-archive',
      (archive) => archive.writeUInt32LE(0x7fffffff, entryOf(archive, 'documents/000/text.txt') + 42),
    ],
    ['is one of 60,000', 'too-large', (archive) => archive.writeUInt16LE(60_000, archive.length - 12)],
  ])('an archive of which a file %s', async (_, code, spoil) => {
    const archive = Buffer.from(await archiveOf(store, corpus));
    spoil(archive);
    await refused(archive, code);
  });

  test('an archive cut anywhere, and what is none', async () => {
    await refused(strToU8('PK no more'), 'bad-archive');
    const archive = await archiveOf(store, corpus);
    for (const part of [0.1, 0.5, 0.9, 0.999])
      await refused(archive.slice(0, Math.floor(archive.length * part)), 'bad-archive');
  });

  /** Where the table of contents tells of a file. */
  function entryOf(archive: Buffer, name: string): number {
    for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4))
      if (archive.toString('latin1', at + 46, at + 46 + name.length) === name) return at;
    throw new Error(`no ${name} in the archive`);
  }

  test('an archive that expands without end, before it expands', async () => {
    const large = new Uint8Array(129 * 1024 * 1024);
    await expect(importArchive(store, zipSync({ 'corpus.json': large }, { level: 1 }))).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});

import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../../src/corpus/store/store.js';
import { clock, newFolder, removeFolders, sampleDocument, samplePacked } from './sample.js';

const KEPT = 'The council capped rents. Landlords attacked the vote.';
/** No word of it, nor of what is known of it, stands in the other document. */
const SECRET = 'Zebulon whispered quarterly to Xanthippe beneath orchards; 汉字 and “naïve” jugglers vanished.';
const NOTE = 'Vexillology disproves this';
const WORDS = [
  ...['Zebulon', 'zebulon', 'whisper', 'xanthipp', 'orchard', 'quarterly', '汉字', 'naïve', 'naiv', 'juggler'],
  ...['Palimpsest Gazette', 'Vexillology', 'obfuscated.html'],
];

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = newFolder();
  store = await openStore(folder, { now: clock() });
});
afterEach(() => store.close());
afterAll(removeFolders);

async function filled(title = 'Rents'): Promise<string> {
  const { answer } = await store.createCorpus(title);
  await store.addDocuments(answer, [sampleDocument(KEPT), secret()]);
  return answer;
}

const secret = () =>
  sampleDocument(SECRET, { file: 'obfuscated.html', title: { is: 'Palimpsest Gazette', found: 'title' } });

/** Which words stand in any file of the store but its backups. */
function left(): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
  const bytes = Buffer.concat(files.map(({ name }) => readFileSync(join(folder, name))));
  return WORDS.filter((word) => bytes.includes(Buffer.from(word, 'utf8')));
}

async function disputed(corpus: string): Promise<number> {
  const place = {
    document: '002',
    start: 0,
    end: 7,
    device: 'loaded-terms',
    entry: 'x',
    note: NOTE,
    counts: true,
  } as const;
  return (await store.save(corpus, 'dispute', place)).revision;
}

describe('a purge', () => {
  test('leaves no byte of a deleted document: text, original, facts, notes, words of the search', async () => {
    const corpus = await filled();
    await disputed(corpus);
    await store.updateDocument(corpus, '002', { furniture: [{ start: 0, end: 7 }] });
    await store.deleteDocuments(corpus, ['002']);
    const there = ['Zebulon', 'zebulon', 'whisper', '汉字', 'Palimpsest Gazette', 'Vexillology', 'obfuscated.html'];
    expect(left()).toEqual(expect.arrayContaining(there));
    const named = [{ corpus, id: '002', name: 'Palimpsest Gazette', heldBy: [] }];
    expect(await store.purge(corpus)).toEqual({ corpora: [], documents: named, texts: 1 });
    expect(left()).toEqual([]);
    expect([store.checkIntegrity(), store.backups()]).toEqual(['ok', []]);
    expect((await store.search(corpus, 'council')).total).toBe(1);
    expect(await store.list(corpus, 'dispute')).toEqual([]);
    expect(await store.purgeable()).toEqual({ corpora: [], documents: [], texts: 0 });
  });

  test('leaves no byte of a deleted corpus, and its id is free again', async () => {
    const corpus = await filled('Zebulon');
    await filled();
    await store.deleteDocuments('rents', ['002']);
    await store.deleteDocuments(corpus, ['002']);
    await store.deleteCorpus(corpus);
    const { corpora, texts } = await store.purge();
    expect([corpora, texts, left()]).toEqual([
      [{ id: 'zebulon', title: 'Zebulon', documents: 1, heldBy: ['rents'] }],
      1,
      [],
    ]);
    expect((await store.readDocument('rents', '001')).text).toBe(KEPT);
    expect(await store.audit({ corpus })).toEqual([]);
    expect((await store.createCorpus('Zebulon')).answer).toBe(corpus);
  });

  test('takes analyses of a deleted text, in every extent it had, and leaves the others', async () => {
    const corpus = await filled();
    const version = { version: 'v1', program: 'test' };
    const contents = (await store.allDocuments(corpus)).map(({ content }) => content);
    await store.updateDocument(corpus, '002', { furniture: [{ start: 0, end: 7 }] });
    contents.push((await store.readDocument(corpus, '002')).content);
    const kept = contents.map((content) => ({ content, packed: samplePacked(SECRET) }));
    await store.keepAnalyses(corpus, version, kept);
    await store.deleteDocuments(corpus, ['002']);
    const there = (): boolean[] => contents.map((content) => store.analysisNow(content, 'v1') !== undefined);
    const before = there();
    await store.purge();
    expect([before, there()]).toEqual([
      [true, true, true],
      [true, false, false],
    ]);
  });

  test('leaves a text that another corpus holds, and says which', async () => {
    const corpus = await filled();
    const other = await filled('Other');
    await store.deleteDocuments(corpus, ['002']);
    const { documents, texts } = await store.purge(corpus);
    expect([documents.map(({ heldBy }) => heldBy), texts]).toEqual([[[other]], 0]);
    expect((await store.readDocument(other, '002')).text).toBe(SECRET);
  });

  test('leaves a text that a deleted corpus holds, whose deletion can be undone', async () => {
    const corpus = await filled();
    const other = await filled('Other');
    await store.deleteDocuments(corpus, ['002']);
    const { revision } = await store.deleteCorpus(other);
    expect((await store.purge(corpus)).texts).toBe(0);
    await store.undo(other, revision);
    expect((await store.readDocument(other, '002')).text).toBe(SECRET);
  });

  test('of one corpus takes the same text from wherever else it was deleted', async () => {
    const corpus = await filled();
    const other = await filled('Other');
    await store.deleteDocuments(corpus, ['002']);
    const { revision } = await store.deleteDocuments(other, ['002']);
    const { documents } = await store.purge(corpus);
    expect([documents.map((each) => each.corpus), left()]).toEqual([[corpus, other], []]);
    await expect(store.undo(other, revision)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('cannot be undone, nor what it purged; what stands can', async () => {
    const corpus = await filled();
    const dispute = await disputed(corpus);
    const renamed = await store.renameCorpus(corpus, 'Caps');
    const deleted = await store.deleteDocuments(corpus, ['002']);
    await store.purge(corpus);
    const [line] = await store.audit({ corpus });
    expect(line).toMatchObject({ act: 'purge documents', key: '002', before: null, after: null });
    for (const revision of [dispute, deleted.revision, line?.revision ?? 0])
      await expect(store.undo(corpus, revision)).rejects.toThrow(
        `what change ${revision} did was purged, and cannot be brought back`,
      );
    await store.undo(corpus, renamed.revision);
    expect((await store.readCorpus(corpus)).title).toBe('Rents');
    await store.addDocuments(corpus, [secret()]);
    expect((await store.search(corpus, 'whispering')).found.map(({ document }) => document.id)).toEqual(['003']);
  });

  test('touches nothing that stands', async () => {
    const corpus = await filled();
    const before = [await store.listDocuments(corpus), await store.audit()];
    expect(await store.purge()).toEqual({ corpora: [], documents: [], texts: 0 });
    expect([await store.listDocuments(corpus), await store.audit()]).toEqual(before);
    await expect(store.purge('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});

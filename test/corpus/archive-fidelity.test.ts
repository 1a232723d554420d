import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCorpora, type Corpora } from '../../src/corpus/corpora.js';
import { importArchive } from '../../src/corpus/import-archive.js';
import type { Library } from '../../src/corpus/library.js';
import type { OwnEntry } from '../../src/corpus/store/shapes.js';
import { openStore, type Store } from '../../src/corpus/store/store.js';
import { comparisonCsv, PARTS } from '../../src/sheet/csv.js';
import { comparisonText } from '../../src/sheet/text.js';
import { archiveOf, countingParts, storeSeeds } from './seeded.js';
import { clock, newFolder, removeFolders, sampleDocument } from './store/sample.js';

// A corpus with everything that a reader can do to one, exported and imported elsewhere.

const ENTRY: OwnEntry = {
  id: 'peace-process',
  device: 'loaded-terms',
  category: 'own',
  terms: ['peace process'],
  pos: ['noun'],
  direction: 'neither',
  strength: 1,
  neutral: ['talks'],
  why: 'Says where the talks lead.',
  source: 'usage',
  finds: ['The [peace process] goes on.'],
  ignores: ['The talks go on.'],
  unless: [],
  onlyWith: [],
  notWith: [],
};
const FRENCH =
  'Le groupe de Minsk a encore échoué, selon le ministre, et les négociations sur le Haut-Karabakh sont suspendues.';

let there: Corpora;
let here: Corpora;
let ids: readonly [string, string];
let libraries: readonly [Library, Library];

beforeAll(async () => {
  const [store, other] = [await newStore(), await newStore()];
  const corpus = await storeSeeds(store);
  await edit(store, corpus);
  const { answer } = await importArchive(other, await archiveOf(store, corpus));
  const { parts } = countingParts();
  [here, there] = [openCorpora(store, parts), openCorpora(other, parts)];
  ids = [corpus, answer];
  libraries = [(await here.open(corpus)).library, (await there.open(answer)).library];
});
afterAll(async () => {
  await here.close();
  await there.close();
  removeFolders();
});

function newStore(): Promise<Store> {
  return openStore(newFolder(), { now: clock() });
}

async function edit(store: Store, corpus: string): Promise<void> {
  const { text } = await store.readDocument(corpus, '003');
  await store.addDocuments(corpus, [
    sampleDocument(FRENCH, { language: { code: 'fr', supported: false }, warnings: ['Not English.'] }),
    sampleDocument(`${text}\n\nMore follows.`, {
      format: 'pdf',
      bytes: Uint8Array.from([0, 255, 37, 80]),
      short: 'The copy',
    }),
  ]);
  await store.updateDocument(corpus, '000', {
    title: { is: 'Corrected', found: 'corrected' },
    outlet: { is: 'The Quay', found: 'corrected' },
    author: null,
    date: { is: '2025-05-02', found: 'corrected' },
    url: { is: 'https://news.example/a', found: 'corrected' },
    region: { start: 20, end: 2_000 },
    furniture: [{ start: 100, end: 160 }],
    article: [{ start: 200, end: 260 }],
  });
  await store.save(corpus, 'entry', ENTRY);
  await store.save(corpus, 'topic', {
    id: 'own-words',
    title: 'Own words',
    question: 'What is said of the talks?',
    cues: [{ groups: [['talks', 'negotiations']], near: false }],
    not: [],
    typed: true,
  });
  await store.save(corpus, 'pin', { topic: 'minsk-group', document: '003', start: 5, end: 60, in: false, note: 'no' });
  await store.save(corpus, 'pin', { topic: 'own-words', document: '001', start: 200, end: 260, in: true, note: '' });
  const dispute = { document: '001', device: 'loaded-terms', entry: 'regime', note: 'It is its name.' } as const;
  await store.save(corpus, 'dispute', { ...dispute, start: 10, end: 20, counts: false });
  await store.save(corpus, 'dispute', { ...dispute, start: 30, end: 40, counts: true });
}

test('each thing of the corpus is there, in its order', async () => {
  const [a, b] = ids;
  for (const kind of ['topic', 'names', 'entry', 'pin', 'dispute'] as const) {
    const kept = await here.store.list(a, kind);
    expect(kept.length).toBeGreaterThan(0);
    expect(await there.store.list(b, kind)).toEqual(kept);
  }
});

test('each document is there with what was corrected of it, its text and its bytes', async () => {
  const all = ({ store }: Corpora, corpus: string) =>
    store.allDocuments(corpus).then((documents) =>
      Promise.all(
        documents.map(async ({ number, ...each }) => ({
          ...each,
          text: store.textNow({ number }),
          original: Buffer.from(await store.readOriginal({ number })).toString('base64'),
        })),
      ),
    );
  const [kept, copied] = [await all(here, ids[0]), await all(there, ids[1])];
  expect(copied).toEqual(kept);
  expect(
    kept.map(({ id, format, language, region, furniture, article }) => [
      id,
      format,
      language.supported,
      region !== null,
      furniture.length,
      article.length,
    ]),
  ).toEqual([
    ['000', 'text', true, true, 1, 1],
    ...['001', '002', '003', '004'].map((id) => [id, 'text', true, false, 0, 0]),
    ['006', 'html', false, false, 0, 0],
    ['007', 'pdf', true, false, 0, 0],
  ]);
});

describe('a comparison is the same byte for byte', () => {
  const both = (show: (library: Library) => unknown): [string, string] => {
    const [a, b] = libraries.map((library) => JSON.stringify(show(library)));
    return [a ?? '', b ?? 'none'];
  };

  test.each<[string, (library: Library) => unknown]>([
    ['of each topic, as JSON', (library) => library.topics.map((topic) => library.compareTopic(topic))],
    ['of a reader’s own words', (library) => library.compareQuery('peace talks')],
    ['as a sheet', (library) => library.topics.map((topic) => comparisonText(library.compareTopic(topic)))],
    [
      'as tables',
      (library) => PARTS.map((part) => comparisonCsv(library.compareTopic(library.topic('minsk-group')), part)),
    ],
  ])('%s', (_, show) => {
    const [kept, copied] = both(show);
    expect(kept.length).toBeGreaterThan(1_000);
    expect(copied).toBe(kept);
  });
});

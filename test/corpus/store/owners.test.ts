import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../../src/corpus/store/migrations.js';
import { openStore, type Store } from '../../../src/corpus/store/store.js';
import type { Dispute } from '../../../src/corpus/store/shapes.js';
import type { Topic } from '../../../src/topics/topic.js';
import { clock, newFolder, removeFolders, sampleDocument, samplePacked } from './sample.js';

const RENTS = 'The council capped rents. Landlords attacked the vote.';
const FLOOD = 'The river flooded the old town.';
const VERSION = { version: 'v1', program: 'test' };

let ann: Store;
let ben: Store;

beforeEach(async () => {
  ann = await openStore(newFolder(), { now: clock() });
  ben = ann.as('ben');
});
afterEach(() => ann.close());
afterAll(removeFolders);

const topic: Topic = {
  id: 'rents',
  title: 'Rents',
  question: 'What happened?',
  cues: [{ groups: [['rent']], near: false }],
  not: [],
  typed: false,
};
const dispute: Dispute = {
  document: '001',
  start: 4,
  end: 11,
  device: 'loaded-terms',
  entry: 'cap',
  note: 'No.',
  counts: false,
};

/** A corpus of the same id for each, with the same text. */
async function fill(store: Store): Promise<void> {
  await store.createCorpus('Rents');
  await store.addDocuments('rents', [sampleDocument(RENTS)]);
  await store.save('rents', 'topic', topic);
  await store.save('rents', 'dispute', dispute);
}

/** All that one owner can read or be told. */
async function all(store: Store): Promise<unknown> {
  const corpora = await store.listCorpora();
  const { content = '', number = 0 } = (await store.allDocuments('rents').catch(() => []))[0] ?? {};
  return {
    corpora,
    revisions: await Promise.all(corpora.map(({ id }) => store.readCorpus(id))),
    documents: await Promise.all(corpora.map(({ id }) => store.listDocuments(id))),
    topics: await Promise.all(corpora.map(({ id }) => store.list(id, 'topic'))),
    disputes: await Promise.all(corpora.map(({ id }) => store.list(id, 'dispute'))),
    found: await Promise.all(corpora.map(({ id }) => store.search(id, 'council'))),
    audit: await store.audit(),
    missing: await store.missingAnalyses('rents', VERSION),
    analysis: store.analysisNow(content, 'v1') !== undefined,
    older: (await store.olderAnalysis(content, 'test')) !== undefined,
    text: store.textNow({ number }),
    purgeable: corpora.length > 0 ? await store.purgeable() : null,
  };
}

describe('two owners with a corpus of one id', () => {
  test('have nothing of one another’s', async () => {
    const empty = await all(ben);
    await fill(ann);
    expect(await all(ben)).toEqual(empty);
    await fill(ben);
    expect([(await ann.listCorpora()).map(({ id }) => id), (await ben.listCorpora()).map(({ id }) => id)]).toEqual([
      ['rents'],
      ['rents'],
    ]);
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ['renaming it', (store) => store.renameCorpus('rents', 'Caps')],
    ['deleting it', (store) => store.deleteCorpus('rents')],
    ['undoing its first change', (store) => store.undo('rents', 1)],
    ['undoing a dispute', (store) => store.undo('rents', 4)],
    ['adding to it', (store) => store.addDocuments('rents', [sampleDocument(FLOOD)])],
    ['correcting a document', (store) => store.updateDocument('rents', '001', { outlet: { is: 'X', found: 'y' } })],
    ['deleting a document', (store) => store.deleteDocuments('rents', ['001'])],
    ['saving a topic', (store) => store.save('rents', 'topic', { ...topic, title: 'Caps' })],
    ['saving disputes', (store) => store.saveAll('rents', 'dispute', [{ ...dispute, start: 1 }])],
    ['removing a topic', (store) => store.remove('rents', 'topic', 'rents')],
    ['keeping an analysis', (store) => keep(store)],
    ['purging', (store) => store.deleteCorpus('rents').then(() => store.purge())],
  ])('%s changes one’s own alone', async (_, change) => {
    await fill(ann);
    await fill(ben);
    const [annBefore, benBefore] = [await all(ann), await all(ben)];
    await change(ben);
    expect(await all(ann)).toEqual(annBefore);
    expect(await all(ben)).not.toEqual(benBefore);
  });

  test('cannot reach what only the other has, by any method', async () => {
    await fill(ann);
    const document = await ann.readDocument('rents', '001');
    const attempts = [
      ben.readCorpus('rents'),
      ben.renameCorpus('rents', 'Mine'),
      ben.deleteCorpus('rents'),
      ben.addDocuments('rents', [sampleDocument(FLOOD)]),
      ben.updateDocument('rents', '001', {}),
      ben.deleteDocuments('rents', ['001']),
      ben.listDocuments('rents'),
      ben.readDocument('rents', '001'),
      ben.save('rents', 'topic', topic),
      ben.saveAll('rents', 'topic', [topic]),
      ben.remove('rents', 'topic', 'rents'),
      ben.list('rents', 'topic'),
      ben.has('rents', 'document', '001'),
      ben.undo('rents', 1),
      ben.search('rents', 'council'),
      ben.purgeable('rents'),
      ben.purge('rents'),
    ];
    const codes = (await Promise.allSettled(attempts)).map((each) =>
      each.status === 'rejected' ? (each.reason as { code?: string }).code : 'done',
    );
    expect(codes).toEqual(attempts.map(() => 'not-found'));
    await expect(ben.readOriginal(document)).rejects.toThrow();
    expect([ben.textNow(document), await ben.allDocuments('rents'), await ben.audit({ corpus: 'rents' })]).toEqual([
      '',
      [],
      [],
    ]);
  });

  test('read their own originals of one text', async () => {
    await fill(ann);
    await fill(ben);
    const [hers, his] = [await ann.readDocument('rents', '001'), await ben.readDocument('rents', '001')];
    expect([hers.text, his.text, hers.number === his.number]).toEqual([RENTS, RENTS, false]);
    await expect(ann.readOriginal(his)).rejects.toThrow();
    expect(Buffer.from(await ann.readOriginal(hers)).toString()).toBe(`<p>${RENTS}</p>`);
  });
});

async function keep(store: Store): Promise<void> {
  const [document] = await store.allDocuments('rents');
  await store.keepAnalyses('rents', VERSION, [{ content: document?.content ?? '', packed: samplePacked(RENTS) }]);
}

test('a store of before owners had ids of their own is taken over whole, behind a backup', async () => {
  const folder = newFolder();
  const older = await openStore(folder, { now: clock(), migrations: MIGRATIONS.slice(0, 1) });
  const { answer } = await older.createCorpus('Rents');
  await older.addDocuments(answer, [sampleDocument(RENTS), sampleDocument(FLOOD)]);
  await older.save(answer, 'topic', topic);
  const { revision } = await older.deleteDocuments(answer, ['002']);
  const before = await all(older);
  older.close();
  const store = await openStore(folder, { now: clock() });
  expect([await all(store), store.checkIntegrity()]).toEqual([before, 'ok']);
  await store.undo(answer, revision);
  expect((await store.search(answer, 'river')).total).toBe(1);
  store.close();
  const [backup = ''] = readdirSync(join(folder, 'backups'));
  const database = new Sqlite(join(folder, 'parallax.sqlite'), { readonly: true });
  expect([backup.slice(0, 12), database.pragma('foreign_key_check')]).toEqual(['parallax-v1-', []]);
  database.close();
});

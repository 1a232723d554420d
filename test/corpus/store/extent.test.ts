import { afterAll, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { correctedHash, sha256 } from '../../../src/corpus/store/content.js';
import { openStore } from '../../../src/corpus/store/store.js';
import { clock, databaseOf, filledFolder, removeFolders } from './sample.js';

afterAll(removeFolders);

const SPAN = { start: 2, end: 5 };

test('a content keeps the hash that it had before furniture could be taken back', () => {
  const of = (extent: Partial<Parameters<typeof correctedHash>[1]>): string =>
    correctedHash('text', { region: null, furniture: [], article: [], ...extent });
  expect([of({}), of({ region: SPAN }), of({ furniture: [SPAN] })]).toEqual([
    'text',
    sha256('["text",{"start":2,"end":5},[]]'),
    sha256('["text",null,[{"start":2,"end":5}]]'),
  ]);
  expect(new Set([of({}), of({ region: SPAN }), of({ furniture: [SPAN] }), of({ article: [SPAN] })]).size).toBe(4);
});

test('a document that was stored before furniture could be taken back is read, corrected and undone', async () => {
  const folder = await filledFolder(1);
  const database = new Sqlite(databaseOf(folder));
  database.exec(`update memberships set details = json_remove(details, '$.article')`);
  database.close();
  const store = await openStore(folder, { now: clock() });
  const before = await store.readDocument('rents', '001');
  expect([before.region, before.furniture, before.article]).toEqual([null, [], []]);
  const { revision } = await store.updateDocument('rents', '001', { article: [SPAN] });
  const after = await store.readDocument('rents', '001');
  expect([after.article, after.content === before.content]).toEqual([[SPAN], false]);
  await store.undo('rents', revision);
  expect(await store.readDocument('rents', '001')).toEqual(before);
  store.close();
});

import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MIGRATIONS } from '../../../src/corpus/store/migrations.js';
import { openStore, type Store, type StoreOptions } from '../../../src/corpus/store/store.js';
import { clock, databaseOf, filledFolder, removeFolders, sampleDocument } from './sample.js';

const opened: Store[] = [];
async function open(folder: string, options: StoreOptions = {}): Promise<Store> {
  const store = await openStore(folder, { now: clock(), ...options });
  opened.push(store);
  return store;
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});
afterAll(removeFolders);

test('a damaged store says which backup to put in its place, and that works', async () => {
  const folder = await filledFolder();
  const first = await open(folder);
  const backup = first.backup();
  first.close();
  writeFileSync(databaseOf(folder), 'no more');
  await expect(open(folder)).rejects.toThrow(`copy ${backup} to ${databaseOf(folder)}`);
  rmSync(databaseOf(folder));
  copyFileSync(backup, databaseOf(folder));
  const store = await open(folder);
  expect((await store.listCorpora()).map(({ id, documents }) => [id, documents])).toEqual([['rents', 3]]);
});

test('the last five backups are kept', async () => {
  const folder = await filledFolder();
  const store = await open(folder);
  const written = Array.from({ length: 7 }, () => store.backup());
  const names = readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name));
  expect(names.sort()).toEqual(written.slice(-5));
});

test('a backup in the midst of an import has what was committed', async () => {
  const folder = await filledFolder();
  const store = await open(folder);
  const importing = store.addDocuments(
    'rents',
    Array.from({ length: 100 }, (_, i) => sampleDocument(`More ${i}.`)),
  );
  await setImmediate();
  await setImmediate();
  const backup = store.backup();
  await importing;
  const copy = new Sqlite(backup, { readonly: true });
  expect(copy.prepare('select count(*) from memberships').pluck().get()).toBe(3);
  copy.close();
  expect((await store.listDocuments('rents')).total).toBe(103);
});

describe('a migration', () => {
  const better = {
    name: 'better',
    up: async ({ schema }: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) =>
      schema.createTable('better').addColumn('id', 'text').execute(),
  };
  const worse = {
    name: 'worse',
    up: async (db: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) => {
      await db.deleteFrom('memberships').execute();
      throw new Error('it went wrong');
    },
  };

  test('is preceded by a backup of what was there', async () => {
    const folder = await filledFolder();
    await open(folder, { migrations: [...MIGRATIONS, better] });
    const [backup = ''] = readdirSync(join(folder, 'backups'));
    expect(backup).toMatch(/^parallax-v2-20240501T\d{9}Z\.sqlite$/);
    const copy = new Sqlite(join(folder, 'backups', backup), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    copy.close();
  });

  test('that fails leaves the store as it was', async () => {
    const folder = await filledFolder();
    await expect(open(folder, { migrations: [...MIGRATIONS, better, worse] })).rejects.toMatchObject({
      code: 'store-migration',
      message: expect.stringContaining('step 4 (worse) failed and was taken back (it went wrong)'),
    });
    const store = await open(folder, { migrations: [...MIGRATIONS, better] });
    expect((await store.listDocuments('rents')).total).toBe(3);
  });
});

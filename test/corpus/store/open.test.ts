import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../../../src/corpus/store/folder.js';
import { MIGRATIONS } from '../../../src/corpus/store/migrations.js';
import { APPLICATION_ID, openFile } from '../../../src/corpus/store/open.js';
import { openStore, type Store, type StoreOptions } from '../../../src/corpus/store/store.js';
import { clock, databaseOf, filledFolder, newFolder, removeFolders, sampleDocument } from './sample.js';

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

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('a user’s data is where the platform keeps it', () => {
  expect([
    dataFolder({}, 'linux', '/home/ann'),
    dataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/ann'),
    dataFolder({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/ann'),
    dataFolder({}, 'darwin', '/Users/ann'),
    dataFolder({ LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' }, 'win32', 'C:\\Users\\ann'),
    dataFolder({}, 'win32', 'C:\\Users\\ann'),
    dataFolder({ PARALLAX_DATA: '/srv/parallax', XDG_DATA_HOME: '/data' }, 'linux', '/home/ann'),
  ]).toEqual([
    '/home/ann/.local/share/parallax',
    '/data/parallax',
    '/home/ann/.local/share/parallax',
    '/Users/ann/Library/Application Support/Parallax',
    'C:\\Users\\ann\\AppData\\Local\\Parallax',
    'C:\\Users\\ann\\AppData\\Local\\Parallax',
    '/srv/parallax',
  ]);
});

test('every open sets what keeps data safe, and the file says whose it is', async () => {
  const folder = await filledFolder();
  const file = await openFile(folder);
  const pragma = (name: string): unknown => file.raw.pragma(name, { simple: true });
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version'].map(pragma)).toEqual([
    'wal',
    2,
    1,
    APPLICATION_ID,
    MIGRATIONS.length,
  ]);
  file.close();
});

describe('refuses, and leaves as it was,', () => {
  test.each<[string, string, (file: string) => void]>([
    ['a database of another program', 'store-foreign', (file) => foreign(file)],
    ['what is no database', 'store-corrupt', (file) => writeFileSync(file, 'Dear diary, '.repeat(500))],
    ['an empty file', 'store-corrupt', (file) => writeFileSync(file, '')],
    ['a store whose middle is overwritten', 'store-corrupt', (file) => overwrite(file, 0.3)],
    ['a store cut in half', 'store-corrupt', (file) => writeFileSync(file, halfOf(file))],
    ['a store of a newer program', 'store-newer', (file) => setVersion(file, 99)],
    ['a store without one of its tables', 'store-corrupt', (file) => change(file, 'drop table audit')],
    [
      'a store without one of its columns',
      'store-corrupt',
      (file) => change(file, 'alter table items drop column value'),
    ],
    ['a store without one of its indexes', 'store-corrupt', (file) => change(file, 'drop index audit_thing')],
  ])('%s', async (_, code, spoil) => {
    const folder = await filledFolder(40);
    spoil(databaseOf(folder));
    const before = hashOf(databaseOf(folder));
    await expect(open(folder)).rejects.toMatchObject({ name: 'ParallaxError', code });
    expect(hashOf(databaseOf(folder))).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('parallax.sqlite'))).toEqual(['parallax.sqlite']);
  });

  function foreign(file: string): void {
    rmSync(file);
    const database = new Sqlite(file);
    database.exec('create table notes (words text)');
    database.close();
  }

  function overwrite(file: string, share: number): void {
    const bytes = readFileSync(file);
    bytes.fill(0xa5, Math.floor(bytes.length * share), Math.floor(bytes.length * (share + 0.4)));
    writeFileSync(file, bytes);
  }

  const halfOf = (file: string): Buffer => readFileSync(file).subarray(0, readFileSync(file).length >> 1);

  const setVersion = (file: string, version: number): void => change(file, `pragma user_version = ${version}`);

  function change(file: string, how: string): void {
    const database = new Sqlite(file);
    database.exec(how);
    database.pragma('journal_mode = DELETE');
    database.close();
  }
});

test('a store without a table says which, and how to restore a backup', async () => {
  const folder = await filledFolder();
  const database = new Sqlite(databaseOf(folder));
  database.exec('drop table audit');
  database.close();
  await expect(open(folder)).rejects.toMatchObject({
    problem: expect.stringContaining('is damaged (its table audit is missing) and was left as it is'),
    remedy: expect.stringContaining('backup'),
  });
});

describe('one process at a time', () => {
  test('another open of the same folder is refused', async () => {
    const folder = await filledFolder();
    await open(folder);
    await expect(open(folder)).rejects.toMatchObject({ code: 'store-in-use' });
  });

  test('another process is refused until the first dies, however it dies', async () => {
    const folder = newFolder();
    const victim = fileURLToPath(new URL('../../../dist/torture/victim.js', import.meta.url));
    const child = spawn(process.execPath, [victim, folder, '1', '0', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((ready) =>
      child.stdout.on('data', (said: Buffer) => {
        if (/done (?!open)/.test(String(said))) ready();
      }),
    );
    await expect(open(folder)).rejects.toMatchObject({ code: 'store-in-use' });
    child.kill('SIGKILL');
    await new Promise((gone) => child.on('close', gone));
    const store = await open(folder, { migrations: MIGRATIONS });
    expect(await store.listCorpora()).toHaveLength(1);
  });
});

test('a full disk refuses what does not fit, keeps what is there, and reading goes on', async () => {
  const folder = await filledFolder();
  const store = await open(folder, { mostPages: 60 });
  const large = (i: number) => sampleDocument(`${i} ${'The council capped rents again. '.repeat(900)}`);
  let taken = 0;
  let refused: unknown;
  for (let i = 0; i < 50 && refused === undefined; i += 1) {
    await store.addDocuments('rents', [large(i)]).then(
      () => (taken += 1),
      (error: unknown) => (refused = error),
    );
  }
  expect(refused).toMatchObject({ code: 'store-full' });
  expect(taken).toBeGreaterThan(0);
  expect((await store.listDocuments('rents')).total).toBe(3 + taken);
  expect((await store.search('rents', 'council')).total).toBe(3 + taken);
  await expect(store.addDocuments('rents', [large(99)])).rejects.toMatchObject({ code: 'store-full' });
  store.close();
  const later = await open(folder);
  await later.addDocuments('rents', [large(99)]);
  expect([(await later.listDocuments('rents')).total, later.checkIntegrity()]).toEqual([4 + taken, 'ok']);
});

test('a folder that cannot be written is read, and every change refused', async () => {
  const folder = await filledFolder();
  const asRoot = process.getuid?.() === 0;
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  const module = new URL('../../../dist/corpus/store/store.js', import.meta.url).href;
  const program = `
    const { openStore } = await import(${JSON.stringify(module)});
    const store = await openStore(${JSON.stringify(folder)});
    const code = (work) => work.then(() => 'done', (error) => error.code);
    console.log(JSON.stringify({
      readOnly: store.readOnly,
      documents: (await store.listDocuments('rents')).total,
      found: (await store.search('rents', 'rents')).total,
      text: (await store.readDocument('rents', '001')).text,
      rename: await code(store.renameCorpus('rents', 'Other')),
      create: await code(store.createCorpus('Other')),
      backup: await code((async () => store.backup())()),
    }));`;
  const before = hashOf(databaseOf(folder));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    // The file modes do not hold for root.
    ...(asRoot ? { uid: 65534, gid: 65534 } : {}),
  });
  chmodSync(folder, 0o755);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    readOnly: true,
    documents: 3,
    found: 3,
    text: 'Text 0. The council capped rents.',
    rename: 'store-read-only',
    create: 'store-read-only',
    backup: 'store-read-only',
  });
  expect(hashOf(databaseOf(folder))).toBe(before);
});

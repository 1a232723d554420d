import Sqlite from 'better-sqlite3';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { ParallaxError } from '../../text/error.js';
import { removeUnfinished, restoreSteps, sync, syncFolder } from './backup.js';
import { connect, connectReadOnly, openReader, type Connection } from './connection.js';
import { messageOf, storeFault } from './fault.js';
import { storeFiles, type StoreFiles } from './files.js';
import { lockStore } from './lock.js';
import { migrate, refuseNewer, versionOf } from './migrate.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import { makePlace } from './place.js';
import { missingFrom } from './schema.js';

/** "Plx1": says in the file's head that it is ours. */
export const APPLICATION_ID = 0x50_6c_78_31;

export interface OpenOptions {
  readonly now?: (() => Date) | undefined;
  /** What needs to read alone is content to stand beside the Parallax that has the store open. */
  readonly reading?: boolean | undefined;
  /** For tests of what a later program does. */
  readonly migrations?: readonly Migration[] | undefined;
  /** For tests of a full disk: the most pages of 4 KB that the database may have. */
  readonly mostPages?: number | undefined;
}

/** An open store file: this process's alone until it is closed. */
export interface OpenFile extends Connection {
  readonly files: StoreFiles;
  readonly readOnly: boolean;
}

/**
 * Opens the store of a folder, made where there is none: lock, head, check of the whole file, settings, migrations, in
 * this order, so that a file that is not ours or is damaged is refused before anything is written.
 * @throws {ParallaxError} `store-in-use`, `store-foreign`, `store-corrupt`, `store-newer`, `store-migration`,
 * `store-read-only`, `store-full`, `store-fault`
 */
export async function openFile(
  folder: string,
  { now = () => new Date(), reading = false, migrations, mostPages }: OpenOptions = {},
): Promise<OpenFile> {
  const files = storeFiles(folder);
  const release = lock(files, reading);
  if (release instanceof ParallaxError) return openUnwritable(files, release, migrations);
  try {
    removeUnfinished(files.backups);
    rmSync(newFile(files), { force: true });
    if (!existsSync(files.database)) create(files);
    checkHead(files);
    await leavingNoLog(files, () => checkWhole(files, openReader, migrations));
    const connection = connect(files.database);
    try {
      await migrate(connection, files, now, migrations);
      if (mostPages !== undefined) connection.raw.pragma(`max_page_count = ${mostPages}`);
    } catch (error) {
      connection.close();
      throw error;
    }
    const close = (): void => {
      connection.close();
      release();
    };
    return { ...connection, files, readOnly: false, close };
  } catch (error) {
    const fault = storeFault(error);
    release();
    // A disk without a page to spare must not keep a reader from what is there.
    if (isFull(fault) && existsSync(files.database)) return openUnwritable(files, fault, migrations);
    throw fault;
  }
}

const isFull = (fault: unknown): fault is ParallaxError =>
  fault instanceof ParallaxError && fault.code === 'store-full';

/** The lock's release; or why the store that is there can be read alone. */
function lock(files: StoreFiles, reading: boolean): (() => void) | ParallaxError {
  try {
    makePlace(files);
    // SQLite would open what it may not write for reading alone, and lock it all the same.
    for (const path of [files.folder, files.lock, files.database])
      if (existsSync(path)) accessSync(path, constants.W_OK);
    return lockStore(files.lock);
  } catch (error) {
    const fault = storeFault(error);
    const isEnough =
      fault instanceof ParallaxError && (fault.code === 'store-read-only' || (reading && isInUse(fault)));
    if (isEnough && existsSync(files.database)) return fault;
    throw fault;
  }
}

const isInUse = ({ code }: ParallaxError): boolean => code === 'store-in-use';

/**
 * Reading goes on where nothing can be written. SQLite needs a writable folder for a write-ahead log that is not there,
 * so a copy in memory is read then; never of a file that another Parallax may be writing, which has its log, and is read
 * as it was at one moment.
 */
async function openUnwritable(
  files: StoreFiles,
  why: ParallaxError,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<OpenFile> {
  checkHead(files);
  const open = (): Sqlite.Database => {
    try {
      const reader = openReader(files.database);
      reader.pragma('user_version');
      return reader;
    } catch (error) {
      if (isInUse(why)) throw error;
      return inMemory(files.database);
    }
  };
  const database = await checkWhole(files, open, migrations, true);
  if (isInUse(why)) database.exec('BEGIN');
  if (versionOf(database.pragma('user_version', { simple: true })) < migrations.length) {
    // A schema step would have to be written first.
    database.close();
    throw why;
  }
  return { ...connectReadOnly(database, why), files, readOnly: true };
}

function inMemory(file: string): Sqlite.Database {
  const bytes = readFileSync(file);
  // The head's two format numbers: 2 asks for a write-ahead log, which memory has not.
  bytes.fill(1, 18, 20);
  return new Sqlite(bytes, { readonly: true });
}

/** Made beside its place and renamed into it, so that a file of that name is never half made. */
function create(files: StoreFiles): void {
  const made = newFile(files);
  const database = new Sqlite(made);
  try {
    database.pragma('synchronous = FULL');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma('user_version = 0');
  } finally {
    database.close();
  }
  sync(made);
  renameSync(made, files.database);
  syncFolder(files.folder);
}

const newFile = ({ database }: StoreFiles): string => `${database}.new`;

/** SQLite's own head: its magic in the first 16 bytes, the application's id at byte 68, both big-endian. */
function checkHead(files: StoreFiles): void {
  const head = Buffer.alloc(100);
  const file = openSync(files.database, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged(files, 'its head is no database’s');
  if (head.readUInt32BE(68) !== APPLICATION_ID)
    throw new ParallaxError(
      'store-foreign',
      `${files.database} belongs to another program`,
      'set PARALLAX_DATA to another folder, or move that file away',
    );
}

/** Reads the whole file once before anything may write to it. */
async function checkWhole(
  files: StoreFiles,
  open: (file: string) => Sqlite.Database,
  migrations: readonly Migration[] = MIGRATIONS,
  keepOpen = false,
): Promise<Sqlite.Database> {
  let database: Sqlite.Database | undefined;
  try {
    database = open(files.database);
    const version = versionOf(database.pragma('user_version', { simple: true }));
    refuseNewer(version, migrations.length);
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw damaged(files, String(found));
    const [missing] = await missingFrom(database, migrations.slice(0, version));
    if (missing !== undefined) throw damaged(files, `its ${missing} is missing`);
    if (!keepOpen) database.close();
    return database;
  } catch (error) {
    database?.close();
    const fault = storeFault(error);
    if (fault instanceof ParallaxError && fault.code === 'store-corrupt' && fault === error) throw fault;
    if (fault instanceof ParallaxError && fault.code === 'store-corrupt') throw damaged(files, messageOf(error));
    throw fault;
  }
}

/** Looking at a damaged file makes it an empty log, which would be taken for that of the backup put in its place. */
async function leavingNoLog({ database }: StoreFiles, look: () => Promise<unknown>): Promise<void> {
  const log = [`${database}-wal`, `${database}-shm`];
  const there = log.some((each) => existsSync(each));
  try {
    await look();
  } catch (error) {
    if (!there) for (const each of log) rmSync(each, { force: true });
    throw error;
  }
}

function damaged(files: StoreFiles, how: string): ParallaxError {
  return new ParallaxError(
    'store-corrupt',
    `${files.database} is damaged (${how.replaceAll(/\s+/g, ' ').slice(0, 200)}) and was left as it is`,
    restoreSteps(files),
  );
}

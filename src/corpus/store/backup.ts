import type Sqlite from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { storeFault } from './fault.js';
import type { StoreFiles } from './files.js';

/** More would fill a disk unseen; fewer would let a fault that is noticed late take them all. */
const KEPT_BACKUPS = 5;

const BACKUP = /^parallax-v\d+-\d{8}T\d{9}Z\.sqlite$/;

/**
 * Copies the whole store to `backups/parallax-vVERSION-TIME.sqlite`, in one piece or not at all; the oldest beyond five go.
 * `VACUUM INTO` reads one state of the database while others read and leaves out what was deleted.
 */
export function writeBackup(database: Sqlite.Database, { backups }: StoreFiles, time: Date): string {
  const version = String(database.pragma('user_version', { simple: true }));
  const file = join(backups, `parallax-v${version}-${time.toISOString().replace(/[-:.]/g, '')}.sqlite`);
  const unfinished = `${file}${UNFINISHED}`;
  try {
    mkdirSync(backups, { recursive: true, mode: 0o700 });
    database.prepare('VACUUM INTO ?').run(unfinished);
    sync(unfinished);
    renameSync(unfinished, file);
    syncFolder(backups);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw storeFault(error);
  }
  for (const old of listBackups(backups).slice(KEPT_BACKUPS)) rmSync(join(backups, old), { force: true });
  return file;
}

const UNFINISHED = '.unfinished';

/** The backups' names, the newest first. */
export function listBackups(folder: string): string[] {
  return filesIn(folder)
    .filter((name) => BACKUP.test(name))
    .sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

/** What a process that was killed in a backup left behind: the copy, its journal. */
export function removeUnfinished(folder: string): void {
  for (const name of filesIn(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name), { force: true });
}

/** How to put a backup in the store's place, in one line; a write-ahead log that belongs to another file would ruin it. */
export function restoreSteps({ database, backups }: StoreFiles): string {
  const [newest] = listBackups(backups);
  if (newest === undefined) return `there is no backup; move ${database} away to begin an empty store`;
  return [
    `stop Parallax`,
    `move ${database} and, where they are, ${database}-wal and ${database}-shm away`,
    `copy ${join(backups, newest)} to ${database}`,
    `start again (${listBackups(backups).length} in ${backups}, the newest first: ${listBackups(backups).join(', ')})`,
  ].join('; ');
}

/** Brings a file to the disk: a rename may get there before the bytes it names. */
export function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Brings a rename to the disk. Windows keeps no such thing and opens no folder. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const timeOf = (name: string): string => name.split('-')[2] ?? '';

import Sqlite from 'better-sqlite3';
import { ParallaxError } from '../../text/error.js';
import { codeOf } from './fault.js';

/**
 * Holds a store for this process. An open exclusive transaction on an empty SQLite file: the operating system frees
 * its lock when the process dies, however it dies. A file with a process id would outlive a crash and need guessing.
 * @throws {ParallaxError} `store-in-use`
 */
export function lockStore(file: string): () => void {
  const lock = new Sqlite(file, { timeout: 0 });
  try {
    // A journal file would need room on a disk that may have none.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw inUse();
    throw error;
  }
  return () => lock.close();
}

function inUse(): ParallaxError {
  return new ParallaxError(
    'store-in-use',
    'another Parallax has this store open',
    'stop it first, or set PARALLAX_DATA to another folder',
  );
}

import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, type Compilable, type SqliteStatement } from 'kysely';
import { ParallaxError } from '../../text/error.js';
import { storeFault } from './fault.js';
import type { Tables } from './tables.js';

/**
 * Two connections to one database: SQLite's write-ahead log lets pages be read while an import is being written.
 * Kysely runs one transaction at a time on each, so that a change waits for the one before it, never fails for it.
 */
export interface Connection {
  readonly write: Kysely<Tables>;
  readonly read: Kysely<Tables>;
  /** Reads at once, without a promise: for texts that a comparison asks for one by one. */
  readonly readNow: <T>(query: Compilable<T>) => T[];
  /** The database that `write` writes, for what only SQLite has. */
  readonly raw: Sqlite.Database;
  /** The database as it was last committed, whatever is being written. */
  readonly reader: Sqlite.Database;
  readonly close: () => void;
}

/** A connection on behalf of one owner: each query on it says whose rows it means. */
export interface OwnConnection extends Connection {
  readonly owner: string;
}

/** Opens a database file for reading and writing, its settings made and read back. */
export function connect(file: string): Connection {
  const write = openDatabase(() => new Sqlite(file, { fileMustExist: true, timeout: LOCK_WAIT_MS }));
  try {
    setAndCheck(write);
    return connection(write, openReader(file));
  } catch (error) {
    write.close();
    throw storeFault(error);
  }
}

/** For a folder that cannot be written: what is there is read, every change is refused with the reason. */
export function connectReadOnly(read: Sqlite.Database, why: ParallaxError): Connection {
  const refuse = (): never => {
    throw why;
  };
  return { ...connection(read, read), write: kysely({ prepare: refuse, close: () => undefined }) };
}

export function openReader(file: string): Sqlite.Database {
  return openDatabase(() => new Sqlite(file, { readonly: true, fileMustExist: true, timeout: LOCK_WAIT_MS }));
}

/** The store's lock keeps other processes out; the wait is for a backup program that copies the file. */
const LOCK_WAIT_MS = 5_000;

const SETTINGS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
] as const;

/** @throws {ParallaxError} `store-fault` where a setting does not hold: a network disk may have no write-ahead log. */
function setAndCheck(database: Sqlite.Database): void {
  for (const [name, value, expected] of SETTINGS) {
    database.pragma(`${name} = ${value}`);
    const found: unknown = database.pragma(name, { simple: true });
    if (found !== expected)
      throw new ParallaxError(
        'store-fault',
        `the store’s disk does not allow ${name} = ${value}`,
        'set PARALLAX_DATA to a folder on a local disk',
      );
  }
}

function connection(raw: Sqlite.Database, reader: Sqlite.Database): Connection {
  const prepare = prepareOnce(reader);
  return {
    write: kysely({ prepare: prepareOnce(raw), close: () => undefined }),
    read: kysely({ prepare, close: () => undefined }),
    readNow: <T>(query: Compilable<T>) => {
      const { sql, parameters } = query.compile();
      return prepare(sql).all(parameters) as T[];
    },
    raw,
    reader,
    close: () => {
      reader.close();
      raw.close();
    },
  };
}

interface Prepares {
  readonly prepare: (sql: string) => SqliteStatement;
  readonly close: () => void;
}

function kysely(database: Prepares): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}

/** Statements by their text, prepared once: Kysely's own driver prepares each anew, which takes longer than to run it. */
function prepareOnce(database: Sqlite.Database): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    // What SQLite ended by itself, on a full disk, must not fail a second time.
    if (sql === 'rollback' && !database.inTransaction) return NOTHING;
    let statement = kept.get(sql);
    if (!statement) {
      statement = faulting(() => guarded(database.prepare(sql === 'begin' ? 'begin immediate' : sql)));
      if (kept.size < MOST_STATEMENTS) kept.set(sql, statement);
    }
    return statement;
  };
}

/** Statements differ only by the length of their lists. */
const MOST_STATEMENTS = 500;

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function guarded(statement: Sqlite.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => faulting(() => statement.all(...parameters)),
    run: (parameters) => faulting(() => statement.run(...parameters)),
    iterate: (parameters) => faulting(() => statement.iterate(...parameters)),
  };
}

function faulting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeFault(error);
  }
}

function openDatabase(open: () => Sqlite.Database): Sqlite.Database {
  return faulting(open);
}

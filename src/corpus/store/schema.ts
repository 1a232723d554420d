import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Migration } from './migrations.js';
import type { Tables } from './tables.js';

/**
 * What of a store's schema is not there, in words: “table audit”. The steps themselves say what belongs there, run on an
 * empty database: a list of tables beside them would be forgotten when a step is added.
 */
export async function missingFrom(database: Sqlite.Database, steps: readonly Migration[]): Promise<string[]> {
  const model = new Sqlite(':memory:');
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: model }) });
    for (const { up } of steps) await up(db);
    const found = new Set(partsOf(database));
    return partsOf(model).filter((part) => !found.has(part));
  } finally {
    model.close();
  }
}

function partsOf(database: Sqlite.Database): string[] {
  return database
    .prepare(
      `select type || ' ' || name from sqlite_schema
       union all
       select 'column ' || columns.name || ' of table ' || tables.name
       from sqlite_schema as tables join pragma_table_info(tables.name) as columns
       where tables.type = 'table'`,
    )
    .pluck()
    .all() as string[];
}

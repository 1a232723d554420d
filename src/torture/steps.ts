import { sql, type Kysely } from 'kysely';
import { MIGRATIONS, type Migration } from '../corpus/store/migrations.js';
import type { Tables } from '../corpus/store/tables.js';

/** The schema with some steps more, each long enough to be cut off in its midst: a table filled row by row. */
export function withSteps(more: number, say: (line: string) => void = () => undefined): readonly Migration[] {
  return [...MIGRATIONS, ...Array.from({ length: more }, (_, step) => stepNumber(step + 1, say))];
}

const ROWS = 400;

function stepNumber(number: number, say: (line: string) => void): Migration {
  return {
    name: `step ${number}`,
    up: async (db: Kysely<Tables>): Promise<void> => {
      say(`try step ${number}`);
      const table = sql.table(`extra_${number}`);
      await sql`create table ${table} (row integer primary key, words text not null)`.execute(db);
      for (let row = 1; row <= ROWS; row += 1)
        await sql`insert into ${table} values (${row}, ${'as it was '.repeat(20)})`.execute(db);
      // Its transaction is still to be committed.
      say(`try commit ${number}`);
    },
  };
}

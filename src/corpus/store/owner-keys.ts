import { sql, type Kysely } from 'kysely';
import type { Migration } from './migrations.js';
import type { Tables } from './tables.js';

/**
 * Ids of corpora become an owner's own: keys that were a corpus's id alone have the owner before it. SQLite changes no key in
 * place, so each table is made anew beside the old one and filled from it; what refers comes after what it refers to.
 */
export const OWNER_KEYS: Migration = {
  name: 'ids of corpora by owner',
  up: async (db: Kysely<Tables>): Promise<void> => {
    await createTables(db);
    for (const table of TABLES)
      await sql`insert into ${sql.table(`${table}_2`)} select * from ${sql.table(table)}`.execute(db);
    for (const table of [...TABLES].reverse()) await db.schema.dropTable(table).execute();
    for (const table of TABLES) await db.schema.alterTable(`${table}_2`).renameTo(table).execute();
    await createIndexes(db);
  },
};

const TABLES = ['corpora', 'memberships', 'items', 'analyses', 'audit'] as const;

/** Columns in the old tables' order, since rows are taken over whole. */
async function createTables({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('corpora_2')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('next', 'integer', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addColumn('analysis', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('corpora_2_key', ['owner', 'id'])
    .execute();
  await schema
    .createTable('memberships_2')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('corpus', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('document', 'integer', (column) => column.notNull().references('documents.number'))
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('analysed', 'integer', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_2_key', ['owner', 'corpus', 'id'])
    .addUniqueConstraint('memberships_2_once', ['owner', 'corpus', 'sha256'])
    .addUniqueConstraint('memberships_2_order', ['owner', 'corpus', 'position'])
    .addForeignKeyConstraint('memberships_2_corpus', ['owner', 'corpus'], 'corpora_2', ['owner', 'id'])
    .execute();
  await schema
    .createTable('items_2')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('corpus', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('items_2_key', ['owner', 'corpus', 'kind', 'key'])
    .addForeignKeyConstraint('items_2_corpus', ['owner', 'corpus'], 'corpora_2', ['owner', 'id'])
    .execute();
  await schema
    .createTable('analyses_2')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('packed', sql`blob`, (column) => column.notNull())
    .addPrimaryKeyConstraint('analyses_2_key', ['owner', 'content', 'version'])
    .execute();
  await schema
    .createTable('audit_2')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('corpus', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addForeignKeyConstraint('audit_2_corpus', ['owner', 'corpus'], 'corpora_2', ['owner', 'id'])
    .execute();
}

async function createIndexes({ schema }: Kysely<Tables>): Promise<void> {
  await schema.createIndex('memberships_document').on('memberships').column('document').execute();
  await schema.createIndex('audit_thing').on('audit').columns(['owner', 'corpus', 'kind', 'key', 'revision']).execute();
  await schema.createIndex('audit_act').on('audit').columns(['owner', 'corpus', 'revision']).execute();
}

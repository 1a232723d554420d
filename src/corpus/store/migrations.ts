import { sql, type Kysely } from 'kysely';
import { OWNER_KEYS } from './owner-keys.js';
import { createSearch } from './search.js';
import type { Tables } from './tables.js';

/** One step of the schema. Steps are only ever added: what a store once ran is never changed. */
export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<Tables>) => Promise<void>;
}

/** A store's schema version is the number of steps it has run. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'corpora, documents, analyses, audit',
    up: async (db: Kysely<Tables>): Promise<void> => {
      await db.schema
        .createTable('corpora')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('next', 'integer', (column) => column.notNull())
        .addColumn('made', 'text', (column) => column.notNull())
        .addColumn('deleted', 'integer', (column) => column.notNull())
        .addColumn('analysis', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('documents')
        .addColumn('number', 'integer', (column) => column.primaryKey())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('text_sha256', 'text', (column) => column.notNull())
        .addColumn('format', 'text', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('coding', 'text', (column) => column.notNull())
        // PostgreSQL calls it bytea.
        .addColumn('original', sql`blob`, (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addUniqueConstraint('documents_once', ['owner', 'sha256', 'text_sha256'])
        .execute();
      await db.schema
        .createTable('memberships')
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('corpus', 'text', (column) => column.notNull().references('corpora.id'))
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('document', 'integer', (column) => column.notNull().references('documents.number'))
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('analysed', 'integer', (column) => column.notNull())
        .addColumn('details', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('memberships_key', ['corpus', 'id'])
        .addUniqueConstraint('memberships_once', ['corpus', 'sha256'])
        .addUniqueConstraint('memberships_order', ['corpus', 'position'])
        .execute();
      await db.schema.createIndex('memberships_document').on('memberships').column('document').execute();
      await db.schema
        .createTable('items')
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('corpus', 'text', (column) => column.notNull().references('corpora.id'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('items_key', ['corpus', 'kind', 'key'])
        .execute();
      await db.schema
        .createTable('analyses')
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('program', 'text', (column) => column.notNull())
        .addColumn('packed', sql`blob`, (column) => column.notNull())
        .addPrimaryKeyConstraint('analyses_key', ['content', 'version'])
        .execute();
      await db.schema
        .createTable('audit')
        .addColumn('number', 'integer', (column) => column.primaryKey())
        .addColumn('owner', 'text', (column) => column.notNull())
        .addColumn('corpus', 'text', (column) => column.notNull().references('corpora.id'))
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('before', 'text')
        .addColumn('after', 'text')
        .execute();
      await db.schema.createIndex('audit_thing').on('audit').columns(['corpus', 'kind', 'key', 'revision']).execute();
      await db.schema.createIndex('audit_act').on('audit').columns(['corpus', 'revision']).execute();
      await createSearch(db);
    },
  },
  OWNER_KEYS,
];

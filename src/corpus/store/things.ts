import type { Kysely, Transaction } from 'kysely';
import type { ItemKind } from './shapes.js';
import type { CorpusKey, Tables } from './tables.js';

/** What an act can change, each read and written whole, so that the audit's "before" is all that undo needs. */
export type Kind = 'corpus' | 'document' | ItemKind;

export interface CorpusThing {
  readonly title: string;
}

export interface DocumentThing {
  readonly position: number;
  readonly document: number;
  readonly sha256: string;
  readonly content: string;
  readonly analysed: number;
  readonly details: unknown;
}

export interface ItemThing {
  readonly position: number;
  readonly value: unknown;
}

export type Thing = CorpusThing | DocumentThing | ItemThing;

type Trx = Transaction<Tables>;

export async function readThing(trx: Trx, of: CorpusKey, kind: Kind, key: string): Promise<Thing | null> {
  if (kind === 'corpus') {
    const row = await trx
      .selectFrom('corpora')
      .select(['title', 'deleted'])
      .where((eb) => eb.and({ owner: of.owner, id: of.corpus }))
      .executeTakeFirst();
    return row?.deleted === 0 ? { title: row.title } : null;
  }
  if (kind === 'document') {
    const row = await trx
      .selectFrom('memberships')
      .select(['position', 'document', 'sha256', 'content', 'analysed', 'details'])
      .where((eb) => eb.and({ ...of, id: key }))
      .executeTakeFirst();
    return row ? { ...row, details: JSON.parse(row.details) as unknown } : null;
  }
  const row = await trx
    .selectFrom('items')
    .select(['position', 'value'])
    .where((eb) => eb.and({ ...of, kind, key }))
    .executeTakeFirst();
  return row ? { position: row.position, value: JSON.parse(row.value) as unknown } : null;
}

export async function hasThing(
  db: Kysely<Tables>,
  of: CorpusKey,
  kind: 'document' | ItemKind,
  key: string,
): Promise<boolean> {
  const row = await (
    kind === 'document'
      ? db
          .selectFrom('memberships')
          .select('id')
          .where((eb) => eb.and({ ...of, id: key }))
      : db
          .selectFrom('items')
          .select('key')
          .where((eb) => eb.and({ ...of, kind, key }))
  ).executeTakeFirst();
  return row !== undefined;
}

export async function writeThing(
  trx: Trx,
  of: CorpusKey,
  kind: Kind,
  key: string,
  thing: Thing | null,
  there: boolean,
): Promise<void> {
  if (kind === 'corpus') {
    // A corpus that is deleted keeps its title and all it holds until it is asked for again.
    const row = thing === null ? { deleted: 1 } : { deleted: 0, title: (thing as CorpusThing).title };
    await trx
      .updateTable('corpora')
      .set(row)
      .where((eb) => eb.and({ owner: of.owner, id: of.corpus }))
      .execute();
  } else if (kind === 'document') await writeDocument(trx, of, key, thing as DocumentThing | null, there);
  else await writeItem(trx, of, kind, key, thing as ItemThing | null, there);
}

async function writeDocument(
  trx: Trx,
  of: CorpusKey,
  id: string,
  thing: DocumentThing | null,
  there: boolean,
): Promise<void> {
  if (thing === null) {
    await trx
      .deleteFrom('memberships')
      .where((eb) => eb.and({ ...of, id }))
      .execute();
    return;
  }
  const row = { ...thing, details: JSON.stringify(thing.details) };
  if (there)
    await trx
      .updateTable('memberships')
      .set(row)
      .where((eb) => eb.and({ ...of, id }))
      .execute();
  else
    await trx
      .insertInto('memberships')
      .values({ ...of, id, ...row })
      .execute();
}

async function writeItem(
  trx: Trx,
  of: CorpusKey,
  kind: ItemKind,
  key: string,
  thing: ItemThing | null,
  there: boolean,
): Promise<void> {
  if (thing === null) {
    await trx
      .deleteFrom('items')
      .where((eb) => eb.and({ ...of, kind, key }))
      .execute();
    return;
  }
  const row = { position: thing.position, value: JSON.stringify(thing.value) };
  if (there)
    await trx
      .updateTable('items')
      .set(row)
      .where((eb) => eb.and({ ...of, kind, key }))
      .execute();
  else
    await trx
      .insertInto('items')
      .values({ ...of, kind, key, ...row })
      .execute();
}

import type { Transaction } from 'kysely';
import type { ItemKind } from './shapes.js';
import { OWNER, type Tables } from './tables.js';

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

export async function readThing(trx: Trx, corpus: string, kind: Kind, key: string): Promise<Thing | null> {
  if (kind === 'corpus') {
    const row = await trx
      .selectFrom('corpora')
      .select(['title', 'deleted'])
      .where('id', '=', corpus)
      .executeTakeFirst();
    return row?.deleted === 0 ? { title: row.title } : null;
  }
  if (kind === 'document') {
    const row = await trx
      .selectFrom('memberships')
      .select(['position', 'document', 'sha256', 'content', 'analysed', 'details'])
      .where('corpus', '=', corpus)
      .where('id', '=', key)
      .executeTakeFirst();
    return row ? { ...row, details: JSON.parse(row.details) as unknown } : null;
  }
  const row = await trx
    .selectFrom('items')
    .select(['position', 'value'])
    .where('corpus', '=', corpus)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { position: row.position, value: JSON.parse(row.value) as unknown } : null;
}

export async function writeThing(
  trx: Trx,
  corpus: string,
  kind: Kind,
  key: string,
  thing: Thing | null,
  there: boolean,
): Promise<void> {
  if (kind === 'corpus') {
    // A corpus that is deleted keeps its title and all it holds until it is asked for again.
    const row = thing === null ? { deleted: 1 } : { deleted: 0, title: (thing as CorpusThing).title };
    await trx.updateTable('corpora').set(row).where('id', '=', corpus).execute();
  } else if (kind === 'document') await writeDocument(trx, corpus, key, thing as DocumentThing | null, there);
  else await writeItem(trx, corpus, kind, key, thing as ItemThing | null, there);
}

async function writeDocument(
  trx: Trx,
  corpus: string,
  id: string,
  thing: DocumentThing | null,
  there: boolean,
): Promise<void> {
  if (thing === null) {
    await trx.deleteFrom('memberships').where('corpus', '=', corpus).where('id', '=', id).execute();
    return;
  }
  const row = { ...thing, details: JSON.stringify(thing.details) };
  if (there) await trx.updateTable('memberships').set(row).where('corpus', '=', corpus).where('id', '=', id).execute();
  else
    await trx
      .insertInto('memberships')
      .values({ owner: OWNER, corpus, id, ...row })
      .execute();
}

async function writeItem(
  trx: Trx,
  corpus: string,
  kind: ItemKind,
  key: string,
  thing: ItemThing | null,
  there: boolean,
): Promise<void> {
  if (thing === null) {
    await trx
      .deleteFrom('items')
      .where('corpus', '=', corpus)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .execute();
    return;
  }
  const row = { position: thing.position, value: JSON.stringify(thing.value) };
  if (there)
    await trx
      .updateTable('items')
      .set(row)
      .where('corpus', '=', corpus)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .execute();
  else
    await trx
      .insertInto('items')
      .values({ owner: OWNER, corpus, kind, key, ...row })
      .execute();
}

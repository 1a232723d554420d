import type { Transaction } from 'kysely';
import type { OwnConnection } from './connection.js';
import { nextNumber } from './acts.js';
import { storeFault } from './fault.js';
import { planPurge, type Purge, type PurgePlan } from './purge-plan.js';
import { rebuildSearch } from './search.js';
import type { Tables } from './tables.js';

/**
 * Takes what was deleted out of the file for good: one transaction that overwrites what it frees (`secure_delete`), then the
 * file written anew without what earlier changes had freed. Where there is no room for that, it can be given again.
 */
export async function purge(
  { write, raw, owner }: OwnConnection,
  corpus: string | undefined,
  at: Date,
): Promise<Purge> {
  raw.pragma('secure_delete = ON');
  const plan = await write.transaction().execute(async (trx) => {
    const planned = await planPurge(trx, owner, corpus);
    await takeOut(trx, owner, planned);
    await tell(trx, owner, planned, at);
    return planned;
  });
  writeAnew(raw);
  return purgeOf(plan);
}

/** The log holds pages as they were, before and after. */
function writeAnew(raw: OwnConnection['raw']): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    throw storeFault(error);
  }
}

export async function purgeable({ write, owner }: OwnConnection, corpus: string | undefined): Promise<Purge> {
  return write.transaction().execute(async (trx) => purgeOf(await planPurge(trx, owner, corpus)));
}

const purgeOf = ({ corpora, documents, texts }: PurgePlan): Purge => ({ corpora, documents, texts });

async function takeOut(trx: Transaction<Tables>, owner: string, plan: PurgePlan): Promise<void> {
  for (const { id: corpus } of plan.corpora) {
    for (const table of ['memberships', 'items', 'audit'] as const)
      await trx
        .deleteFrom(table)
        .where((eb) => eb.and({ owner, corpus }))
        .execute();
    await trx
      .deleteFrom('corpora')
      .where((eb) => eb.and({ owner, id: corpus }))
      .execute();
  }
  for (const { corpus, kind, key } of plan.items)
    await trx
      .deleteFrom('items')
      .where((eb) => eb.and({ owner, corpus, kind, key }))
      .execute();
  // The lines stay, so that what was done can be told; without before and after they cannot be undone.
  for (const number of plan.audit)
    await trx
      .updateTable('audit')
      .set({ before: null, after: null })
      .where((eb) => eb.and({ owner, number }))
      .execute();
  for (const number of plan.numbers)
    await trx
      .deleteFrom('documents')
      .where((eb) => eb.and({ owner, number }))
      .execute();
  await trx
    .deleteFrom('analyses')
    .where('owner', '=', owner)
    .where('content', 'not in', (eb) => eb.selectFrom('memberships').select('content').where('owner', '=', owner))
    .execute();
  if (plan.numbers.length > 0) await rebuildSearch(trx);
}

/** Says in each corpus that stands what was purged from it. */
async function tell(trx: Transaction<Tables>, owner: string, { documents }: PurgePlan, at: Date): Promise<void> {
  let number = await nextNumber(trx);
  for (const corpus of new Set(documents.map((each) => each.corpus))) {
    const isIt = { owner, id: corpus };
    const row = await trx
      .selectFrom('corpora')
      .select('revision')
      .where((eb) => eb.and(isIt))
      .executeTakeFirstOrThrow();
    const revision = row.revision + 1;
    const line = { owner, corpus, revision, at: at.toISOString(), act: 'purge documents', kind: 'document' };
    for (const { id: key } of documents.filter((each) => each.corpus === corpus))
      await trx
        .insertInto('audit')
        .values({ number: number++, ...line, key, before: null, after: null })
        .execute();
    await trx
      .updateTable('corpora')
      .set({ revision })
      .where((eb) => eb.and(isIt))
      .execute();
  }
}

import type { Transaction } from 'kysely';
import { ParallaxError } from '../../text/error.js';
import type { OwnConnection } from './connection.js';
import { readThing, writeThing, type Kind, type Thing } from './things.js';
import type { CorpusKey, Tables } from './tables.js';

/** One transaction on one corpus. Everything it puts is audited under one revision, and can be undone together. */
export interface Act {
  readonly trx: Transaction<Tables>;
  readonly of: CorpusKey;
  readonly revision: number;
  /** Puts a thing in its place, or takes it away (`null`); `before` is given by who has read it. */
  readonly put: (kind: Kind, key: string, after: Thing | null, before?: Thing | null) => Promise<void>;
}

/** What an act did: `revision` undoes it, and is what the next edit has seen. */
export interface Acted<T> {
  readonly revision: number;
  readonly answer: T;
}

export interface ActOptions {
  readonly name: string;
  readonly at: Date;
  /** The revision that the editor saw; a thing changed since is not overwritten. */
  readonly seen?: number | undefined;
  readonly evenDeleted?: boolean;
}

/** @throws {ParallaxError} `not-found` without such a corpus, `conflict` where a thing changed since it was seen */
export async function act<T>(
  { write, owner }: Pick<OwnConnection, 'write' | 'owner'>,
  corpus: string,
  options: ActOptions,
  work: (act: Act) => Promise<T>,
): Promise<Acted<T>> {
  return write.transaction().execute((trx) => actIn(trx, { owner, corpus }, options, work));
}

/** In a transaction that has begun. */
export async function actIn<T>(
  trx: Transaction<Tables>,
  of: CorpusKey,
  { name, at, seen, evenDeleted = false }: ActOptions,
  work: (act: Act) => Promise<T>,
): Promise<Acted<T>> {
  const isIt = { owner: of.owner, id: of.corpus };
  const row = await trx
    .selectFrom('corpora')
    .select(['revision', 'deleted'])
    .where((eb) => eb.and(isIt))
    .executeTakeFirst();
  if (!row || (row.deleted === 1 && !evenDeleted)) throw noCorpus(of.corpus);
  const revision = row.revision + 1;
  let number = 0;
  const answer = await work({ trx, of, revision, put });
  if (number === 0) return { revision: row.revision, answer };
  await trx
    .updateTable('corpora')
    .set({ revision })
    .where((eb) => eb.and(isIt))
    .execute();
  return { revision, answer };

  async function put(kind: Kind, key: string, after: Thing | null, known?: Thing | null): Promise<void> {
    if (seen !== undefined && (await lastChange(trx, of, kind, key)) > seen) throw conflict();
    const before = known === undefined ? await readThing(trx, of, kind, key) : known;
    const [was, is] = [toText(before), toText(after)];
    if (was === is) return;
    await writeThing(trx, of, kind, key, after, before !== null);
    number = number === 0 ? await nextNumber(trx) : number + 1;
    const thing = { ...of, revision, at: at.toISOString(), act: name, kind, key };
    await trx
      .insertInto('audit')
      .values({ number, ...thing, before: was, after: is })
      .execute();
  }
}

/**
 * Takes an act back: each thing as it was before, unless it is not as the act left it. Itself an act, so it can be undone.
 * @throws {ParallaxError} `conflict`, `not-found`
 */
export async function undo(
  connection: OwnConnection,
  corpus: string,
  revision: number,
  at: Date,
): Promise<Acted<null>> {
  return act(connection, corpus, { name: 'undo', at, evenDeleted: true }, async ({ trx, of, put }) => {
    const rows = await trx
      .selectFrom('audit')
      .select(['kind', 'key', 'before', 'after'])
      .where((eb) => eb.and({ ...of, revision }))
      .orderBy('number', 'desc')
      .execute();
    if (rows.length === 0)
      throw new ParallaxError('not-found', `there is no change ${revision} of this corpus`, 'choose one from its list');
    if (rows.some(({ before, after }) => before === null && after === null)) throw purged(revision);
    for (const { kind, key, before, after } of rows) {
      const now = await readThing(trx, of, kind as Kind, key);
      if (toText(now) !== after) throw conflict();
      await put(kind as Kind, key, before === null ? null : (JSON.parse(before) as Thing), now);
    }
    return null;
  });
}

async function lastChange(trx: Transaction<Tables>, of: CorpusKey, kind: string, key: string): Promise<number> {
  const row = await trx
    .selectFrom('audit')
    .select('revision')
    .where((eb) => eb.and({ ...of, kind, key }))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.revision ?? 0;
}

/** Numbers order all acts of a store, whoever's they are. */
export async function nextNumber(trx: Transaction<Tables>): Promise<number> {
  const row = await trx.selectFrom('audit').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

const toText = (thing: Thing | null): string | null => (thing === null ? null : JSON.stringify(thing));

export function noCorpus(corpus: string): ParallaxError {
  return new ParallaxError('not-found', `there is no corpus "${corpus.slice(0, 60)}"`, 'choose one from the list');
}

/** A purge leaves a change's line without what it changed. */
function purged(revision: number): ParallaxError {
  return new ParallaxError(
    'conflict',
    `what change ${revision} did was purged, and cannot be brought back`,
    'import the document again where it is needed',
  );
}

function conflict(): ParallaxError {
  return new ParallaxError(
    'conflict',
    'this was changed since you saw it',
    'look at it as it is now, and make your change again',
  );
}

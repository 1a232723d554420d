import { act, type Acted } from './acts.js';
import type { OwnConnection } from './connection.js';
import { sha256 } from './content.js';
import { readCorpus, type CorpusOptions } from './corpora.js';
import { check, ITEM_SHAPES, type ItemKind, type Items } from './shapes.js';
import type { ItemThing } from './things.js';

/** A topic, an entry, a pin or a dispute with the key it is edited and deleted by. */
export interface Kept<T> {
  readonly key: string;
  readonly value: T;
}

const SAID: Readonly<Record<ItemKind, string>> = {
  topic: 'topic',
  names: 'names',
  entry: 'lexicon entry',
  pin: 'pin',
  dispute: 'dispute',
};

/** What a thing is found by again: saving one with the same key replaces it. */
const KEYS: { readonly [K in ItemKind]: (value: Items[K]) => string } = {
  topic: ({ id }) => id,
  names: () => 'all',
  entry: ({ device, id }) => `${device}/${id}`,
  pin: ({ topic, document, start, end }) => `${topic}/${document}/${start}-${end}`,
  dispute: ({ document, device, entry, start, end }) =>
    `${document}/${start}-${end}/${sha256(`${device} ${entry}`).slice(0, 8)}`,
};

/** Saves things of one kind in one act, which is undone as one: new ones behind the others, known ones in their place. */
export async function saveItems(
  connection: OwnConnection,
  corpus: string,
  kind: ItemKind,
  values: readonly unknown[],
  { at, seen }: CorpusOptions,
): Promise<Acted<string[]>> {
  // Of two with one key the later holds: put twice in one act, the second would meet the first as another's change.
  const checked = new Map(
    values.map((value) => checkItem(kind, value)).map((value): [string, unknown] => [keyOf(kind, value), value]),
  );
  return act(connection, corpus, { name: `save ${SAID[kind]}`, at, seen }, async ({ trx, of, put }) => {
    const rows = await trx
      .selectFrom('items')
      .select(['key', 'position'])
      .where((eb) => eb.and({ ...of, kind }))
      .orderBy('position')
      .execute();
    const places = new Map(rows.map(({ key, position }) => [key, position]));
    let last = rows.at(-1)?.position ?? 0;
    for (const [key, value] of checked)
      await put(kind, key, { position: places.get(key) ?? (last += 1), value } satisfies ItemThing);
    return [...checked.keys()];
  });
}

/** Deletes a thing; one that is not there is deleted already. */
export async function deleteItem(
  connection: OwnConnection,
  corpus: string,
  kind: ItemKind,
  key: string,
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  return act(connection, corpus, { name: `delete ${SAID[kind]}`, at, seen }, async ({ put }) => {
    await put(kind, key, null);
    return null;
  });
}

export async function listItems<K extends ItemKind>(
  connection: OwnConnection,
  corpus: string,
  kind: K,
): Promise<Kept<Items[K]>[]> {
  await readCorpus(connection, corpus);
  const rows = await connection.read
    .selectFrom('items')
    .select(['key', 'value'])
    .where((eb) => eb.and({ owner: connection.owner, corpus, kind }))
    .orderBy('position')
    .orderBy('key')
    .execute();
  return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as Items[K] }));
}

export function checkItem<K extends ItemKind>(kind: K, value: unknown): Items[K] {
  return check(ITEM_SHAPES[kind], value, `the ${SAID[kind]}`) as Items[K];
}

export function keyOf<K extends ItemKind>(kind: K, value: Items[K]): string {
  return KEYS[kind](value);
}

import { act, type Acted } from './acts.js';
import type { Connection } from './connection.js';
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

/** Saves a thing of a corpus: a new one behind the others, a known one in its place. */
export async function saveItem(
  { write }: Connection,
  corpus: string,
  kind: ItemKind,
  value: unknown,
  { at, seen }: CorpusOptions,
): Promise<Acted<string>> {
  const checked = checkItem(kind, value);
  const key = keyOf(kind, checked);
  return act(write, corpus, { name: `save ${SAID[kind]}`, at, seen }, async ({ trx, put }) => {
    const rows = await trx
      .selectFrom('items')
      .select(['key', 'position'])
      .where('corpus', '=', corpus)
      .where('kind', '=', kind)
      .orderBy('position')
      .execute();
    const position = rows.find((row) => row.key === key)?.position ?? (rows.at(-1)?.position ?? 0) + 1;
    await put(kind, key, { position, value: checked } satisfies ItemThing);
    return key;
  });
}

/** Deletes a thing; one that is not there is deleted already. */
export async function deleteItem(
  { write }: Connection,
  corpus: string,
  kind: ItemKind,
  key: string,
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  return act(write, corpus, { name: `delete ${SAID[kind]}`, at, seen }, async ({ put }) => {
    await put(kind, key, null);
    return null;
  });
}

export async function listItems<K extends ItemKind>(
  connection: Connection,
  corpus: string,
  kind: K,
): Promise<Kept<Items[K]>[]> {
  await readCorpus(connection, corpus);
  const rows = await connection.read
    .selectFrom('items')
    .select(['key', 'value'])
    .where('corpus', '=', corpus)
    .where('kind', '=', kind)
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

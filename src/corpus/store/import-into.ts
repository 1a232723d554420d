import type { Acted } from './acts.js';
import { addIn, type Given } from './add-documents.js';
import type { OwnConnection } from './connection.js';
import { newCorpus } from './corpora.js';
import { checkItem, keyOf } from './items.js';
import type { ItemKind } from './shapes.js';

/** A whole corpus: what an archive holds. */
export interface Contents {
  readonly id: string;
  readonly title: string;
  readonly documents: Given;
  readonly items: { readonly [K in ItemKind]: readonly unknown[] };
}

const KINDS = ['names', 'topic', 'entry', 'pin', 'dispute'] as const satisfies readonly ItemKind[];

/** Makes a corpus of all that is given, in one transaction: all of it or nothing. Its id is kept unless it is taken. */
export async function importInto(
  connection: OwnConnection,
  { id: asked, title, documents, items }: Contents,
  { at, reserved }: { readonly at: Date; readonly reserved: ReadonlySet<string> },
): Promise<Acted<string>> {
  const checked = KINDS.flatMap((kind) =>
    items[kind].map((value, index) => ({ kind, position: index + 1, value: checkItem(kind, value) })),
  );
  return newCorpus(connection, title, { at, reserved, id: asked, name: 'import corpus' }, async (acting) => {
    await addIn(acting, documents);
    for (const { kind, position, value } of checked)
      await acting.put(kind, keyOf(kind, value), { position, value }, null);
  });
}

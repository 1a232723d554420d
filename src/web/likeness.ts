import { setImmediate } from 'node:timers/promises';
import type { Imported } from '../corpus/import/imported.js';
import { seenTexts } from '../text/near-duplicates.js';
import type { Store } from '../corpus/store/store.js';
import type { DraftDocument } from './drafts.js';

/** Texts of the corpus that new ones are compared with, the newest: some two seconds' work. */
export const MOST_COMPARED = 3_000;
/** Others are served between so many texts. */
const SERVED_BETWEEN = 8;
const MOST_TWINS = 5;

export interface Likened {
  readonly documents: readonly Pick<DraftDocument, 'same' | 'twins' | 'imported'>[];
  /** How many of the corpus they were compared with; undefined where with all. */
  readonly compared: number | undefined;
}

/** New documents with those of the corpus and of one another that they are copies of. */
export async function withTwins(store: Store, corpus: string, taken: readonly Imported[]): Promise<Likened> {
  if (taken.length === 0) return { documents: [], compared: undefined };
  const listed = await store.allDocuments(corpus);
  const sameBytes = new Map(listed.map(({ sha256, id, short }) => [sha256, { id, name: short }]));
  const known: { readonly id: string | undefined; readonly name: string }[] = [];
  const seen = seenTexts();
  for (const document of listed.slice(-MOST_COMPARED)) {
    seen.add(store.textNow(document));
    if (known.push({ id: document.id, name: document.short }) % SERVED_BETWEEN === 0) await setImmediate();
  }
  const drafted: Pick<DraftDocument, 'same' | 'twins' | 'imported'>[] = [];
  const first = new Map<string, string>();
  for (const imported of taken) {
    const { sha256, name, text } = imported;
    const twin = first.get(sha256);
    const same = sameBytes.get(sha256) ?? (twin === undefined ? undefined : { id: undefined, name: twin });
    first.set(sha256, twin ?? name);
    const twins = seen.add(text).flatMap(({ at, share }) => {
      const like = known[at];
      return like ? [{ ...like, share }] : [];
    });
    known.push({ id: undefined, name });
    drafted.push({ imported, same, twins: same ? [] : twins.slice(0, MOST_TWINS) });
    await setImmediate();
  }
  return { documents: drafted, compared: listed.length > MOST_COMPARED ? MOST_COMPARED : undefined };
}

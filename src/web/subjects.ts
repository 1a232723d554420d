import { ParallaxError } from '../text/error.js';
import type { AuditLine } from '../corpus/store/audit.js';
import type { Dispute, Pin } from '../corpus/store/shapes.js';
import type { Store } from '../corpus/store/store.js';
import { valueOf, type Subjects } from './models/deed.js';

/** What changes of a corpus name by keys, as it is now: documents of pins and disputes, and topics of pins. */
export async function subjectsOf(store: Store, corpus: string, lines: readonly AuditLine[]): Promise<Subjects> {
  const byHand = lines.filter(({ kind }) => kind === 'pin' || kind === 'dispute');
  const ids = new Set(
    byHand.map(({ before, after }) => ((valueOf(after) ?? valueOf(before)) as Pin | Dispute).document),
  );
  const documents = new Map<string, { readonly short: string; readonly text: string }>();
  for (const id of ids) {
    try {
      documents.set(id, await store.readDocument(corpus, id));
    } catch (error) {
      if (!(error instanceof ParallaxError) || error.code !== 'not-found') throw error;
    }
  }
  const topics = byHand.length > 0 ? await store.list(corpus, 'topic') : [];
  const titles = new Map(topics.map(({ key, value }) => [key, value.title]));
  return {
    shortOf: (id) => documents.get(id)?.short ?? `document ${id}, which was deleted`,
    textAt: (id, start, end) => documents.get(id)?.text.slice(start, end) ?? '…',
    titleOf: (id) => titles.get(id) ?? `the topic ${id}, which was deleted`,
  };
}

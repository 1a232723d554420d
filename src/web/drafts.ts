import { randomUUID } from 'node:crypto';
import type { Corrections } from '../corpus/corrected.js';
import type { CorpusKey } from '../corpus/store/tables.js';
import type { Found, Imported, Metadata, Skipped } from '../corpus/import/imported.js';
import { sizeOf } from './gather.js';
import { Refusal } from './refusal.js';

/** A text of the corpus or of the draft that a new one resembles. */
export interface Twin {
  /** Its id in the corpus; undefined where it came in the same draft. */
  readonly id: string | undefined;
  readonly name: string;
  /** Share of the shorter one's wording that the longer has too, 0.5…1. */
  readonly share: number;
}

/** One document that waits to be looked at. */
export interface DraftDocument {
  readonly imported: Imported;
  /** As found, or as the reader corrected it. */
  metadata: Metadata;
  /** Where its article stands, as the reader chose. */
  corrections: Corrections;
  take: boolean;
  /** The document of the corpus, or the place in this draft, that holds the same bytes. */
  readonly same: { readonly id: string | undefined; readonly name: string } | undefined;
  readonly twins: readonly Twin[];
}

/** What was given to a corpus and is not saved yet. */
export interface Draft extends CorpusKey {
  readonly id: string;
  readonly made: number;
  readonly documents: readonly DraftDocument[];
  readonly skipped: readonly Skipped[];
  readonly bytes: number;
  /** How many of the corpus's documents these were compared with; undefined where with all. */
  readonly compared?: number | undefined;
}

/**
 * Drafts live in memory only: they must survive nothing, and a store of them would have to be cleaned. The oldest go when
 * there are too many bytes, and each after an hour.
 */
export interface Drafts {
  readonly keep: (draft: Pick<Draft, 'owner' | 'corpus' | 'documents' | 'skipped' | 'compared'>) => Draft;
  /** @throws {Refusal} 404 */
  readonly read: (of: CorpusKey, id: string) => Draft;
  readonly drop: (id: string) => void;
}

const MOST_BYTES = 192 * 1024 * 1024;
const MOST_DRAFTS = 50;
const KEPT_MS = 60 * 60 * 1000;

export function openDrafts(now: () => number = Date.now): Drafts {
  const drafts = new Map<string, Draft>();

  const sweep = (): void => {
    let bytes = [...drafts.values()].reduce((sum, draft) => sum + draft.bytes, 0);
    for (const draft of drafts.values()) {
      if (bytes <= MOST_BYTES && drafts.size <= MOST_DRAFTS && now() - draft.made < KEPT_MS) break;
      drafts.delete(draft.id);
      bytes -= draft.bytes;
    }
  };
  // A draft that nobody comes back to goes though nobody comes.
  setInterval(sweep, KEPT_MS / 6).unref();

  return {
    keep: (given) => {
      const bytes = given.documents.reduce((sum, { imported }) => sum + sizeOf(imported), 0);
      const draft = { ...given, id: randomUUID(), made: now(), bytes };
      drafts.set(draft.id, draft);
      sweep();
      return draft;
    },
    read: ({ owner, corpus }, id) => {
      sweep();
      const draft = drafts.get(id);
      if (draft?.owner !== owner || draft.corpus !== corpus)
        throw new Refusal(404, 'what was to be looked at here is no longer kept', 'give the documents again');
      return draft;
    },
    drop: (id) => {
      drafts.delete(id);
    },
  };
}

/** Facts that a reader can correct. */
export const FACTS = ['title', 'outlet', 'author', 'date', 'url'] as const satisfies readonly (keyof Metadata)[];
export type FactName = (typeof FACTS)[number];

export type Facts = Readonly<Record<FactName, Found | null>>;

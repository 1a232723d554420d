import { setTimeout } from 'node:timers/promises';
import type { Progress } from '../corpus/analyse-corpus.js';
import type { Corpora, OpenCorpus } from '../corpus/corpora.js';
import type { Library } from '../corpus/library.js';
import { counted } from './prose.js';
import type { StoredCorpus } from './page.js';

/** A browser's reader waits so long for a corpus that is being analysed, then is told how far it is. */
const PATIENCE_MS = 3_000;

export interface Opened {
  readonly corpus: StoredCorpus;
  /** Undefined while its documents are being analysed. */
  readonly library: Library | undefined;
  /** "120 of 10,000 documents". */
  readonly reading: string;
}

export interface Openings {
  (owner: string, id: string, isImpatient: boolean): Promise<Opened>;
  /** The corpus as the store has it, without analysing anything. */
  readonly list: (owner: string, id: string) => Promise<StoredCorpus>;
}

/** Opens corpora for requests: many wait for one analysis, and none too long. */
export function openings(corpora: Corpora): Openings {
  const underway = new Map<string, { readonly opened: Promise<OpenCorpus>; progress: Progress }>();

  const list = async (owner: string, id: string): Promise<StoredCorpus> => {
    const own = corpora.as(owner);
    const { title, revision } = await own.store.readCorpus(id);
    return { id, title, revision, store: own.store, corpora: own, unsupported: [], unread: [] };
  };

  const open = async (owner: string, id: string, isImpatient: boolean): Promise<Opened> => {
    const corpus = await list(owner, id);
    const key = JSON.stringify([owner, id, corpus.revision]);
    const known = underway.get(key) ?? start(key, corpus);
    const opened = await (isImpatient ? Promise.race([known.opened, late()]) : known.opened);
    if (!opened)
      return {
        corpus,
        library: undefined,
        reading: `${known.progress.done.toLocaleString('en-GB')} of ${counted(known.progress.of, 'document')}`,
      };
    const { library, revision, unsupported, unread } = opened;
    return { corpus: { ...corpus, revision, unsupported, unread }, library, reading: '' };
  };
  return Object.assign(open, { list });

  function start(key: string, { id, corpora: own }: StoredCorpus) {
    const begun = { progress: { done: 0, of: 0 } };
    const onProgress = (progress: Progress): void => {
      begun.progress = progress;
    };
    const opened = own.open(id, { onProgress }).finally(() => underway.delete(key));
    // Whoever waits is told; who has gone away must not end the program.
    opened.catch(() => undefined);
    const entry = Object.assign(begun, { opened });
    underway.set(key, entry);
    return entry;
  }
}

export async function late(): Promise<undefined> {
  await setTimeout(PATIENCE_MS, undefined, { ref: false });
}

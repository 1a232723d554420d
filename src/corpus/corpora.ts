import type { Lexicon } from '../devices/lexicon/lexicon.js';
import { analyseCorpus, type AnalyseOptions, type GaveUp, type Unread } from './analyse-corpus.js';
import { loadLexicon, loadWordLists, loadSeeds } from './compiled.js';
import { frameOf, type Frame } from './frame.js';
import { openLibrary, type Library, type LibraryParts } from './library.js';
import { checkOwnEntry, extendLexicon } from './own-lexicon.js';
import { openReader, type Reader } from './reader.js';
import { searchCorpus, type Found } from './search-corpus.js';
import type { Acted } from './store/acts.js';
import type { FoundPage } from './store/find.js';
import { check, entryShape, type OwnEntry } from './store/shapes.js';
import type { DocumentListing } from './store/documents.js';
import type { Edit, Store } from './store/store.js';
import { keepRecent, packedWhenAsked, storedDocument } from './stored-document.js';

/** A document that is kept and not analysed: for its language only English is. */
export interface Unsupported {
  readonly id: string;
  readonly short: string;
  readonly language: string;
}

/** A stored corpus opened for comparison. */
export interface OpenCorpus {
  readonly library: Library;
  /** What the next edit has seen. */
  readonly revision: number;
  /** Documents in no supported language: kept, not compared. */
  readonly unsupported: readonly Unsupported[];
  /** Documents that could not be analysed. */
  readonly unread: readonly Unread[];
}

/** `only` chooses the documents to compare; a comparison reads every document of its library. */
export type OpenCorpusOptions = AnalyseOptions;

/** The stored corpora, with the analyses that comparing them needs. */
export interface Corpora {
  readonly store: Store;
  /** Those of another owner, with the same threads and memory. */
  readonly as: (owner: string) => Corpora;
  /** The built-in lexicon, which a corpus's own entries extend. */
  readonly lexicon: Lexicon;
  /** Analyses what is missing, then opens. @throws {ParallaxError} `not-found` */
  readonly open: (corpus: string, options?: OpenCorpusOptions) => Promise<OpenCorpus>;
  /** Saves a lexicon entry that stands the built-in lexicon's checks. @throws {ParallaxError} `bad-input`, `conflict` */
  readonly saveEntry: (corpus: string, entry: OwnEntry, edit?: Edit) => Promise<Acted<string>>;
  /** Documents that hold all of a reader's words, and the sentences that do. @throws {ParallaxError} `not-found` */
  readonly search: (corpus: string, words: string, page?: FoundPage) => Promise<Found>;
  /** Ends the threads and closes the store. */
  readonly close: () => Promise<void>;
}

export interface CorporaParts extends Omit<LibraryParts, 'seeds' | 'kept' | 'lexicon' | 'names' | 'byHand'> {
  readonly lexicon: Lexicon;
  readonly reader: () => Reader;
}

/** Texts and analyses kept in memory: some four thousand articles'. */
const MOST_RECENT_BYTES = 64 * 1024 * 1024;
const NOT_YET = 'it is not analysed yet';
/** Corpora kept open between requests. */
const MOST_OPEN = 8;

export function openCorpora(store: Store, parts: CorporaParts = builtInParts()): Corpora {
  const { lexicon, reader: startReader, ...rest } = parts;
  const recent = keepRecent(MOST_RECENT_BYTES);
  const opened = keepLast<OpenCorpus>(MOST_OPEN);
  const frames = keepLast<Frame>(MOST_OPEN);
  const analysing = new Map<string, Promise<readonly Unread[]>>();
  const gaveUp: GaveUp = new Map();
  let reader: Reader | undefined;

  return of(store);

  function of(store: Store): Corpora {
    return {
      store,
      as: (owner) => of(store.as(owner)),
      lexicon,
      open: (corpus, options) => open(store, corpus, options),
      search: (corpus, words, page) => searchCorpus(store, rest.build, corpus, words, page),
      saveEntry: async (corpus, entry, edit) => {
        const checked = check(entryShape, entry, 'the lexicon entry');
        const kept = await store.list(corpus, 'entry');
        const others = kept
          .map(({ value }) => value)
          .filter(({ id, device }) => id !== checked.id || device !== checked.device);
        checkOwnEntry(checked, extendLexicon(lexicon, others));
        return store.save(corpus, 'entry', checked, edit);
      },
      close: async () => {
        await reader?.close();
        store.close();
      },
    };
  }

  async function open(store: Store, corpus: string, options: OpenCorpusOptions = {}): Promise<OpenCorpus> {
    const { title, revision } = await store.readCorpus(corpus);
    const key = JSON.stringify([store.owner, corpus, revision, options.only]);
    const known = opened.get(key);
    if (known) return known;
    const frame = await frameAt(store, corpus, revision);
    const unread = store.readOnly ? [] : await analysed(key, store, corpus, frame, options);
    const made = await assemble(store, corpus, { title, revision }, frame, unread, options.only);
    return opened.set(key, made);
  }

  async function frameAt(store: Store, corpus: string, revision: number): Promise<Frame> {
    const key = JSON.stringify([store.owner, corpus, revision]);
    return frames.get(key) ?? frames.set(key, await frameOf(store, corpus, lexicon, rest.build));
  }

  /** Two who open one corpus wait for one analysis of it. */
  async function analysed(
    key: string,
    store: Store,
    corpus: string,
    frame: Frame,
    options: AnalyseOptions,
  ): Promise<readonly Unread[]> {
    const started = analysing.get(key);
    if (started) return started;
    const work = analyseCorpus(store, corpus, frame, lazyReader(), gaveUp, options);
    analysing.set(key, work);
    try {
      return await work;
    } finally {
      analysing.delete(key);
    }
  }

  /** Threads are started by the first text that needs one. */
  function lazyReader(): Reader {
    return {
      read: (...asked) => (reader ??= startReader()).read(...asked),
      close: () => Promise.resolve(),
    };
  }

  async function assemble(
    store: Store,
    corpus: string,
    { title, revision }: { readonly title: string; readonly revision: number },
    { lexicon: extended, names, topics, version, byHand }: Frame,
    unread: readonly Unread[],
    only: readonly string[] | undefined,
  ): Promise<OpenCorpus> {
    const asked = only && new Set(only);
    const listed = toldApart(await store.allDocuments(corpus)).filter(({ id }) => !asked || asked.has(id));
    const missing = new Set((await store.missingAnalyses(corpus, version)).map(({ content }) => content));
    const ready = listed.filter(({ language, content }) => language.supported && !missing.has(content));
    const known = new Set(unread.map(({ id }) => id));
    const library = openLibrary({
      ...rest,
      seeds: { id: corpus, title, topics, referents: names.referents },
      kept: ready.map((listing) => ({
        document: storedDocument(listing, store, recent),
        packed: packedWhenAsked(listing, version.version, store, recent),
      })),
      lexicon: extended,
      names,
      byHand,
    });
    const others = listed.filter(
      ({ id, content, language }) => language.supported && missing.has(content) && !known.has(id),
    );
    return {
      library,
      revision,
      unsupported: listed.flatMap(({ id, short, language }) =>
        language.supported ? [] : [{ id, short, language: language.code }],
      ),
      unread: [...unread, ...others.map(({ id, short }) => ({ id, short, problem: NOT_YET }))],
    };
  }
}

/** Documents of one outlet are called by their numbers too. */
function toldApart(documents: readonly DocumentListing[]): DocumentListing[] {
  const times = new Map<string, number>();
  for (const { short } of documents) times.set(short, (times.get(short) ?? 0) + 1);
  return documents.map((each) =>
    (times.get(each.short) ?? 0) > 1 ? { ...each, short: `${each.short} ${each.id}` } : each,
  );
}

function builtInParts(): CorporaParts {
  return { lexicon: loadLexicon(true), lists: loadWordLists, build: loadSeeds().build, reader: openReader };
}

/** The last few of something, by key. */
function keepLast<T>(most: number): { get: (key: string) => T | undefined; set: (key: string, value: T) => T } {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}

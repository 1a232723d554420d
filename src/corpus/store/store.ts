import { join } from 'node:path';
import * as adding from './add-documents.js';
import * as analyses from './analyses.js';
import { undo, type Acted } from './acts.js';
import { listAudit, type AuditLine } from './audit.js';
import { listBackups, restoreSteps, writeBackup } from './backup.js';
import * as corpora from './corpora.js';
import * as documents from './documents.js';
import { search, type FoundPage, type FoundTexts } from './find.js';
import * as items from './items.js';
import { openFile, type OpenFile, type OpenOptions } from './open.js';
import { readOnly } from './fault.js';
import { purge, purgeable } from './purge.js';
import type { Purge } from './purge-plan.js';
import type { DetailsChange, ItemKind, Items, NewDocument } from './shapes.js';
import { importDocuments, type ImportedDocuments } from './import-documents.js';
import { importInto, type Contents } from './import-into.js';
import { OWNER } from './tables.js';
import { hasThing } from './things.js';

export interface Edit {
  /** The revision of the corpus that the editor saw; a thing that was changed since gives `conflict`. */
  readonly seen?: number | undefined;
}

/**
 * Corpora that last. Each change is one transaction, checked, audited and undone by its revision; the promise is kept when
 * its bytes are on the disk. Errors are `ParallaxError`s that say what to do.
 */
export interface Store {
  /** Whose corpora these are; an id of another owner's is not there. */
  readonly owner: string;
  /** The same file on behalf of another owner. */
  readonly as: (owner: string) => Store;
  readonly readOnly: boolean;
  readonly createCorpus: (title: string) => Promise<Acted<string>>;
  readonly renameCorpus: (corpus: string, title: string, edit?: Edit) => Promise<Acted<null>>;
  readonly deleteCorpus: (corpus: string, edit?: Edit) => Promise<Acted<null>>;
  readonly listCorpora: () => Promise<corpora.CorpusListing[]>;
  readonly readCorpus: (corpus: string) => Promise<{ title: string; revision: number }>;
  readonly addDocuments: (corpus: string, many: readonly NewDocument[]) => Promise<Acted<readonly adding.Added[]>>;
  /** However many as they come, into a corpus or a new one of this title, in one transaction. */
  readonly importDocuments: (
    into: { readonly corpus: string } | { readonly title: string },
    documents: adding.Given,
  ) => Promise<Acted<ImportedDocuments>>;
  readonly updateDocument: (corpus: string, id: string, change: DetailsChange, edit?: Edit) => Promise<Acted<null>>;
  readonly deleteDocuments: (corpus: string, ids: readonly string[], edit?: Edit) => Promise<Acted<null>>;
  readonly listDocuments: (
    corpus: string,
    page?: { readonly after?: number; readonly limit?: number },
  ) => Promise<documents.DocumentPage>;
  readonly allDocuments: (corpus: string) => Promise<documents.DocumentListing[]>;
  readonly readDocument: (corpus: string, id: string) => Promise<documents.DocumentListing & { readonly text: string }>;
  readonly readOriginal: (document: { readonly number: number }) => Promise<Uint8Array>;
  readonly save: <K extends ItemKind>(corpus: string, kind: K, value: Items[K], edit?: Edit) => Promise<Acted<string>>;
  /** Several in one act; their keys, each once. */
  readonly saveAll: <K extends ItemKind>(
    corpus: string,
    kind: K,
    values: readonly Items[K][],
    edit?: Edit,
  ) => Promise<Acted<string[]>>;
  readonly remove: (corpus: string, kind: ItemKind, key: string, edit?: Edit) => Promise<Acted<null>>;
  readonly list: <K extends ItemKind>(corpus: string, kind: K) => Promise<items.Kept<Items[K]>[]>;
  /** Whether a standing corpus has such a thing, without reading it. */
  readonly has: (corpus: string, kind: 'document' | ItemKind, key: string) => Promise<boolean>;
  readonly undo: (corpus: string, revision: number) => Promise<Acted<null>>;
  readonly search: (corpus: string, words: string, page?: FoundPage) => Promise<FoundTexts>;
  readonly audit: (page?: {
    readonly corpus?: string;
    readonly before?: number;
    readonly limit?: number;
  }) => Promise<AuditLine[]>;
  /** A whole corpus in one transaction. */
  readonly importInto: (contents: Contents) => Promise<Acted<string>>;
  readonly missingAnalyses: (
    corpus: string,
    version: analyses.AnalysisVersion,
  ) => Promise<{ content: string; id: string }[]>;
  readonly keepAnalyses: (
    corpus: string,
    version: analyses.AnalysisVersion,
    kept: readonly analyses.KeptAnalysis[],
  ) => Promise<void>;
  readonly olderAnalysis: (content: string, program: string) => ReturnType<typeof analyses.olderAnalysis>;
  readonly analysisNow: (content: string, version: string) => ReturnType<typeof analyses.analysisNow>;
  readonly textNow: (document: { readonly number: number }) => string;
  /** SQLite's own check of every page and index: `ok`, or what is wrong. */
  readonly checkIntegrity: () => string;
  /** How to put the newest backup in the store's place, in one line. */
  readonly restoreSteps: () => string;
  /** The path of the copy. */
  readonly backup: () => string;
  /** Paths of the copies, the newest first. */
  readonly backups: () => string[];
  /** What was deleted, of one corpus or of all, and would go. @throws {ParallaxError} `not-found` */
  readonly purgeable: (corpus?: string) => Promise<Purge>;
  /** Makes it go, with every byte of its text in this file; no undo brings it back, and no backup is written. */
  readonly purge: (corpus?: string) => Promise<Purge>;
  readonly close: () => void;
}

export interface StoreOptions extends OpenOptions {
  /** Ids that no corpus may have: the built-in corpus's. */
  readonly reserved?: readonly string[];
}

/** Opens the store of a folder for its one reader (`as` gives another's); see `openFile` for what it refuses. */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  return storeOf(await openFile(folder, options), OWNER, options);
}

function storeOf(opened: OpenFile, owner: string, options: StoreOptions): Store {
  const file = { ...opened, owner };
  const now = options.now ?? (() => new Date());
  const reserved = new Set(options.reserved);
  const edit = ({ seen }: Edit = {}): corpora.CorpusOptions => ({ at: now(), seen });
  return {
    owner,
    as: (other) => storeOf(opened, other, options),
    readOnly: file.readOnly,
    createCorpus: (title) => corpora.createCorpus(file, title, { at: now(), reserved }),
    renameCorpus: (corpus, title, options) => corpora.renameCorpus(file, corpus, title, edit(options)),
    deleteCorpus: (corpus, options) => corpora.deleteCorpus(file, corpus, edit(options)),
    listCorpora: () => corpora.listCorpora(file),
    readCorpus: (corpus) => corpora.readCorpus(file, corpus),
    addDocuments: (corpus, many) => adding.addDocuments(file, corpus, many, now()),
    importDocuments: (into, documents) => importDocuments(file, into, documents, { at: now(), reserved }),
    updateDocument: (corpus, id, change, options) => documents.updateDocument(file, corpus, id, change, edit(options)),
    deleteDocuments: (corpus, ids, options) => documents.deleteDocuments(file, corpus, ids, edit(options)),
    listDocuments: (corpus, page) => documents.listDocuments(file, corpus, page),
    allDocuments: (corpus) => documents.allDocuments(file, corpus),
    readDocument: (corpus, id) => documents.readDocument(file, corpus, id),
    readOriginal: ({ number }) => documents.readOriginal(file, number),
    save: async (corpus, kind, value, options) => {
      const { answer, revision } = await items.saveItems(file, corpus, kind, [value], edit(options));
      return { revision, answer: answer[0] ?? '' };
    },
    saveAll: (corpus, kind, values, options) => items.saveItems(file, corpus, kind, values, edit(options)),
    remove: (corpus, kind, key, options) => items.deleteItem(file, corpus, kind, key, edit(options)),
    list: (corpus, kind) => items.listItems(file, corpus, kind),
    has: async (corpus, kind, key) => {
      await corpora.readCorpus(file, corpus);
      return hasThing(file.read, { owner, corpus }, kind, key);
    },
    undo: (corpus, revision) => undo(file, corpus, revision, now()),
    search: (corpus, words, page) => search(file, corpus, words, page),
    audit: (page = {}) => listAudit(file, page),
    importInto: (contents) => importInto(file, contents, { at: now(), reserved }),
    missingAnalyses: (corpus, version) => analyses.missingAnalyses(file, corpus, version),
    keepAnalyses: (corpus, version, kept) => analyses.keepAnalyses(file, corpus, version, kept),
    olderAnalysis: (content, program) => analyses.olderAnalysis(file, content, program),
    analysisNow: (content, version) => analyses.analysisNow(file, content, version),
    textNow: ({ number }) => analyses.textNow(file, number),
    checkIntegrity: () => String(file.reader.pragma('integrity_check(1)', { simple: true })),
    restoreSteps: () => restoreSteps(file.files),
    backup: () => {
      if (file.readOnly) throw readOnly();
      return writeBackup(file.reader, file.files, now());
    },
    backups: () => listBackups(file.files.backups).map((name) => join(file.files.backups, name)),
    purgeable: (corpus) => purgeable(file, corpus),
    purge: (corpus) => purge(file, corpus, now()),
    close: file.close,
  };
}

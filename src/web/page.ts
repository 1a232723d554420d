import type { Corpora, Unsupported } from '../corpus/corpora.js';
import type { Unread } from '../corpus/analyse-corpus.js';
import type { Library } from '../corpus/library.js';
import type { Store } from '../corpus/store/store.js';
import type { Cell } from '../sheet/csv.js';
import type { Assets } from './assets.js';
import type { Body } from './body.js';
import type { Drafts } from './drafts.js';
import { Refusal } from './refusal.js';

/** What a route gives a page. */
export interface PageRequest {
  /** Of the corpus in the address. */
  readonly library: Library;
  readonly assets: Assets;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly format: Format;
  /** Undefined where there is no store. */
  readonly corpora: Corpora | undefined;
  /** Undefined for the seeds. */
  readonly corpus: StoredCorpus | undefined;
  /** `/corpora/rents`, or empty for the seeds: to print an address; links get it by themselves. */
  readonly root: string;
  /** Set where a form was refused, which shows its page again. */
  readonly refused: Refused | undefined;
  readonly drafts: Drafts;
}

export interface StoredCorpus {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly store: Store;
  readonly corpora: Corpora;
  readonly unsupported: readonly Unsupported[];
  readonly unread: readonly Unread[];
}

/** Why a form was refused, and what had been typed. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly problem: string;
  readonly remedy: string;
  readonly body: Body;
}

/** One address in its three forms. Making an answer is cheap; its forms are made when they are asked for. */
export interface Answer {
  /** Path and query in one spelling, from the corpus's root: with the library's version and the build, what an ETag hangs on. */
  readonly address: string;
  readonly view: string;
  readonly html: () => object | Promise<object>;
  readonly json?: (() => unknown) | undefined;
  readonly csv?: (() => Table | Promise<Table>) | undefined;
  /** For an answer that is no page: its type and body. */
  readonly plain?: { readonly type: string; readonly body: () => string } | undefined;
  /** What else than the corpus it shows, in a few letters: kept under it too. */
  readonly changes?: string | undefined;
  /** Shows what no revision covers: never kept. */
  readonly fresh?: boolean | undefined;
}

type Table = readonly (readonly Cell[])[];

/** Another address that says the same in one spelling. */
export interface Redirect {
  readonly redirect: string;
}

export type Page = (request: PageRequest) => Answer | Redirect | Promise<Answer | Redirect>;

/**
 * Looks into the store whether what an address names is there, before its corpus is analysed for it.
 * @throws {Refusal} 404
 */
export type Look = (corpus: StoredCorpus, params: PageRequest['params']) => Promise<void>;

export type Format = 'html' | 'json' | 'csv';

/** @throws {Refusal} 404 where a page is asked of the seeds that only stored corpora have */
export function ownCorpus({ corpus }: Pick<PageRequest, 'corpus'>): StoredCorpus {
  if (!corpus) throw new Refusal(404, 'the built-in corpus cannot be changed', 'make a corpus of your own');
  return corpus;
}

import type { Library } from '../corpus/library.js';
import type { Cell } from '../sheet/csv.js';
import type { Assets } from './assets.js';

/** What a route gives a page. */
export interface PageRequest {
  readonly library: Library;
  readonly assets: Assets;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly format: Format;
}

/** One address in its three forms. Making an answer is cheap; its forms are made when they are asked for. */
export interface Answer {
  /** Path and query in one spelling: with the library's version and the build, what an ETag hangs on. */
  readonly address: string;
  readonly view: string;
  readonly html: () => object;
  readonly json?: (() => unknown) | undefined;
  readonly csv?: (() => readonly (readonly Cell[])[]) | undefined;
  /** For an answer that is no page: its type and body. */
  readonly plain?: { readonly type: string; readonly body: () => string } | undefined;
}

/** Another address that says the same in one spelling. */
export interface Redirect {
  readonly redirect: string;
}

export type Page = (request: PageRequest) => Answer | Redirect;

export type Format = 'html' | 'json' | 'csv';

/** Forms of one answer share what they are made from. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

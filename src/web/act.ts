import type { Request, RequestHandler, Response } from 'express';
import type { Corpora } from '../corpus/corpora.js';
import type { Parsers } from '../corpus/import/parser-process.js';
import type { Store } from '../corpus/store/store.js';
import { mediaType, NO_BODY, type Body } from './body.js';
import type { Drafts } from './drafts.js';
import { tellingOf } from './error-page.js';
import type { Page, Refused } from './page.js';
import { rootedAddress } from './rooted.js';

/** What a route gives an act. */
export interface ActRequest {
  readonly corpora: Corpora;
  readonly store: Store;
  /** Id of the corpus in the address; empty where there is none. */
  readonly corpus: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly format: 'html' | 'json';
  readonly drafts: Drafts;
  /** The program's own if not given. */
  readonly parsers: Parsers | undefined;
}

/** What an act did, and where its page is. */
export interface Done {
  /** From the corpus's root; a browser is sent there. */
  readonly to: string;
  readonly json: unknown;
  readonly status?: 200 | 201 | undefined;
}

/** A write: its body read and checked, one change of the store. Errors are thrown. */
export type Act = (request: ActRequest) => Promise<Done>;

interface Services {
  readonly corpora: Corpora;
  readonly drafts: Drafts;
  readonly parsers: Parsers | undefined;
  /** Shows a page, with what was refused. */
  readonly show: (page: Page, refused: Refused) => RequestHandler;
}

/** An act as a route's handler; `again` is the page with its form, shown again when it is refused. */
export function acting({ corpora, drafts, parsers, show }: Services): (act: Act, again?: Page) => RequestHandler {
  return (act, again) => async (request, response, next) => {
    const params = request.params as Record<string, string>;
    const format = wantsJson(request, response) ? 'json' : 'html';
    const body = (response.locals.body as Body | undefined) ?? NO_BODY;
    response.locals.format = format;
    try {
      const corpus = params.corpus ?? '';
      const own = corpora.as(ownerOf(response));
      const done = await act({
        corpora: own,
        store: own.store,
        corpus,
        params,
        body,
        format,
        drafts,
        parsers,
      });
      response.setHeader('Cache-Control', 'no-store');
      if (format === 'json') response.status(done.status ?? 200).json(done.json);
      else response.redirect(303, rootedAddress(done.to, corpus === '' ? '' : rootOf(corpus)));
    } catch (error) {
      const told = tellingOf(error);
      if (format === 'json' || !again || told.status >= 500 || told.status === 404) throw error;
      await show(again, { ...told, body })(request, response, next);
    }
  };
}

/** Whose corpora a request is about, as the gate told. */
export function ownerOf(response: Response): string {
  return response.locals.owner as string;
}

export function rootOf(corpus: string): string {
  return `/corpora/${encodeURIComponent(corpus)}`;
}

/** By the path's `.json`, by what was sent, or by what is asked for first. */
function wantsJson({ headers }: Request, response: Response): boolean {
  return (
    response.locals.format === 'json' ||
    mediaType(headers['content-type'] ?? '').type === 'application/json' ||
    (headers.accept ?? '').trim().startsWith('application/json')
  );
}

import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Corpora } from '../corpus/corpora.js';
import type { Library } from '../corpus/library.js';
import { csv } from '../sheet/csv.js';
import { ownerOf, rootOf } from './act.js';
import type { Assets } from './assets.js';
import type { Drafts } from './drafts.js';
import { KeptPages, type KeptBody } from './kept.js';
import { frameOf, ownFrame, withCorpora, type Frame } from './models/frame.js';
import { late, openings } from './openings.js';
import type { Answer, Format, Look, Page, PageRequest, Refused, StoredCorpus } from './page.js';
import { Refusal } from './refusal.js';
import { render } from './render.js';
import { rooted, rootedAddress } from './rooted.js';
import { matches, notModified, reply, send, type Written } from './send.js';

const TYPES: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

export interface Services {
  readonly library: Library;
  readonly assets: Assets;
  readonly build: string;
  readonly corpora: Corpora | undefined;
  readonly drafts: Drafts;
}

export interface Server {
  /** Answers from what is kept, before any routing. */
  readonly kept: RequestHandler;
  /** The handler of a page of the seeds, or of no corpus. */
  readonly page: (page: Page) => RequestHandler;
  /** The same page of the stored corpus in the address, analysed. */
  readonly stored: (page: Page, look?: Look) => RequestHandler;
  /** A page of a stored corpus that needs no analyses; `library` is the seeds' then, for what stands round it. */
  readonly listed: (page: Page) => RequestHandler;
  /** A page shown again with what was refused, as it was given to `stored` or `listed`. */
  readonly show: (page: Page, refused: Refused) => RequestHandler;
}

/**
 * Renders once per address, version of the library or revision of the corpus, and build. An address of the seeds that has
 * been answered is looked up by its own spelling before routing; its ETag is known before anything is rendered.
 */
export function pageServer({ library: seeds, assets, build, corpora, drafts }: Services): Server {
  const pages = new KeptPages();
  const version = `${seeds.version}-${build}`;
  const opening = corpora && openings(corpora);
  const listedPages = new Set<Page>();

  const kept: RequestHandler = (request, response, next) => {
    const body = pages.get(request.url, version);
    if (!body) next();
    else if (matches(request, body.etag)) notModified(response, body.etag);
    else sendKept(request, response, body);
  };

  function sendKept(request: Request, response: Response, body: KeptBody): void {
    if (send(request, response, body)) pages.compress(request.originalUrl, body);
  }

  const page =
    (make: Page, refused?: Refused): RequestHandler =>
    (request, response) =>
      answer(make, { library: seeds, corpus: undefined, refused }, request, response, version);

  const stored =
    (make: Page, look?: Look, refused?: Refused): RequestHandler =>
    async (request, response) => {
      if (look) await look(await listing(idOf(request), response), request.params as Record<string, string>);
      const { corpus, library, reading } = await read(idOf(request), response);
      if (!library) {
        reply(response, 202, readingPage(seeds, assets, corpus, reading), { Refresh: '2' });
        return;
      }
      const own = `${library.version}-${build}-${standing(corpus)}`;
      await answer(make, { library, corpus, refused }, request, response, own);
    };

  const listed = (make: Page, refused?: Refused): RequestHandler => {
    listedPages.add(make);
    return async (request, response) => {
      const corpus = await listing(idOf(request), response);
      const own = `${seeds.version}-${build}-${standing(corpus)}`;
      await answer(make, { library: seeds, corpus, refused }, request, response, own);
    };
  };

  return {
    kept,
    page: (make) => page(make),
    stored: (make, look) => stored(make, look),
    listed: (make) => listed(make),
    show: (make, refused) => (request, response, next) => {
      const id = idOf(request);
      const again =
        id === ''
          ? page(make, refused)
          : listedPages.has(make)
            ? listed(make, refused)
            : stored(make, undefined, refused);
      return again(request, response, next);
    },
  };

  async function read(id: string, response: Response) {
    if (!opening) throw noStore();
    const opened = await opening(ownerOf(response), id, response.locals.format === 'html');
    response.locals.root = rootOf(id);
    return opened;
  }

  async function listing(id: string, response: Response): Promise<StoredCorpus> {
    if (!opening) throw noStore();
    const corpus = await opening.list(ownerOf(response), id);
    response.locals.root = rootOf(id);
    return corpus;
  }

  async function answer(
    make: Page,
    { library, corpus, refused }: Pick<PageRequest, 'library' | 'corpus' | 'refused'>,
    request: Request,
    response: Response,
    stands: string,
  ): Promise<void> {
    const { url, search, format } = addressOf(request);
    const root = corpus ? rootOf(corpus.id) : '';
    const params = request.params as Record<string, string>;
    const made = await make({
      library,
      corpus,
      refused,
      corpora: corpora?.as(ownerOf(response)),
      drafts,
      root,
      assets,
      params,
      search,
      format,
    });
    if ('redirect' in made) {
      response.redirect(303, rootedAddress(made.redirect, root));
      return;
    }
    const write = (): Promise<Written> => written(made, format, root, (frame) => framed(frame, corpus, library));
    if (refused || made.fresh) {
      reply(response, refused?.status ?? 200, await write());
      return;
    }
    const of = made.changes === undefined ? stands : `${stands}-${made.changes}`;
    const etag = `W/"${createHash('sha256').update(`${of} ${format} ${made.address}`).digest('base64url').slice(0, 22)}"`;
    if (matches(request, etag)) {
      notModified(response, etag);
      return;
    }
    const known = pages.get(url, of);
    if (known) {
      sendKept(request, response, known);
      return;
    }
    const body = pages.once(url, of, async () => {
      const { type, text } = await write();
      return { version: of, etag, type, identity: Buffer.from(text) };
    });
    const ready = corpus && format === 'html' ? await Promise.race([body, late()]) : await body;
    if (ready) sendKept(request, response, ready);
    else if (corpus) reply(response, 202, readingPage(seeds, assets, corpus, ''), { Refresh: '2' });
  }

  function framed(frame: Frame, corpus: StoredCorpus | undefined, library: Library): Frame {
    if (corpus) return ownFrame(frame, corpus, library !== seeds);
    return corpora ? withCorpora(frame) : frame;
  }
}

function readingPage(library: Library, assets: Assets, corpus: StoredCorpus, reading: string): Written {
  const { title } = corpus;
  const frame = ownFrame(
    frameOf(assets, library, { title: `Reading ${title}`, current: '', typed: null }),
    corpus,
    false,
  );
  return { type: TYPES.html, text: rooted(render('reading', { frame, title, reading }), rootOf(corpus.id)) };
}

/** What of a stored corpus an answer hangs on. */
const standing = ({ id, revision, store }: StoredCorpus): string => JSON.stringify([store.owner, id, revision]);

const idOf = ({ params }: Request): string => (params as Record<string, string>).corpus ?? '';

function noStore(): Refusal {
  return new Refusal(404, 'there is no store of corpora here', 'start Parallax with “npm start”');
}

/** `.json` or `.csv` behind a path asks for the same in that form. */
export const formatOfAddress: RequestHandler = (request, response, next) => {
  const [path, search] = cut(request.url, '?');
  const format = path.endsWith('.json') ? 'json' : path.endsWith('.csv') ? 'csv' : 'html';
  response.locals.format = format;
  // The schema's own name ends in .json.
  if (format !== 'html' && !path.startsWith('/schema/')) request.url = path.slice(0, -format.length - 1) + search;
  next();
};

function addressOf(request: Request): { url: string; search: URLSearchParams; format: Format } {
  const [, search] = cut(request.url, '?');
  return {
    url: request.originalUrl,
    search: new URLSearchParams(search),
    format: request.res?.locals.format as Format,
  };
}

async function written(
  answer: Answer,
  format: Format,
  root: string,
  framed: (frame: Frame) => Frame,
): Promise<Written> {
  if (answer.plain) return { type: answer.plain.type, text: answer.plain.body() };
  if (format === 'json' && answer.json)
    return { type: TYPES.json, text: `${JSON.stringify(await answer.json(), null, 2)}\n` };
  if (format === 'csv' && answer.csv) return { type: TYPES.csv, text: csv(await answer.csv()) };
  if (format !== 'html') throw new Refusal(404, 'this page has no such form', `leave .${format} off`);
  const page = await answer.html();
  const whole = 'frame' in page ? { ...page, frame: framed(page.frame as Frame) } : page;
  return { type: TYPES.html, text: rooted(render(answer.view, whole), root) };
}

function cut(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}

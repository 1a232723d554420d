import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Library } from '../corpus/library.js';
import { csv } from '../sheet/csv.js';
import type { Assets } from './assets.js';
import { SECURITY_HEADERS } from './gate.js';
import { KeptPages, type KeptBody } from './kept.js';
import type { Answer, Format, Page } from './page.js';
import { Refusal } from './refusal.js';
import { render } from './render.js';

const TYPES: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const SECURITY = SECURITY_HEADERS.flat();
const REVALIDATED = ['Cache-Control', 'no-cache', 'Vary', 'Accept-Encoding'];

export interface Server {
  /** Answers from what is kept, before any routing. */
  readonly kept: RequestHandler;
  /** A route's handler. */
  readonly page: (page: Page) => RequestHandler;
}

/**
 * Renders once per address, library version and build. An address that has been answered is looked up by its own
 * spelling before routing; its ETag is known before anything is rendered.
 */
export function pageServer(library: Library, assets: Assets, build: string): Server {
  const pages = new KeptPages();
  const version = `${library.version}-${build}`;

  const kept: RequestHandler = (request, response, next) => {
    const body = pages.get(request.url, version);
    if (!body) next();
    else if (matches(request, body.etag)) notModified(response, body.etag);
    else send(request, response, body);
  };

  const page =
    (make: Page): RequestHandler =>
    (request, response) => {
      const { url, search, format } = addressOf(request);
      const answer = make({ library, assets, params: request.params as Record<string, string>, search, format });
      if ('redirect' in answer) {
        response.redirect(303, answer.redirect);
        return;
      }
      const etag = `W/"${createHash('sha256').update(`${version} ${format} ${answer.address}`).digest('base64url').slice(0, 22)}"`;
      if (matches(request, etag)) {
        notModified(response, etag);
        return;
      }
      const { type, text } = written(answer, format);
      const body: KeptBody = { version, etag, type, identity: Buffer.from(text) };
      pages.keep(url, body);
      send(request, response, body);
    };

  return { kept, page };
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

function addressOf(request: Parameters<RequestHandler>[0]): { url: string; search: URLSearchParams; format: Format } {
  const [, search] = cut(request.url, '?');
  return {
    url: request.originalUrl,
    search: new URLSearchParams(search),
    format: request.res?.locals.format as Format,
  };
}

function written(answer: Answer, format: Format): { type: string; text: string } {
  if (answer.plain) return { type: answer.plain.type, text: answer.plain.body() };
  if (format === 'json' && answer.json)
    return { type: TYPES.json, text: `${JSON.stringify(answer.json(), null, 2)}\n` };
  if (format === 'csv' && answer.csv) return { type: TYPES.csv, text: csv(answer.csv()) };
  if (format !== 'html') throw new Refusal(404, 'this page has no such form', `leave .${format} off`);
  return { type: TYPES.html, text: render(answer.view, answer.html()) };
}

function send(request: IncomingMessage, response: Response, { etag, type, identity, brotli }: KeptBody): void {
  const compressed = brotli && takesBrotli(request.headers['accept-encoding'] ?? '') ? brotli : undefined;
  const bytes = compressed ?? identity;
  // One array of names and values: setting each header by itself takes as long as all the rest of answering.
  const head = [
    ...SECURITY,
    ...REVALIDATED,
    'Content-Type',
    type,
    'ETag',
    etag,
    'Content-Length',
    String(bytes.length),
  ];
  if (compressed) head.push('Content-Encoding', 'br');
  response.writeHead(200, head);
  response.end(bytes);
}

function notModified(response: Response, etag: string): void {
  response.writeHead(304, ['ETag', etag, ...REVALIDATED]);
  response.end();
}

function matches(request: IncomingMessage, etag: string): boolean {
  const asked = request.headers['if-none-match'];
  return (
    asked !== undefined &&
    (asked === etag ||
      asked === '*' ||
      asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag.replace(/^W\//, '')))
  );
}

function takesBrotli(accepted: string): boolean {
  for (const coding of accepted.split(',')) {
    const [name = '', quality = ''] = coding.split(';');
    if (name.trim() === 'br') return !(quality.trim().startsWith('q=') && Number(quality.trim().slice(2)) === 0);
  }
  return false;
}

function cut(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}

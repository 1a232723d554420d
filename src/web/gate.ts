import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { OWNER } from '../corpus/store/tables.js';
import { mediaType, MOST_BYTES } from './body.js';
import { Refusal } from './refusal.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

export interface GateOptions {
  /** A further host name to answer to, beside the loopback's own. */
  readonly host?: string | undefined;
  /** Whether there is a store to write to. */
  readonly writes: boolean;
}

/** What comes before anything else, the cheapest question first; nothing of a body is read before all are answered. */
export function gate({ host, writes }: GateOptions): RequestHandler {
  const hosts = new Set(
    host === undefined ? LOOPBACK : [...LOOPBACK, host.includes(':') ? `[${host}]` : host.toLowerCase()],
  );
  const methods = writes ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
  return (request, response, next) => {
    try {
      checkHost(request, hosts);
      checkLength(request);
      if (!methods.includes(request.method)) {
        response.setHeader('Allow', methods.join(', '));
        throw new Refusal(
          405,
          `${request.method} is no method here`,
          writes ? 'use GET to read and POST to write' : 'use GET: pages can only be read',
        );
      }
      if (request.method === 'POST') {
        checkSite(request);
        checkType(request);
      }
      // Where accounts would say who asks: all that follows reads and writes this owner's rows alone.
      response.locals.owner = OWNER;
    } catch (error) {
      // A body that was not read must not be taken for the next request.
      if (request.method !== 'GET' && request.method !== 'HEAD') response.setHeader('Connection', 'close');
      throw error;
    }
    next();
  };
}

function checkHost({ headers, rawHeaders, url }: IncomingMessage, hosts: ReadonlySet<string>): void {
  // Node keeps the first of two hosts and takes a whole address for a path; whoever sends either means another reader.
  const isOne = rawHeaders.filter((each, at) => at % 2 === 0 && each.toLowerCase() === 'host').length < 2;
  // Another name that resolves to this machine may be a page elsewhere that rebinds its DNS to read from it.
  if (!isOne || !(url ?? '').startsWith('/') || !hosts.has(hostname(headers.host ?? '')))
    throw new Refusal(
      421,
      'this address is not one that Parallax answers to',
      'open it as http://127.0.0.1 or http://localhost with the same port',
    );
}

function checkLength({ headers }: IncomingMessage): void {
  const most = MOST_BYTES[mediaType(headers['content-type'] ?? '').type] ?? MOST_BYTES['multipart/form-data'] ?? 0;
  if (Number(headers['content-length'] ?? 0) > most)
    throw new Refusal(
      413,
      `what was sent is larger than ${most / (1024 * 1024)} MB`,
      'send it in several pieces, or use “parallax import” from the command line',
    );
}

/** A page of another site may make a browser send a form here; browsers say from where. No browser, no header. */
function checkSite({ headers }: IncomingMessage): void {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isOwn =
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (origin === undefined || origin === `http://${headers.host ?? ''}`);
  if (!isOwn) throw new Refusal(403, 'this comes from another site', 'make the change on Parallax’s own page');
}

function checkType({ headers }: IncomingMessage): void {
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity')
    throw new Refusal(415, 'what was sent is compressed', 'send it as it is');
  const isEmpty =
    headers['transfer-encoding'] === undefined &&
    (headers['content-length'] ?? '0') === '0' &&
    !headers['content-type'];
  if (isEmpty) return;
  const { type, charset } = mediaType(headers['content-type'] ?? '');
  if (!(type in MOST_BYTES) || (charset !== '' && charset !== 'utf-8' && charset !== 'utf8'))
    throw new Refusal(
      415,
      'what was sent is of a type that is not taken',
      `send ${Object.keys(MOST_BYTES).join(', ')}, in UTF-8`,
    );
}

/** Headers that leave a page nothing to run but our own files, on whatever is answered. */
export const dress: RequestHandler = (_request, response, next) => {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  next();
};

/** `localhost` of `localhost:3000`; empty for anything that is not a host with an optional port. */
function hostname(header: string): string {
  const end = header.startsWith('[') ? header.indexOf(']') + 1 : header.indexOf(':');
  const name = end > 0 ? header.slice(0, end) : header;
  const port = header.slice(name.length);
  const isPort =
    port === '' ||
    (port.length > 1 && port.length <= 6 && Array.from(port.slice(1)).every((digit) => digit >= '0' && digit <= '9'));
  return isPort ? name.toLowerCase() : '';
}

/** Helmet's headers, made once, as names and values: none of them depends on the request, and making them takes longer than sending a kept page. */
function securityHeaders(): [string, string][] {
  const none = ["'none'"];
  const self = ["'self'"];
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: self,
        connectSrc: self,
        styleSrc: self,
        fontSrc: self,
        imgSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
      },
    },
    // With none sent at all, a browser calls the origin of our own forms “null”.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  const headers: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  set(Object.create(null) as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

export const SECURITY_HEADERS: readonly (readonly [string, string])[] = securityHeaders();

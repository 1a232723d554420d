import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { Refusal } from './refusal.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** What comes before anything else: known hosts only, and reading only. */
export function gate(host: string | undefined): RequestHandler {
  const hosts = new Set(
    host === undefined ? LOOPBACK : [...LOOPBACK, host.includes(':') ? `[${host}]` : host.toLowerCase()],
  );
  return (request, response, next) => {
    if (!hosts.has(hostname(request.headers.host ?? ''))) {
      // Another name that resolves to this machine may be a page elsewhere that rebinds its DNS to read from it.
      throw new Refusal(
        421,
        'this address is not one that Parallax answers to',
        'open it as http://127.0.0.1 or http://localhost with the same port',
      );
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      throw new Refusal(405, `${request.method} changes nothing here: pages can only be read`, 'use GET');
    }
    next();
  };
}

/** Headers that leave a page nothing to run, on whatever is answered. */
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
        styleSrc: self,
        fontSrc: self,
        imgSrc: self,
        formAction: self,
        baseUri: none,
        frameAncestors: none,
      },
    },
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

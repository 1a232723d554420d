import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { SECURITY_HEADERS } from './gate.js';
import type { KeptBody } from './kept.js';

const SECURITY = SECURITY_HEADERS.flat();
const REVALIDATED = ['Cache-Control', 'no-cache', 'Vary', 'Accept-Encoding'];

/** A body that was made. */
export interface Written {
  readonly type: string;
  readonly text: string;
}

/** For what is not kept. */
export function reply(
  response: Response,
  status: number,
  { type, text }: Written,
  headers: Record<string, string> = {},
): void {
  response.status(status).set({ ...headers, 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(text);
}

/** Whether a compressed body was wanted and is not there yet. */
export function send(
  request: IncomingMessage,
  response: Response,
  { etag, type, identity, brotli }: KeptBody,
): boolean {
  const wanted = takesBrotli(request.headers['accept-encoding'] ?? '');
  const compressed = wanted ? brotli : undefined;
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
  return wanted && !compressed;
}

export function notModified(response: Response, etag: string): void {
  response.writeHead(304, ['ETag', etag, ...REVALIDATED]);
  response.end();
}

export function matches(request: IncomingMessage, etag: string): boolean {
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

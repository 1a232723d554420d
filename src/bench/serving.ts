import express from 'express';
import { Agent, createServer, get, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSeedLibrary } from '../corpus/seed-library.js';
import { createApp } from '../web/app.js';
import { marked, type Mark } from '../web/highlight.js';
import { median, timed, type Figure } from './figure.js';

const PAGE = '/topics/new-caledonia';
const ROUNDS = 15;
const REQUESTS = 600;
const CONNECTIONS = 32;
const MARKS = 300;

interface Served {
  readonly status: number;
  readonly etag: string;
  readonly body: Buffer;
}

/** A comparison page beside a bare Express route that sends the same bytes; a 304 likewise; a fresh render of marks. */
export async function serving(): Promise<Figure[]> {
  const app = await listen(createApp(openSeedLibrary()));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const kept = await compressed(app, agent);
  const bare = express();
  bare.get(PAGE, (request, response) => {
    if (request.headers['if-none-match'] === kept.etag) {
      response.status(304).end();
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8').setHeader('Content-Encoding', 'br');
    response.setHeader('ETag', kept.etag).setHeader('Content-Length', kept.body.length).end(kept.body);
  });
  const plain = await listen(bare);
  const pages: number[] = [];
  const unchanged: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const load = (server: Server, headers: Record<string, string>): Promise<number> => flood(server, agent, headers);
    pages.push((await load(plain, {})) / (await load(app, {})));
    unchanged.push(
      (await load(plain, { 'If-None-Match': kept.etag })) / (await load(app, { 'If-None-Match': kept.etag })),
    );
  }
  agent.destroy();
  app.close();
  plain.close();
  return [
    {
      name: 'page-to-bare-route',
      value: median(pages),
      bound: '0.9 or more',
      detail: `speed of ${PAGE} to a bare route with the same ${kept.body.length} compressed bytes`,
    },
    { name: 'unchanged-to-bare-route', value: median(unchanged), bound: '0.9 or more', detail: 'the same for a 304' },
    { name: 'render-ms', value: renderTime(), bound: 'under 1', detail: `a fresh render of ${MARKS} marks` },
  ];
}

function renderTime(): number {
  const text = 'The minister slammed the so-called reform and insisted that it had failed. '.repeat(MARKS / 3);
  const marks = Array.from({ length: MARKS }, (_, i): Mark => {
    const start = Math.floor((i * (text.length - 12)) / MARKS);
    return { start, end: start + 8, device: 'loaded-terms', code: `L${i + 1}`, label: 'Loaded terms', first: true };
  });
  return median(Array.from({ length: 101 }, () => timed(() => marked(text, marks))));
}

/** The page once its body is compressed; the server does that after its first answer. */
async function compressed(server: Server, agent: Agent): Promise<Served> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const served = await ask(server, agent, {});
    if (attempt > 10 && served.body.length > 0) return served;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error('the page was never compressed');
}

/** Milliseconds for a number of requests over some kept connections. */
async function flood(server: Server, agent: Agent, headers: Record<string, string>): Promise<number> {
  const start = performance.now();
  const one = async (): Promise<void> => {
    for (let i = 0; i < REQUESTS / CONNECTIONS; i += 1) await ask(server, agent, headers);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return performance.now() - start;
}

function ask(server: Server, agent: Agent, headers: Record<string, string>): Promise<Served> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    const request = get(
      { host: '127.0.0.1', port, path: PAGE, agent, headers: { 'Accept-Encoding': 'br', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '', body: Buffer.concat(chunks) }),
        );
      },
    );
    request.on('error', failed);
  });
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ownSite, RENTS, rentsIn, type OwnSite } from './own.js';

// What a client may send, as bytes to a real port.

let site: OwnSite;
let server: Server;
let port: number;
let rents: string;

beforeAll(async () => {
  site = await ownSite();
  rents = await rentsIn(site);
  server = createServer(site.app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await site.close();
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends bytes and reads what comes back until the other side closes; status 0 where nothing does. */
async function send(bytes: string | Buffer, wait = 3_000): Promise<Answer> {
  const text = await new Promise<string>((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = (): void => {
      socket.destroy();
      resolve(Buffer.concat(pieces).toString('utf8'));
    };
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', done).on('close', done);
    setTimeout(done, wait).unref();
  });
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}

const own = (): string => `Host: 127.0.0.1:${port}`;
const post = (headers: readonly string[], body = '', path = '/corpora'): string =>
  [`POST ${path} HTTP/1.1`, own(), 'Connection: close', ...headers, '', body].join('\r\n');
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const TITLE = 'title=Floods';
const LENGTH = `Content-Length: ${TITLE.length}`;

describe('the gate asks, in this order,', () => {
  test.each([
    ['the host', 421, () => post([], '').replace(own(), 'Host: evil.example')],
    ['the host before the length', 421, () => post(['Content-Length: 99999999999']).replace(own(), 'Host: a.example')],
    ['the length before the method', 413, () => post(['Content-Length: 99999999999', FORM]).replace('POST', 'PUT')],
    ['the method', 405, () => post([FORM, LENGTH], TITLE).replace('POST', 'PATCH')],
    ['the method before the site', 405, () => post(['Sec-Fetch-Site: cross-site']).replace('POST', 'DELETE')],
    ['the site', 403, () => post([FORM, LENGTH, 'Sec-Fetch-Site: cross-site'], TITLE)],
    [
      'the site before the type',
      403,
      () => post(['Content-Type: text/plain', LENGTH, 'Origin: http://evil.example'], TITLE),
    ],
    ['the type', 415, () => post(['Content-Type: text/plain', LENGTH], TITLE)],
    ['the charset', 415, () => post([`${FORM}; charset=utf-7`, LENGTH], TITLE)],
    ['the coding', 415, () => post([FORM, LENGTH, 'Content-Encoding: gzip'], TITLE)],
  ])('%s: %i', async (_, status, bytes) => {
    expect((await send(bytes())).status).toBe(status);
  });

  test('refuses a length at once, though no byte of the body has come', async () => {
    const began = performance.now();
    const { status } = await send(post(['Content-Length: 90000000', FORM]).replace('Connection: close\r\n', ''));
    expect(status).toBe(413);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('a write from', () => {
  const sites =
    (...headers: string[]): (() => string) =>
    () =>
      post([FORM, LENGTH, ...headers], TITLE);
  test.each([
    ['no browser', 303, sites()],
    [
      'the page itself',
      303,
      () => post([FORM, LENGTH, 'Sec-Fetch-Site: same-origin', `Origin: http://127.0.0.1:${port}`], TITLE),
    ],
    ['the address bar', 303, sites('Sec-Fetch-Site: none')],
    ['another port of this machine', 403, sites('Sec-Fetch-Site: same-site', 'Origin: http://127.0.0.1:1')],
    ['another port, by an old browser', 403, sites('Origin: http://127.0.0.1:1')],
    ['a sandboxed frame', 403, sites('Origin: null')],
    ['https of the same name', 403, () => post([FORM, LENGTH, `Origin: https://127.0.0.1:${port}`], TITLE)],
  ])('%s is answered %i', async (_, status, bytes) => {
    expect((await send(bytes())).status).toBe(status);
  });

  test('another site stores nothing', async () => {
    const before = (await site.store.listCorpora()).length;
    await send(post([FORM, LENGTH, 'Sec-Fetch-Site: cross-site'], TITLE));
    expect(await site.store.listCorpora()).toHaveLength(before);
  });
});

test('a body without a declared length is cut off at the same measure', async () => {
  const piece = `${(1 << 20).toString(16)}\r\n${'a'.repeat(1 << 20)}\r\n`;
  const head = ['POST /corpora HTTP/1.1', own(), FORM, 'Transfer-Encoding: chunked', '', ''].join('\r\n');
  expect((await send(head + piece.repeat(26))).status).toBe(413);
});

test('a write where nothing can be written is no page', async () => {
  for (const path of ['/', '/topics/minsk-group', `/corpora/${rents}/terms`, '/nowhere', '/healthz'])
    expect([path, (await send(post([FORM, LENGTH], TITLE, path))).status]).toEqual([path, 404]);
});

test('/healthz says that it is there', async () => {
  const answer = await site.get('/healthz');
  expect([answer.status, answer.body, answer.headers['cache-control']]).toEqual([200, { status: 'ok' }, 'no-store']);
});

describe('the list of hostile requests', () => {
  const LIST = join(fileURLToPath(new URL('../../', import.meta.url)), '../shared/badinputs/make.mjs');
  interface Case {
    readonly id: string;
    readonly group: string;
    readonly expect: {
      readonly outcome: string;
      readonly status: readonly number[];
      readonly mayCloseSilently?: boolean;
      readonly mustNotContain?: readonly string[];
      readonly headerAbsent?: readonly string[];
      readonly locationMustNotStartWith?: readonly string[];
    };
  }
  interface List {
    readonly cases: readonly Case[];
    readonly bytes: (id: string) => Buffer;
  }
  if (!existsSync(LIST)) {
    test.skip('there is no ../shared/badinputs/make.mjs', () => undefined);
    return;
  }
  let list: List;
  beforeAll(async () => {
    list = (await import(pathToFileURL(LIST).href)) as List;
    // The first page compares all topics, which is no part of any case.
    await site.get('/');
  });

  /** Its addresses are no product's own. */
  const readdressed = (bytes: Buffer): Buffer =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replaceAll('{{PORT}}', String(port))
        .replace(/^POST (?:\/api)?\/documents HTTP/, `POST /corpora/${rents}/documents HTTP`)
        .replace(/^(GET|OPTIONS) (?:\/api)?\/documents HTTP/, `$1 /corpora/${rents}/documents HTTP`)
        .replace(/^GET \/documents\/1/, `GET /corpora/${rents}/documents/001`),
      'latin1',
    );

  test('over HTTP gets what it says, leaks nothing, and the next request is served', async () => {
    const cases = list.cases.filter(({ group }) => group === 'http');
    const wrong: unknown[] = [];
    for (const { id, expect: expected } of cases) {
      const { status, text } = await send(readdressed(list.bytes(id)), 1_500);
      const isSilent = status === 0 && expected.mayCloseSilently === true;
      if (!expected.status.includes(status) && !isSilent) wrong.push([id, status, expected.status]);
      for (const each of expected.mustNotContain ?? []) if (text.includes(each)) wrong.push([id, 'contains', each]);
      const head = text.split('\r\n\r\n')[0]?.toLowerCase() ?? '';
      for (const each of expected.headerAbsent ?? []) if (head.includes(`${each}:`)) wrong.push([id, 'has', each]);
      for (const each of expected.locationMustNotStartWith ?? [])
        if (head.includes(`location: ${each}`)) wrong.push([id, 'leads to', each]);
      if (text.includes('<img src=x')) wrong.push([id, 'unescaped']);
      if ((await site.get('/healthz')).status !== 200) wrong.push([id, 'nothing is served after it']);
    }
    expect([cases.length > 50, wrong]).toEqual([true, []]);
    expect([existsSync('/tmp/parallax-slip.txt'), ({} as Record<string, unknown>).admin]).toEqual([false, undefined]);
  });

  test('as JSON is taken or refused, never an error', async () => {
    const cases = list.cases.filter(({ id, group }) => group === 'json' || id.startsWith('json-'));
    const wrong: unknown[] = [];
    for (const { id, expect: expected } of cases) {
      const body = list.bytes(id);
      const before = (await site.store.listDocuments(rents)).total;
      const { status, text } = await send(
        Buffer.concat([
          Buffer.from(
            post(
              ['Content-Type: application/json', `Content-Length: ${body.length}`],
              '',
              `/corpora/${rents}/documents`,
            ),
          ),
          body,
        ]),
      );
      const stored = (await site.store.listDocuments(rents)).total - before;
      const isEither = expected.outcome === 'either' && status >= 200 && status < 500;
      if (!expected.status.includes(status) && !isEither) wrong.push([id, status, expected.status, text.slice(-200)]);
      if (status >= 400 && stored > 0) wrong.push([id, 'stored', stored]);
    }
    expect([cases.length > 15, wrong]).toEqual([true, []]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(site.faults).toEqual([]);
  });
});

test('a document’s text is in no line of the log', async () => {
  const { createApp } = await import('../../src/web/app.js');
  const { openSeedLibrary } = await import('../../src/corpus/seed-library.js');
  const { default: request } = await import('supertest');
  const lines: unknown[] = [];
  const app = createApp(openSeedLibrary(), { corpora: site.corpora, log: (line) => lines.push(line) });
  const body = { text: `${RENTS} Secretwords stand here.` };
  await request(app).post(`/corpora/${rents}/documents`).set('Host', 'localhost').send(body);
  await request(app).get(`/corpora/${rents}/search?q=secretwords`).set('Host', 'localhost');
  expect(lines).toMatchObject([
    { method: 'POST', path: `/corpora/${rents}/documents`, status: 201 },
    { method: 'GET', path: `/corpora/${rents}/search`, status: 200 },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/secretwords/i);
});

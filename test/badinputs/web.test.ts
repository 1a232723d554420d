import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/corpus/store/store.js';
import { pipeline, serve, type Served } from './built.js';
import { files, list, nameOf, requests, textFaults, type Case } from './list.js';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));
/** The list's times are for one at a time; other tests run meanwhile. */
const SLACK = 4;
/** Garbage of a few cases before it; what a case holds on to shows in all that follow. */
const SLACK_MB = 128;

/** What “either” means to the list: taken, or refused in words. */
const EITHER = [200, 201, 400, 413, 415, 422];

interface Answer {
  readonly status: number;
  readonly text: string;
}

if (!list) test.skip('hostile inputs: there is no ../shared/badinputs/make.mjs', () => undefined);
else {
  const { bytes } = list;
  const folder = mkdtempSync(join(tmpdir(), 'parallax-web-'));
  let server: Served;
  const taken = new Map<string, string>();

  beforeAll(async () => {
    server = await serve(join(folder, 'data'), { NODE_OPTIONS: `--import ${GUARD}` });
    await send('/corpora.json', JSON.stringify({ title: 'Bad' }), 'application/json');
    await upload('/corpora/bad/documents.json', 'first.html', Buffer.from('<p>A first page starts the parsers.</p>'));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  async function send(path: string, body: NonNullable<RequestInit['body']>, type?: string): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: 'POST',
      body,
      // A case takes long to make; a kept connection would be closed by then.
      headers: { Connection: 'close', ...(type !== undefined && { 'Content-Type': type }) },
    });
    return { status: response.status, text: await response.text() };
  }

  function upload(path: string, name: string, content: Buffer): Promise<Answer> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(content)]), name);
    return send(path, form);
  }

  /** Whether the answer is what the list expects, in time and memory; its refusal says why and what to do. */
  async function held({ id, expect: expected }: Case, sent: () => Promise<Answer>): Promise<void> {
    const before = server.use()?.memoryMb ?? 0;
    const began = performance.now();
    const { status, text } = await sent();
    const grown = (server.use()?.memoryMb ?? 0) - before;
    const allowed = expected.outcome === 'either' ? [...EITHER, ...expected.status] : expected.status;
    expect({
      status: allowed.includes(status) ? 'as expected' : `${status} ${text.slice(0, 300)}`,
      inTime: performance.now() - began <= expected.maxMs * SLACK,
      grown: grown <= expected.maxRssMb + SLACK_MB ? 'little' : grown,
    }).toEqual({ status: 'as expected', inTime: true, grown: 'little' });
    if (expected.outcome !== 'either') expect(status < 400).toBe(expected.outcome === 'accept');
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as {
      readonly documents?: readonly { readonly id: string }[];
      readonly error?: { readonly problem: string; readonly remedy: string };
    };
    if (status >= 400 && text.startsWith('{'))
      expect(answer.error).toMatchObject({ problem: expect.any(String), remedy: expect.any(String) });
    const [document] = answer.documents ?? [];
    if (document) taken.set(id, document.id);
  }

  const uploads = files.filter(({ ext }) => ext !== 'json');

  describe('a hostile file is taken or refused by the API as its list says:', () => {
    test.each(uploads.map((each) => [each.id, each] as const))('%s', async (id, each) => {
      const content = bytes(id);
      await held(each, () => upload('/corpora/bad/documents.json', nameOf(each), content));
    });
  });

  describe('a hostile JSON body is taken or refused by the API as its list says:', () => {
    test.each(files.filter(({ ext }) => ext === 'json').map((each) => [each.id, each] as const))(
      '%s',
      async (id, each) => {
        await held(each, () => send('/corpora/bad/documents.json', new Uint8Array(bytes(id)), 'application/json'));
      },
    );
  });

  describe('a hostile text is taken as it was pasted, by form and by JSON:', () => {
    const texts = uploads.filter(({ id, ext, group }) => ext === 'txt' && group !== 'large' && isUtf8(bytes(id)));
    test.each(texts.map((each) => [each.id] as const))('%s', async (id) => {
      const text = bytes(id).toString('utf8');
      const form = await send('/corpora/bad/documents.json', new URLSearchParams({ text }));
      const json = await send('/corpora/bad/documents.json', JSON.stringify({ text }), 'application/json');
      expect([form, json].filter(({ status }) => ![200, 201, 413, 422].includes(status))).toEqual([]);
    });
  });

  describe('the review page of a hostile file shows its text and runs none of it:', () => {
    const shown = uploads.filter(({ group }) => ['encoding', 'unicode', 'html', 'docx', 'pdf'].includes(group));
    test.each(shown.map((each) => [each.id, each] as const))('%s', async (id, each) => {
      const { status, text } = await upload('/corpora/bad/import', nameOf(each), bytes(id));
      expect([200, 201, 422]).toContain(status);
      const raw =
        /<script(?! src="\/assets\/)|<img src=x|<svg[^>]*onload|href="\s*(?:javascript|vbscript|data):|<iframe|<base/i;
      expect(raw.exec(text)?.[0]).toBeUndefined();
    });
  });

  describe('a hostile request is answered as its list says:', () => {
    test.each(requests.map((each) => [each.id, each] as const))('%s', async (id, { expect: expected }) => {
      const request = {
        bytes: addressed(bytes(id), server.port),
        method: 'GET',
        sound: expected.mayCloseSilently !== true,
      };
      const { done } = await pipeline(server.port, [request]);
      const [{ response, hung } = { response: undefined, hung: true }] = done;
      const status = response?.status ?? 0;
      const isExpected = expected.status.includes(status) || (status === 0 && expected.mayCloseSilently === true);
      const location = /^location: (.*)$/m.exec(response?.head ?? '')?.[1] ?? '';
      expect({
        status: isExpected ? 'as expected' : status,
        hung,
        body: (expected.mustNotContain ?? []).filter((each) => response?.body.includes(each)),
        head: (expected.headerAbsent ?? []).filter((each) => response?.head.includes(each)),
        location: (expected.locationMustNotStartWith ?? []).filter((each) => location.startsWith(each)),
      }).toEqual({ status: 'as expected', hung: false, body: [], head: [], location: [] });
    });
  });

  test('none of them ends the server, connects to anything or writes elsewhere; the next request is served', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/corpora/bad`);
    await response.text();
    expect({
      status: response.status,
      outbound: server
        .errors()
        .split('\n')
        .filter((line) => line.startsWith('OUTBOUND')),
      slipped: existsSync('/tmp/parallax-slip.txt'),
      code: await server.stop(),
    }).toEqual({ status: 200, outbound: [], slipped: false, code: 0 });
  });

  test('what was taken is stored as its list says', async () => {
    const store = await openStore(join(folder, 'data'));
    const documents = new Map((await store.allDocuments('bad')).map((each) => [each.id, each]));
    const faults = files.flatMap(({ id, expect: expected }) => {
      const document = documents.get(taken.get(id) ?? '');
      return document ? textFaults(store.textNow(document), expected).map((each) => `${id} ${each}`) : [];
    });
    store.close();
    expect({ faults, some: taken.size > 100 }).toEqual({ faults: [], some: true });
  });
}

function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString('utf8')).equals(bytes);
}

/** The list writes to /documents and /api/documents, which only a corpus of one’s own has. */
function addressed(bytes: Buffer, port: number): Buffer {
  const latin = bytes.toString('latin1').replaceAll('{{PORT}}', String(port));
  const path = latin
    .replace(/^(\S+) \/api\/documents(?= )/, '$1 /corpora/bad/documents.json')
    .replace(/^POST \/documents/, 'POST /corpora/bad/documents');
  return Buffer.from(path, 'latin1');
}

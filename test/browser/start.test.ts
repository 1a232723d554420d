import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newFolder, removeFolders } from '../corpus/store/sample.js';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const ONE_LINE = /^parallax: [^\n]+\n$/;

interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first line of standard output. */
  readonly said: Promise<string>;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

const running = new Set<ChildProcess>();

afterEach(() => {
  // A process group each, since npm starts the server as a child of its own.
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
});

afterAll(removeFolders);

describe('the store', () => {
  test('that is damaged is left as it is, with the way back and 3', async () => {
    const PARALLAX_DATA = newFolder();
    const file = join(PARALLAX_DATA, 'parallax.sqlite');
    writeFileSync(file, 'x'.repeat(8192));
    const { code, out, err } = await start(process.execPath, [SERVER], {
      PORT: String(await freePort()),
      PARALLAX_DATA,
    }).ended;
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: expect.stringMatching(ONE_LINE) });
    expect(err).toContain(file);
  });

  test('that another Parallax has open is refused with 3', async () => {
    const PARALLAX_DATA = newFolder();
    await start(process.execPath, [SERVER], { PORT: String(await freePort()), PARALLAX_DATA }).said;
    const { code, err } = await start(process.execPath, [SERVER], { PORT: String(await freePort()), PARALLAX_DATA })
      .ended;
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(ONE_LINE) });
  });

  test('keeps what was answered: a stop and a start lose nothing, and the log has no text', async () => {
    const PARALLAX_DATA = newFolder();
    const first = start(process.execPath, [SERVER], { PORT: String(await freePort()), PARALLAX_DATA });
    const address = (await first.said).trim().split(' ').at(-1) ?? '';
    const post = (path: string, value: object): Promise<Response> =>
      fetch(address + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(value),
      });
    expect((await post('/corpora', { title: 'Floods' })).status).toBe(201);
    const text = 'The river rose above the bridge on Sunday, and the school was closed for the week.';
    expect((await post('/corpora/floods/documents', { text })).status).toBe(201);
    const began = performance.now();
    first.child.kill('SIGTERM');
    const { code, out, err } = await first.ended;
    expect({ code, err, soon: performance.now() - began < 10_000 }).toEqual({ code: 0, err: '', soon: true });
    expect(out).toContain('/corpora/floods/documents');
    expect(out).not.toContain('river');
    const second = start(process.execPath, [SERVER], { PORT: String(await freePort()), PARALLAX_DATA });
    const again = (await second.said).split(' ').at(-1)?.trim() ?? '';
    expect(await (await fetch(`${again}/corpora/floods/documents/001/edit.json`)).json()).toMatchObject({ text });
  });
});

describe('README’s start command', () => {
  test('says the address and answers there', async () => {
    const port = await freePort();
    const { said } = start('npm', ['start', '--silent'], { PORT: String(port) });
    const address = `http://127.0.0.1:${port}`;
    expect(await said).toBe(`Parallax is at ${address}\n`);
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<title>');
  });

  test('on a port in use is refused in one line that names it, and the first goes on', async () => {
    const port = await freePort();
    const first = start(process.execPath, [SERVER], { PORT: String(port) });
    const address = (await first.said).trim().split(' ').at(-1) ?? '';
    const second = await start(process.execPath, [SERVER], { PORT: String(port) }).ended;
    expect(second).toEqual({ code: 2, out: '', err: expect.stringMatching(ONE_LINE) });
    expect(second.err).toContain(String(port));
    expect((await fetch(`${address}/method`)).status).toBe(200);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', 'localhost.example'],
  ])('with %s=%s is refused in one line that names it', async (name, value) => {
    const { code, out, err } = await start(process.execPath, [SERVER], { [name]: value }).ended;
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(ONE_LINE) });
    expect(err).toContain(`${name} is "${value}"`);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 at %s, though a browser keeps its connection',
    async (signal) => {
      const { child, said, ended } = start(process.execPath, [SERVER], { PORT: String(await freePort()) });
      const address = (await said).trim().split(' ').at(-1) ?? '';
      expect((await fetch(address, { headers: { connection: 'keep-alive' } })).status).toBe(200);
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, err: '' });
    },
  );
});

function start(command: string, args: readonly string[], settings: Record<string, string>): Started {
  const environment = { ...process.env, PORT: '', HOST: '', PARALLAX_DATA: newFolder() };
  const child = spawn(command, args, { env: { ...environment, ...settings }, stdio: 'pipe', detached: true });
  running.add(child);
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  child.stdout.setEncoding('utf8');
  const said = new Promise<string>((resolve) => {
    child.stdout.on('data', (piece: string) => {
      out += piece;
      if (out.endsWith('\n')) resolve(out);
    });
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  return { child, said, ended };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

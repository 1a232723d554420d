import { afterAll, expect, test } from '@jest/globals';
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, childOptions } from './built.js';

const PROBE = fileURLToPath(new URL('./probe.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parallax-probe-'));
const secret = join(folder, 'secret.txt');
writeFileSync(secret, 'secret');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Told {
  readonly tried: number;
  readonly open: readonly string[];
}

/** What is open to a process started as parsers are, once it has loaded these; and how many connections came of it. */
async function probe(loaded: readonly string[]): Promise<Told & { readonly connections: number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const options = childOptions();
  const execArgv = [...options.execArgv, `--allow-fs-read=${PROBE}`];
  const child = fork(PROBE, [String(port), secret, ...loaded], { ...options, execArgv });
  try {
    const told = await new Promise<Told>((done, failed) => {
      child.once('message', (message) => {
        done(message as Told);
      });
      child.once('exit', (code, signal) => {
        failed(new Error(`the probe ended with ${code ?? signal ?? ''}`));
      });
    });
    return { ...told, connections };
  } finally {
    child.removeAllListeners('exit').kill('SIGKILL');
    server.close();
  }
}

test('a process that parses reaches no network, starts nothing, and opens no file but the program’s', async () => {
  expect(await probe([built('parse-child')])).toEqual({ tried: 28, open: [], connections: 0 });
});

test('the same process would connect, look up and listen, were it not confined', async () => {
  const { open, connections } = await probe([]);
  expect(open).toEqual(expect.arrayContaining(['net by import', 'a server', 'http', 'tls', 'dgram', 'dns', 'fetch']));
  expect(connections).toBeGreaterThan(0);
});

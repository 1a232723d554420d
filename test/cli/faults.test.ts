import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type Ran } from './run.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(folder, 'empty.txt'), '');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('says in one line what is wrong, without a stack, and ends with 2:', () => {
  test.each([
    ['no such command', ['nonsense'], ''],
    ['no such option', ['compare', '--nonsense'], ''],
    ['compare without a topic', ['compare'], ''],
    ['a topic and a query', ['compare', '--topic', 'minsk-group', '--query', 'war'], ''],
    ['no such topic', ['compare', '--topic', 'nonsense'], ''],
    ['a topic of two lines', ['compare', '--topic', 'non\nsense'], ''],
    ['an option without its value', ['compare', '--topic'], ''],
    ['no such format', ['compare', '--topic', 'minsk-group', '--format', 'xml'], ''],
    ['an empty query', ['compare', '--query', ' '], ''],
    ['a query of stop words', ['compare', '--query', 'the of and'], ''],
    ['analyze without a text', ['analyze'], ''],
    ['files and lines at once', ['analyze', '--jsonl', 'a.txt'], ''],
    ['a file that is not there', ['analyze', '/nowhere/a.txt'], ''],
    ['a folder', ['analyze', tmpdir()], ''],
    ['a sheet without a place to write', ['sheet', '--topic', 'minsk-group'], ''],
    ['a sheet of no known paper', ['sheet', '--topic', 'minsk-group', '--pdf', 'x.pdf', '--paper', 'a0'], ''],
    ['a line without a text', ['analyze', '--jsonl'], '{"id":"a"}\n'],
    ['a line that is a list', ['analyze', '--jsonl'], '[1]\n'],
  ])('%s', async (_, args, input) => {
    const { code, out, err } = await run(args, { input });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^parallax: [^\n]+\n$/) });
  });

  test.each(['picture.png', 'empty.txt'])('%s', async (name) => {
    const { code, out, err } = await run(['compare', '--topic', 'minsk-group', join(folder, name)]);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^parallax: [^\n]+\n$/) });
    expect(err).toContain(name);
  });
});

describe('a store that cannot be opened is said in one line, and ends with 3:', () => {
  test.each([
    ['where no folder can be made', '/proc/nope', /^parallax: the folder \/proc\/nope cannot be made: [^\n]+\n$/],
    ['a device', '/dev/null', /^parallax: \/dev\/null is no folder: [^\n]+\n$/],
    ['a folder in the file’s place', 'taken', /^parallax: \S+parallax\.sqlite is no file: [^\n]+\n$/],
  ])('%s', async (_, place, says) => {
    mkdirSync(join(folder, 'taken', 'parallax.sqlite'), { recursive: true });
    const env = { PARALLAX_DATA: resolve(folder, place) };
    expect(await run(['corpora'], { env })).toEqual({ code: 3, out: '', err: expect.stringMatching(says) });
    expect(await runServer(env)).toEqual({ code: 3, err: expect.stringMatching(says) });
  });
});

/** Starts the server, which is to refuse. */
async function runServer(env: Readonly<Record<string, string>>): Promise<Pick<Ran, 'code' | 'err'>> {
  const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
  const port = String(await freePort());
  const child = spawn(process.execPath, [server], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env, PORT: port },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, err };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe('what is missing is named in words of our own:', () => {
  test.each([
    ['no place to export to', ['export', 'rents'], 'parallax: --to is missing: give it with its value.\n'],
    [
      'an empty place',
      ['export', 'rents', '--to', ''],
      'parallax: the file to write has no name: give the path where it should stand.\n',
    ],
    ['an option without its value', ['compare', '--topic'], 'parallax: --topic has no value: give one behind it.\n'],
    ['no corpus', ['delete'], 'parallax: “corpus” is missing: give it behind the command.\n'],
    [
      'an empty corpus',
      ['import', '--corpus', '', 'a.txt'],
      'parallax: the name behind --corpus is empty: name the corpus that takes the files.\n',
    ],
  ])('%s', async (_, args, err) => {
    const env = { PARALLAX_DATA: join(folder, 'data') };
    expect(await run(args, { env })).toEqual({ code: 2, out: '', err });
  });
});

test('without a command shows how it is used, and ends with 2', async () => {
  const { code, out, err } = await run([]);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Usage: parallax /) });
});

test('shows help that was asked for, and ends with 0', async () => {
  const { code, out, err } = await run(['--help']);
  expect({ code, out, err }).toEqual({ code: 0, out: expect.stringMatching(/^Usage: parallax /), err: '' });
});

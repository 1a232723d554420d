import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';

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

test('without a command shows how it is used, and ends with 2', async () => {
  const { code, out, err } = await run([]);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^Usage: parallax /) });
});

test('shows help that was asked for, and ends with 0', async () => {
  const { code, out, err } = await run(['--help']);
  expect({ code, out, err }).toEqual({ code: 0, out: expect.stringMatching(/^Usage: parallax /), err: '' });
});

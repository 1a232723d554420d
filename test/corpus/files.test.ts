import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument, readDocuments } from '../../src/corpus/files.js';
import { MAX_DOCUMENT_BYTES } from '../../src/text/decode.js';
import { ParallaxError } from '../../src/text/error.js';

let folder = '';
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  mkdirSync(path('other'));
  writeFileSync(path('report.txt'), 'The minister spoke.');
  writeFileSync(path('other/report.txt'), 'The minister did not.');
  writeFileSync(path('empty.txt'), '');
  writeFileSync(path('picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(path('large.txt'), Buffer.alloc(MAX_DOCUMENT_BYTES + 1, 'a '));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a file is a document of which nothing is guessed', async () => {
  expect(await readDocument(path('report.txt'), 'report')).toEqual({
    id: 'report',
    file: 'report.txt',
    sha256: '8ec55feeae107fff2437d6268986a6e16d3aa150c14ec8a681b3d58d1111ea2b',
    short: 'report',
    title: 'unknown',
    outlet: 'unknown',
    author: 'unknown',
    date: 'unknown',
    text: 'The minister spoke.',
    warnings: [],
  });
});

test('two files of one name get two ids', async () => {
  const documents = await readDocuments([path('report.txt'), path('other/report.txt'), path('report.txt')]);
  expect(documents.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    'report: The minister spoke.',
    'report-2: The minister did not.',
    'report-3: The minister spoke.',
  ]);
});

describe('refuses in one line that names the file', () => {
  test.each([
    ['what is not there', 'nowhere.txt', 'no-file'],
    ['a folder', 'other', 'no-file'],
    ['what is inside a file', 'report.txt/inside', 'no-file'],
    ['an empty file', 'empty.txt', 'empty'],
    ['a picture', 'picture.txt', 'binary'],
    ['more than the limit', 'large.txt', 'too-large'],
  ])('%s', async (_, name, code) => {
    const error: unknown = await readDocument(path(name), 'x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ParallaxError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^[^\n]+: [^\n]+\.$/) });
    expect(String(error)).toContain(path(name));
  });

  (process.platform === 'linux' ? test : test.skip)('a file without an end', async () => {
    await expect(readDocument('/dev/zero', 'x')).rejects.toMatchObject({ code: 'too-large' });
  });
});

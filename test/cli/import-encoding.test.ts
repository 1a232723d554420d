import { afterAll, beforeAll, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from './run.js';

const RUSSIAN =
  'Совет сообщил в понедельник, что арендная плата в старом городе вырастет на десять процентов. ' +
  'Жильцы назвали это решение позором и собрали подписи против него, но мэр отказался их принять. ' +
  'Газета писала, что переговоры продолжаются уже второй месяц и пока не дали никаких результатов. ' +
  'Соседние города уже повысили плату, и там, по словам жильцов, многие семьи переехали на окраины.';

let folder = '';
const path = (name: string): string => join(folder, name);
const parallax = (...args: string[]): Promise<Ran> => run(args, { env: { PARALLAX_DATA: path('data') } });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-encoding-'));
  writeFileSync(path('told.txt'), iconv.encode(RUSSIAN, 'windows-1251'));
  writeFileSync(path('chosen.txt'), iconv.encode(RUSSIAN.toUpperCase(), 'windows-1251'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('Russian text without a mark is told, named in words, and said to be told', async () => {
  const { code, out } = await parallax('import', '--corpus', 'Told', path('told.txt'));
  expect({ code, out: out.split('\n') }).toEqual({
    code: 0,
    out: [
      'Told (told): 1 added, 0 already there, 0 skipped',
      'In no supported language: kept, not compared:',
      '  told.txt (001): Russian',
      'To look at:',
      '  told.txt (001): Not valid UTF-8; decoded as Windows-1251, Cyrillic. If its letters look wrong, import it with its encoding chosen.',
      '',
    ],
  });
});

test('a text in capitals, which cannot be told, is read in the encoding that was chosen', async () => {
  const { code, out } = await parallax(
    ...['import', '--corpus', 'Chosen', '--encoding', 'Windows-1251', path('chosen.txt')],
  );
  expect({ code, out: out.split('\n').slice(2) }).toEqual({
    code: 0,
    out: ['  chosen.txt (001): Russian', 'To look at:', '  chosen.txt (001): Read as windows-1251, as chosen.', ''],
  });
});

test.each([
  [
    'an encoding that is not read',
    ['--corpus', 'x', '--encoding', 'utf-7'],
    '--encoding cannot be "utf-7": use utf-8 or',
  ],
  ['an encoding of an archive', ['--archive', 'a.zip', '--encoding', 'utf-8'], 'import needs files'],
])('refuses %s', async (_, options, says) => {
  const { code, err } = await parallax('import', ...options, ...(options[0] === '--corpus' ? [path('told.txt')] : []));
  expect({ failed: code !== 0, says: err.includes(says), lines: err.trim().split('\n').length }).toEqual({
    failed: true,
    says: true,
    lines: 1,
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Ran } from './run.js';

// One store from the first search to the last purge; each test needs those before it.

const REPORT =
  'The ferry strike began on Monday. The union claimed that the company had refused to talk. ' +
  'Islanders were stranded for two days, the mayor said, and shops ran out of bread by Tuesday night.';
const SECRET =
  'The quokka memorandum names the informant as Thaddeus. Nobody but the editors has read it so far this week. ' +
  'The union and the mayor were told of it on Monday, and neither of them wished to say a word.';

let folder = '';
const path = (...names: string[]): string => join(folder, ...names);
const parallax = (...args: string[]): Promise<Ran> => run(args, { env: { PARALLAX_DATA: path('data') } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-purge-'));
  writeFileSync(path('report.txt'), REPORT);
  writeFileSync(path('secret.txt'), SECRET);
  await parallax('import', '--corpus', 'Ferries', path('report.txt'), path('secret.txt'));
  await parallax('import', '--corpus', 'Secrets', path('secret.txt'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('search', () => {
  test('lists documents with all words, the sentences that hold some, and their offsets', async () => {
    expect(await parallax('search', 'FERRIES', 'mayors', 'striking')).toEqual({
      code: 0,
      out: [
        '1 document with all of these words',
        '001  Source 001 (2 sentences)',
        `  0-33  ${REPORT.slice(0, 33)}`,
        `  90-${REPORT.length}  ${REPORT.slice(90)}`,
        '',
      ].join('\n'),
      err: '',
    });
  });

  test('gives JSON with offsets into the stored text', async () => {
    const { code, out } = await parallax('search', 'ferries', 'quokka', '--json');
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        total: 1,
        found: [
          {
            document: { id: '002', title: null, outlet: null, date: null },
            hits: 1,
            sentences: [{ start: 0, end: 54, text: SECRET.slice(0, 54), hits: [{ start: 4, end: 10 }] }],
          },
        ],
      },
    ]);
  });

  test('that finds nothing says so', async () => {
    expect(await parallax('search', 'ferries', 'nothing', 'of', 'this')).toEqual({
      code: 0,
      out: 'no document holds all of these words\n',
      err: '',
    });
  });

  test.each([
    ['a corpus that is not there', ['search', 'none', 'ferry'], 'there is no corpus "none"'],
    ['the built-in corpus', ['search', 'seeds', 'ferry'], 'the built-in corpus'],
    ['no words', ['search', 'ferries'], '“words” is missing'],
    ['a page that is none', ['search', 'ferries', 'ferry', '--page', '0'], '--page cannot be "0"'],
    ['a purge of nothing named', ['purge', '--yes'], 'purge needs either'],
    ['a purge of both', ['purge', 'ferries', '--all-deleted'], 'purge needs either'],
    ['a purge of what never was', ['purge', 'none', '--yes'], 'there is no corpus "none"'],
    ['a purge of the built-in corpus', ['purge', 'seeds', '--yes'], 'the built-in corpus'],
  ])('refuses %s in one line, and ends with 2', async (_, args, problem) => {
    const { code, out, err } = await parallax(...args);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringMatching(/^parallax: [^\n]+\n$/) });
    expect(err).toContain(problem);
  });
});

describe('purge', () => {
  const left = (): string[] =>
    readdirSync(path('data'), { withFileTypes: true })
      .filter((file) => file.isFile() && readFileSync(path('data', file.name)).includes('Thaddeus'))
      .map(({ name }) => name);

  test('says what would go and stops, without --yes', async () => {
    await parallax('delete', 'secrets');
    const { code, out, err } = await parallax('purge', 'secrets');
    expect({ code, out, err }).toEqual({
      code: 2,
      out: [
        'would be purged:',
        '  corpus secrets, Secrets: 1 document; what ferries holds as well stays',
        '  0 texts in all, with originals, analyses and words of the search',
        '',
      ].join('\n'),
      err: 'parallax: a purge cannot be undone: look at the list and give --yes.\n',
    });
    expect(await parallax('undo', 'secrets', '2')).toMatchObject({ code: 0 });
  });

  test('takes every byte of what was deleted, and names the backups that may hold it', async () => {
    const backup = (await parallax('backup')).out.trim();
    await parallax('delete', 'secrets');
    await parallax('delete', 'ferries');
    expect(left()).not.toEqual([]);
    const { code, out, err } = await parallax('purge', '--all-deleted', '--yes');
    expect({ code, out, err, left: left() }).toEqual({
      code: 0,
      out: [
        'purged, which cannot be undone:',
        '  corpus ferries, Ferries: 2 documents',
        '  corpus secrets, Secrets: 1 document',
        '  2 texts in all, with originals, analyses and words of the search',
        'backups are copies and stay as they are; delete those that were written before, if the texts must go from them too:',
        `  ${backup}`,
        '',
      ].join('\n'),
      err: '',
      left: [],
    });
    expect(readdirSync(path('data', 'backups')).map((name) => path('data', 'backups', name))).toEqual([backup]);
  });

  test('leaves nothing to purge nor to undo', async () => {
    expect(await parallax('purge', '--all-deleted', '--yes')).toEqual({
      code: 0,
      out: 'nothing that was deleted is kept\n',
      err: '',
    });
    expect(await parallax('undo', 'ferries', '2')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no corpus "ferries"'),
    });
  });
});

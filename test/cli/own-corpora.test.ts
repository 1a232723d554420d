import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from '../../src/compare/schema/comparison.js';
import { openStore } from '../../src/corpus/store/store.js';
import { run, type Ran } from './run.js';

// One store goes through a corpus's life, command by command; each test needs those before it.

const REPORT =
  'The ferry strike began on Monday. The union claimed that the company had refused to talk. ' +
  'Islanders were stranded for two days, the mayor said, and shops ran out of bread by Tuesday night.';
const COLUMN =
  'The reckless ferry strike holds the islands hostage. The so-called union slammed a generous offer. ' +
  'Nobody asked the bakers, the nurses or the pupils who missed their examinations on the mainland.';

let folder = '';
const path = (...names: string[]): string => join(folder, ...names);
const parallax = (...args: string[]): Promise<Ran> => run(args, { env: { PARALLAX_DATA: path('data') } });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-own-'));
  mkdirSync(path('ferries', 'more'), { recursive: true });
  writeFileSync(path('ferries', 'report.txt'), REPORT);
  writeFileSync(path('ferries', 'copied.txt'), REPORT);
  writeFileSync(path('ferries', 'syndicated.txt'), `${REPORT} Talks go on.`);
  writeFileSync(
    path('ferries', 'more', 'column.html'),
    `<html><head><title>Hostages</title><meta property="og:site_name" content="The Quay"></head><body><article><h1>Hostages</h1><p>${COLUMN}</p></article></body></html>`,
  );
  writeFileSync(path('ferries', 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(path('ferries', '.hidden.txt'), COLUMN);
  symlinkSync(path('ferries'), path('ferries', 'more', 'round'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('import takes a folder into a new corpus and says what it took, what not, and why', async () => {
  const { code, out, err } = await parallax('import', '--corpus', 'Ferries', path('ferries'));
  expect({ code, out: out.split('\n') }).toEqual({
    code: 0,
    out: [
      'Ferries (ferries): 3 added, 1 already there, 1 skipped',
      '1 hidden file or folder passed over',
      'Skipped:',
      expect.stringMatching(/^ {2}ferries\/picture\.png is not text: give .+\.$/),
      'Already there, with the same bytes:',
      '  ferries/report.txt is document 001',
      'Near-duplicates:',
      expect.stringMatching(
        /^ {2}ferries\/syndicated\.txt \(003\) shares \d+ % of its wording with ferries\/copied\.txt \(001\)$/,
      ),
      'To look at:',
      expect.stringContaining('Very short text'),
      expect.stringContaining('Very short text'),
      expect.stringContaining('Very short text'),
      '',
    ],
  });
  expect(err.split('\n').at(-2)).toBe('analysed 3 of 3 documents');
  expect(err).not.toContain('\r');
});

test('import again takes nothing twice, into the corpus by its id or its title', async () => {
  const [byId, byTitle] = [
    await parallax('import', '--corpus', 'ferries', path('ferries', 'report.txt')),
    await parallax('import', '--corpus', 'FERRIES', path('ferries', 'more')),
  ];
  expect([byId, byTitle].map(({ code, out }) => [code, out.split('\n')[0]])).toEqual([
    [0, 'Ferries (ferries): 0 added, 1 already there, 0 skipped'],
    [0, 'Ferries (ferries): 0 added, 1 already there, 0 skipped'],
  ]);
});

test('corpora lists the built-in corpus and one’s own', async () => {
  const { code, out, err } = await parallax('corpora');
  expect({ code, out: out.split('\n'), err }).toEqual({
    code: 0,
    out: [
      expect.stringMatching(/^seeds {4}.+: 5 documents, 12 topics, built in$/),
      'ferries  Ferries: 3 documents, 0 topics',
      '',
    ],
    err: '',
  });
});

test('compare works on a corpus of one’s own as on the built-in one', async () => {
  const { code, out, err } = await parallax(
    ...['compare', '--corpus', 'ferries', '--query', 'the ferry strike', '--format', 'json'],
  );
  const { corpus, documents } = JSON.parse(out) as Comparison;
  expect({
    code,
    err,
    corpus: corpus.id,
    documents: documents.map(({ id, short, coverage }) => [id, short, coverage]),
  }).toEqual({
    code: 0,
    err: '',
    corpus: 'ferries',
    documents: [
      ['001', 'Source 001', 'covered'],
      ['002', 'The Quay', 'covered'],
      ['003', 'Source 003', 'covered'],
    ],
  });
});

test('an archive that was exported is a corpus again, with the same comparison byte for byte', async () => {
  const compare = (corpus: string): Promise<Ran> =>
    parallax('compare', '--corpus', corpus, '--query', 'the ferry strike', '--format', 'csv');
  const before = await compare('ferries');
  const exported = await parallax('export', 'ferries', '--to', path('ferries.zip'));
  const deleted = await parallax('delete', 'ferries');
  const imported = await parallax('import', '--archive', path('ferries.zip'));
  const after = await compare('ferries-2');
  expect([exported.out, deleted.out, imported.out]).toEqual([
    `${path('ferries.zip')}: Ferries (ferries)\n`,
    'Ferries (ferries) is deleted, with 3 documents\nto have it back: parallax undo ferries 2\n',
    'Ferries (ferries-2): 3 documents\n',
  ]);
  expect(before.code).toBe(0);
  expect(after).toEqual(before);
});

test('undo brings back what was deleted, once', async () => {
  const first = await parallax('undo', 'ferries', '2');
  const again = await parallax('undo', 'ferries', '2');
  const { out } = await parallax('corpora');
  expect({ first, again, own: out.split('\n').slice(1, -1) }).toEqual({
    first: { code: 0, out: 'change 2 of ferries is taken back\n', err: '' },
    again: { code: 2, out: '', err: expect.stringMatching(/^parallax: this was changed [^\n]+\n$/) },
    own: ['ferries    Ferries: 3 documents, 0 topics', 'ferries-2  Ferries: 3 documents, 0 topics'],
  });
});

test('topics of a corpus without any are no lines', async () => {
  expect(await parallax('topics', '--corpus', 'ferries')).toEqual({ code: 0, out: '', err: '' });
});

test('backup copies the store and says where to', async () => {
  const { code, out } = await parallax('backup');
  expect({ code, head: readFileSync(out.trim()).toString('latin1', 0, 15) }).toEqual({
    code: 0,
    head: 'SQLite format 3',
  });
});

describe('says in one line what is wrong, and ends with 2:', () => {
  test.each([
    ['import without a corpus', ['import', 'a.txt'], 'import needs files'],
    ['import without files', ['import', '--corpus', 'x'], 'import needs files'],
    ['files and an archive', ['import', '--archive', 'a.zip', 'a.txt'], 'import needs files'],
    ['an import of what is not there', ['import', '--corpus', 'x', '/nowhere/a.txt'], '/nowhere/a.txt is not there'],
    ['an import into the built-in corpus', ['import', '--corpus', 'seeds', '/nowhere/a.txt'], 'the built-in corpus'],
    ['an archive that is not there', ['import', '--archive', '/nowhere/a.zip'], 'there is no file /nowhere/a.zip'],
    ['a corpus that is not there', ['compare', '--corpus', 'x', '--query', 'ferries'], 'there is no corpus "x"'],
    ['a corpus and files', ['compare', '--corpus', 'ferries', '--query', 'ferries', 'a.txt'], 'leave out --corpus'],
    ['an export to nowhere', ['export', 'ferries', '--to', '/nowhere/a.zip'], '/nowhere/a.zip cannot be written'],
    ['the built-in corpus deleted', ['delete', 'seeds'], 'the built-in corpus'],
    ['a change that is no number', ['undo', 'ferries', '1e3'], 'no number of a change'],
  ])('%s', async (_, args, problem) => {
    const { code, out, err } = await parallax(...args);
    expect({ code, out, err: err.replaceAll(/^read .*\n/gm, '') }).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^parallax: [^\n]+\n$/),
    });
    expect(err).toContain(problem);
  });

  test('an archive that is none', async () => {
    const { code, err } = await parallax('import', '--archive', path('ferries', 'report.txt'));
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^parallax: the archive cannot be taken [^\n]+\n$/),
    });
  });
});

test('files of which none can be taken leave no corpus behind, each with its reason', async () => {
  const { code, out, err } = await parallax(
    ...['import', '--corpus', 'Nothing', path('ferries', 'picture.png'), path('ferries', 'none.txt')],
  );
  expect({ code, out: out.split('\n'), err: err.split('\n').at(-2) }).toEqual({
    code: 2,
    out: [expect.stringContaining('picture.png is not text'), expect.stringContaining('none.txt is not there'), ''],
    err: 'parallax: none of 2 files can be taken, for the reasons listed: mend one and import again.',
  });
  expect((await parallax('corpora')).out).not.toContain('Nothing');
});

describe('a store that may not be opened stays as it is, with what to do, and exit code 3:', () => {
  test('one that a running Parallax holds', async () => {
    const store = await openStore(path('data'));
    const { code, out, err } = await parallax('backup');
    store.close();
    expect({ code, out, err }).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(/^parallax: another Parallax has this store open[^\n]+stop the server[^\n]+\n$/),
    });
  });

  test('one that is damaged, with the steps to restore its backup', async () => {
    const database = path('data', 'parallax.sqlite');
    const bytes = readFileSync(database);
    const torn = Buffer.concat([Buffer.from('torn'), bytes.subarray(4)]);
    writeFileSync(database, torn);
    const { code, err } = await parallax('import', '--corpus', 'Ferries', path('ferries'));
    expect({ code, same: readFileSync(database).equals(torn), err }).toEqual({
      code: 3,
      same: true,
      err: expect.stringMatching(/^parallax: [^\n]+ is damaged [^\n]+ copy [^\n]+parallax-v\d+-[^\n]+\n$/),
    });
    writeFileSync(database, bytes);
    expect((await parallax('corpora')).code).toBe(0);
  });

  test('one of another program', async () => {
    mkdirSync(path('foreign'));
    const bytes = Buffer.alloc(4096);
    bytes.write('SQLite format 3\0', 'latin1');
    writeFileSync(path('foreign', 'parallax.sqlite'), bytes);
    const { code, err } = await run(['corpora'], { env: { PARALLAX_DATA: path('foreign') } });
    expect({ code, same: readFileSync(path('foreign', 'parallax.sqlite')).equals(bytes), err }).toEqual({
      code: 3,
      same: true,
      err: expect.stringMatching(/^parallax: [^\n]+ belongs to another program[^\n]+\n$/),
    });
  });
});

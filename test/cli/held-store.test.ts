import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/corpus/store/store.js';
import { run, type Ran } from './run.js';

const REPORT =
  'The ferry strike began on Monday. The union claimed that the company had refused to talk. ' +
  'Islanders were stranded for two days, the mayor said, and shops ran out of bread by Tuesday night.';

let folder = '';
const path = (...names: string[]): string => join(folder, ...names);
const parallax = (...args: string[]): Promise<Ran> => run(args, { env: { PARALLAX_DATA: path('data') } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-held-'));
  writeFileSync(path('report.txt'), REPORT);
  writeFileSync(path('again.txt'), `${REPORT} Talks go on.`);
  await parallax('import', '--corpus', 'Ferries', path('report.txt'), path('again.txt'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('beside a Parallax that has the store open', () => {
  const REFUSED = {
    code: 3,
    out: '',
    err: expect.stringMatching(/^parallax: another Parallax has this store open[^\n]+\n$/),
  };

  test('commands that read answer as without it, and those that write are refused', async () => {
    const compare = ['compare', '--corpus', 'ferries', '--query', 'the ferry strike', '--format', 'csv'];
    const reading = [['corpora'], ['topics', '--corpus', 'ferries'], ['suggest', '--corpus', 'ferries'], compare];
    const alone = await all(reading);
    const store = await openStore(path('data'));
    const beside = await all(reading);
    const exported = await parallax('export', 'ferries', '--to', path('beside.zip'));
    const writing = await all([
      ['import', '--corpus', 'ferries', path('report.txt')],
      ['delete', 'ferries'],
      ['undo', 'ferries', '1'],
      ['backup'],
      ['import', '--archive', path('beside.zip')],
    ]);
    const intact = store.checkIntegrity();
    store.close();
    expect(alone.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(beside).toEqual(alone);
    expect(exported).toEqual({ code: 0, out: `${path('beside.zip')}: Ferries (ferries)\n`, err: '' });
    expect(writing).toEqual(writing.map(() => REFUSED));
    expect(intact).toBe('ok');
  });

  test('what that one has written is read, and what is not analysed yet is said', async () => {
    const store = await openStore(path('data'));
    const { answer } = await store.createCorpus('New');
    const [report] = await store.allDocuments('ferries');
    if (!report) throw new Error('the corpus has no document');
    const text = store.textNow(report);
    const bytes = Buffer.from(text, 'utf8');
    const { file, title, outlet, author, date, url, warnings, language } = report;
    await store.addDocuments(answer, [
      { file, format: 'text', bytes, text, title, outlet, author, date, url, warnings, language },
    ]);
    await store.save(answer, 'topic', {
      id: 'strike',
      title: 'The strike',
      question: 'What of it?',
      cues: [{ groups: [['ferry']], near: false }],
      not: [],
      typed: false,
    });
    const listed = await parallax('topics', '--corpus', 'new');
    await store.save(answer, 'names', [
      {
        id: 'u',
        name: 'The union',
        kind: 'group',
        labels: [
          {
            label: 'union',
            terms: ['union'],
            contested: false,
            why: 'A name.',
            source: 'usage',
            finds: [],
            ignores: [],
          },
        ],
      },
    ]);
    const compared = await parallax('compare', '--corpus', 'new', '--topic', 'strike');
    await store.deleteCorpus(answer);
    store.close();
    expect(listed).toEqual({ code: 0, out: 'strike  The strike: What of it?\n', err: '' });
    expect(compared.err).toContain('left out: document 001, since it is not analysed yet\n');
    expect(compared.err).toContain('is analysed when the corpus is opened in a running server');
  });
});

async function all(commands: readonly (readonly string[])[]): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (const command of commands) ran.push(await parallax(...command));
  return ran;
}

test('an import into a folder that cannot be written says that alone', () => {
  const data = path('read-only');
  cpSync(path('data'), data, { recursive: true });
  writeFileSync(path('other.txt'), `${REPORT} So it goes.`);
  for (const name of readdirSync(data)) chmodSync(join(data, name), name === 'backups' ? 0o555 : 0o444);
  for (const each of [data, folder]) chmodSync(each, 0o555);
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'import', '--corpus', 'ferries', path('other.txt')],
    // The file modes do not hold for root.
    {
      encoding: 'utf8',
      env: { ...process.env, PARALLAX_DATA: data },
      ...(process.getuid?.() === 0 && { uid: 65534, gid: 65534 }),
    },
  );
  for (const each of [data, folder]) chmodSync(each, 0o755);
  expect({ status, stdout, stderr: stderr.split('\n').slice(-2) }).toEqual({
    status: 2,
    stdout: '',
    stderr: [expect.stringMatching(/^parallax: the store’s folder cannot be written: /), ''],
  });
});

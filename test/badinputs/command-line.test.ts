import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/corpus/store/store.js';
import { run, type Ran } from '../cli/run.js';
import { files, list, nameOf, textFaults } from './list.js';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));
/** All of them together, their analyses too, on two busy cores. */
const LIMIT_MS = 300_000;

if (!list) test.skip('hostile inputs: there is no ../shared/badinputs/make.mjs', () => undefined);
else {
  const { bytes } = list;
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bad-'));
  const env = { PARALLAX_DATA: join(folder, 'data'), NODE_OPTIONS: `--import ${GUARD}` };
  const stored = new Map<string, string>();
  let ran: Ran = { code: null, out: '', err: '' };
  let next: Ran = ran;

  // One import of all: each must be taken or refused by itself, whatever stands beside it.
  beforeAll(async () => {
    for (const each of files) {
      mkdirSync(join(folder, 'in', each.id), { recursive: true });
      writeFileSync(join(folder, 'in', each.id, nameOf(each)), bytes(each.id));
    }
    ran = await run(['import', '--corpus', 'Bad', join(folder, 'in')], { env });
    next = await run(['corpora'], { env });
    const store = await openStore(env.PARALLAX_DATA);
    for (const each of await store.allDocuments('bad')) stored.set(each.file.split('/')[1] ?? '', store.textNow(each));
    store.close();
  }, LIMIT_MS);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  describe('a hostile file is taken or refused by the command line as its list says:', () => {
    test.each(files.map((each) => [each.id, each] as const))('%s', (id, each) => {
      const text = stored.get(id);
      const reason = ran.out.split('\n').find((line) => line.startsWith(`  in/${id}/`) && /: [^:]+\.$/.test(line));
      if (text === undefined) {
        expect(each.expect.outcome).not.toBe('accept');
        expect(reason).toBeDefined();
      } else expect(textFaults(text, each.expect)).toEqual([]);
    });
  });

  test('none of them ends the import, connects to anything, writes elsewhere, or reaches the terminal’s controls', () => {
    expect({
      code: ran.code,
      outbound: ran.err.split('\n').filter((line) => line.startsWith('OUTBOUND')),
      slipped: existsSync('/tmp/parallax-slip.txt'),
      // eslint-disable-next-line no-control-regex -- the very thing looked for
      controls: /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(ran.out + ran.err),
    }).toEqual({ code: 0, outbound: [], slipped: false, controls: false });
  });

  test('the next command is served, and has what was taken', () => {
    expect({ code: next.code, listed: next.out.includes(`Bad: ${stored.size} documents`) }).toEqual({
      code: 0,
      listed: true,
    });
  });
}

import { afterEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { built, importAll, inShort, openParsers } from './built.js';
import { bytesOf, FILLER, page, pdf } from './files.js';

let parsers: ReturnType<typeof openParsers>;
afterEach(() => parsers.close());

const slow = bytesOf(page('<div><span>a</span></div>'.repeat(25_000)));
const quick = bytesOf(page('<p>Quick.</p>'));
const article = FILLER.repeat(4).trim();

test('stops a file that takes too long, and goes on with the next', async () => {
  parsers = openParsers({ processes: 1, milliseconds: 1_500 });
  const results = await Promise.all([
    importAll('slow.html', slow, { parsers }),
    importAll('a.txt', bytesOf(article), { parsers }),
    importAll('quick.html', quick, { parsers }),
  ]);
  expect(inShort(results.flat())).toEqual([
    'slow.html: timeout',
    `a.txt: ${article}`,
    `quick.html: Quick.\n\n${article}`,
  ]);
});

(process.platform === 'linux' ? test : test.skip)('stops a file that takes too much memory', async () => {
  parsers = openParsers({ processes: 1, memoryMb: 30 });
  expect(inShort(await importAll('slow.html', slow, { parsers }))).toEqual(['slow.html: expands_too_large']);
});

test('gives each of many files its own answer, whatever process read it and however often one is replaced', async () => {
  parsers = openParsers({ processes: 2, files: 7 });
  const names = Array.from({ length: 40 }, (_, at) => `${at}.html`);
  const results = await Promise.all(
    names.map((name) => importAll(name, bytesOf(page(`<p>This is ${name}.</p>`)), { parsers })),
  );
  expect(inShort(results.flat())).toEqual(names.map((name) => `${name}: This is ${name}.\n\n${article}`));
});

test('reads again after it was closed, so that a closed door is not a fault', async () => {
  parsers = openParsers({ processes: 1 });
  await importAll('a.pdf', pdf([['One.']]), { parsers });
  await parsers.close();
  expect(inShort(await importAll('a.pdf', pdf([['Two.']]), { parsers }))).toEqual(['a.pdf: Two.']);
});

test('turns away what it reads and what still waits when it is closed', async () => {
  parsers = openParsers({ processes: 1 });
  const results = Promise.allSettled(['a', 'b', 'c'].map((name) => importAll(`${name}.html`, quick, { parsers })));
  await parsers.close();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('ends its processes before the program goes on, though nothing else keeps the program', () => {
  const program = `
    const { openParsers } = await import(${JSON.stringify(built('parser-process'))});
    const parsers = openParsers({ processes: 1 });
    await parsers.ask({ kind: 'language', text: 'Les loyers ont encore augmenté', name: 'a' });
    await parsers.close();
    process.stdout.write('closed');`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'closed' });
});

test('goes on with as many processes when idle ones are ended, and when they end by themselves', async () => {
  parsers = openParsers({ processes: 2, idleMilliseconds: 50 });
  for (const name of ['a.html', 'b.html', 'c.html']) {
    const two = await Promise.all([name, name].map((each) => importAll(each, quick, { parsers })));
    expect(inShort(two.flat())).toEqual([name, name].map((each) => `${each}: Quick.\n\n${article}`));
    await setTimeout(200);
  }
});

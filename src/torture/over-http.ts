import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filled } from './full-disk.js';
import { madeDocument } from './made-document.js';
import { serve, type Served } from './served.js';

const DISK = '8m';
const LENGTH = 20_000;
const MOST = 2_000;

/** A server on a small disk that fills, and then on one that cannot be written: refused with 507, reading goes on. */
export async function refuseOverHttp(folder: string): Promise<Filled> {
  mkdirSync(folder, { recursive: true });
  if (mount(['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder]) !== 0)
    return {
      taken: 0,
      faults: [],
      skipped: 'full disk over HTTP: not tried, since no disk in memory can be mounted here',
    };
  try {
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(1024 * 1024));
    const data = join(folder, 'data');
    const { taken, faults } = await withServer(data, fill);
    rmSync(ballast);
    if (mount(['-o', 'remount,ro', folder]) !== 0) return { taken, faults: [...faults, 'it cannot be made read-only'] };
    faults.push(...(await withServer(data, async (server) => stillReads(server, taken, 'a read-only folder'))));
    return { taken, faults };
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
}

const mount = (args: readonly string[]): number | null => spawnSync('mount', args).status;

async function withServer<T>(data: string, work: (server: Served) => Promise<T>): Promise<T> {
  const server = await serve(data);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function fill(server: Served): Promise<{ taken: number; faults: string[] }> {
  await post(server, '/corpora.json', { title: 'Full' });
  for (let taken = 0; taken < MOST; taken += 1) {
    const { status, text } = await post(server, '/corpora/full/documents.json', {
      text: madeDocument(taken, LENGTH).text,
    });
    if (status === 201) continue;
    const faults = status === 507 ? [] : [`a full disk gave ${status} over HTTP: ${text.slice(0, 300)}`];
    return { taken, faults: [...faults, ...(await stillReads(server, taken, 'a full disk'))] };
  }
  return { taken: MOST, faults: ['a full disk took everything over HTTP'] };
}

async function stillReads(server: Served, taken: number, where: string): Promise<string[]> {
  const faults: string[] = [];
  const response = await fetch(`http://127.0.0.1:${server.port}/corpora/full/documents.json`);
  const { total } = (await response.json()) as { total?: number };
  if (total !== taken) faults.push(`${where} lists ${String(total)} of ${taken} documents over HTTP`);
  const { status } = await post(server, '/corpora/full/documents.json', {
    text: madeDocument(MOST, 100 * LENGTH).text,
  });
  if (status !== 507) faults.push(`a write to ${where} gave ${status} over HTTP`);
  const page = await fetch(`http://127.0.0.1:${server.port}/corpora`);
  if (page.status !== 200) faults.push(`a page from ${where} gave ${page.status}`);
  return faults;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function post({ port }: Served, path: string, json: unknown): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  return { status: response.status, text: await response.text() };
}

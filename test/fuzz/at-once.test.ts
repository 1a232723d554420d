import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as overHttpModule from '../../src/torture/over-http.js';
import { serve, type Served } from '../badinputs/built.js';

const { refuseOverHttp } = (await import(
  new URL('../../dist/torture/over-http.js', import.meta.url).pathname
)) as typeof overHttpModule;

const TEXT =
  'The council capped rents on Monday. Landlords slammed the so-called cap, and tenants cheered in the rain.';
const AT_ONCE = 50;

const folder = mkdtempSync(join(tmpdir(), 'parallax-at-once-'));
let server: Served;

beforeAll(async () => {
  server = await serve(join(folder, 'data'));
  await post('/corpora.json', { title: 'Rents' });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function post(path: string, json: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  return { status: response.status, body: await response.json() };
}

async function listed(): Promise<{ readonly total: number }> {
  const response = await fetch(`http://127.0.0.1:${server.port}/corpora/rents/documents.json`);
  return (await response.json()) as { total: number };
}

test('one document imported fifty times at once is one row, with fifty answers', async () => {
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => post('/corpora/rents/documents.json', { text: TEXT })),
  );
  const outcomes = answers.map(({ status, body }) => [
    status,
    (body as { documents: { id: string; outcome: string }[] }).documents.map(({ id, outcome }) => `${id} ${outcome}`),
  ]);
  expect(outcomes.filter(([status]) => status === 201)).toEqual([[201, ['001 added']]]);
  expect(outcomes.filter(([status]) => status === 200)).toEqual(
    Array.from({ length: AT_ONCE - 1 }, () => [200, ['001 already']]),
  );
  expect((await listed()).total).toBe(1);
});

test('of edits that have seen the same, exactly one is saved, and the others are told that it changed', async () => {
  const { body } = await post('/corpora/rents/documents/001.json', { outlet: 'The Gazette' });
  const { revision: seen } = body as { revision: number };
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) =>
      post('/corpora/rents/documents/001.json', { outlet: `Paper ${at}`, seen }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
  expect(statuses).toEqual([200, ...Array.from({ length: AT_ONCE - 1 }, () => 409)]);
});

test('a disk that fills and a folder that cannot be written are answered with 507, and reading goes on', async () => {
  const { taken, faults, skipped } = await refuseOverHttp(join(folder, 'disk'));
  if (skipped !== undefined) process.stderr.write(`${skipped}\n`);
  expect({ some: taken > 10 || skipped !== undefined, faults }).toEqual({ some: true, faults: [] });
});

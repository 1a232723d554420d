import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzz, type Fuzzed } from '../badinputs/built.js';

/** The long run is `npm run fuzz`. */
const REQUESTS = 100_000;
/** Two minutes where nothing else runs. */
const LIMIT_MS = 1_200_000;
/** Threads and parsers of the server come and go while it works. */
const MORE_DESCRIPTORS = 24;
/** Pages and texts that are kept fill within a third of the run; what is more is a heap that was not swept yet. */
const MORE_MB = 200;

const folder = mkdtempSync(join(tmpdir(), 'parallax-fuzz-'));
let fuzzed: Fuzzed;

beforeAll(async () => {
  fuzzed = await fuzz({ folder, requests: REQUESTS, seed: 2024 });
  process.stderr.write(`${fuzzed.sent} random requests: ${JSON.stringify(fuzzed.statuses)}\n`);
}, LIMIT_MS);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('random requests are each answered in time, none with a fault of the server’s own', () => {
  expect(fuzzed.faults).toEqual([]);
  expect(fuzzed.sent).toBe(REQUESTS);
});

test('they read, write, and are refused in many ways', () => {
  expect(Object.keys(fuzzed.statuses)).toEqual(
    expect.arrayContaining(['200', '303', '400', '404', '405', '413', '422']),
  );
});

test('the server holds on to neither descriptors nor memory', () => {
  if (!fuzzed.use) return;
  const [warm, last] = fuzzed.use;
  expect(last.descriptors - warm.descriptors).toBeLessThanOrEqual(MORE_DESCRIPTORS);
  expect(last.memoryMb - warm.memoryMb).toBeLessThanOrEqual(MORE_MB);
});

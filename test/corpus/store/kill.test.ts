import { afterAll, expect, test } from '@jest/globals';
import type * as killModule from '../../../src/torture/kill.js';
import { newFolder, removeFolders } from './sample.js';

// A process that is killed runs compiled code.
const { killRounds } = (await import(
  new URL('../../../dist/torture/kill.js', import.meta.url).pathname
)) as typeof killModule;

afterAll(removeFolders);

test('what was acknowledged outlives a kill at any moment; the long run is `npm run torture`', async () => {
  const { rounds, acknowledged, faults } = await killRounds({ folder: newFolder(), rounds: 15, seed: 2024 });
  expect({ rounds, faults }).toEqual({ rounds: 15, faults: [] });
  expect(acknowledged).toBeGreaterThan(0);
});

import { expect, test } from '@jest/globals';
import { openProgress } from '../../src/cli/progress.js';

function told(isTTY: boolean, of: number): string {
  let text = '';
  const stream = { isTTY, write: (piece: string) => (text += piece) } as unknown as NodeJS.WriteStream;
  const progress = openProgress('read', 'files', stream);
  for (let done = 1; done <= of; done += 1) progress.at({ done, of });
  progress.end();
  return text;
}

test('tells a log of each tenth of the way, in whole lines', () => {
  expect(told(false, 1_000).split('\n').slice(0, -1)).toEqual(
    Array.from({ length: 10 }, (_, tenth) => `read ${100 * (tenth + 1)} of 1000 files`),
  );
});

test('draws a bar on a terminal, on one line, and clears it', () => {
  const text = told(true, 1_000);
  expect(text).not.toContain('\n');
  expect(text).toContain(`[${'#'.repeat(30)}] read 1000 of 1000 files`);
  expect(text.endsWith('\r\u001b[K')).toBe(true);
});

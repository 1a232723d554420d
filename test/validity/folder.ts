import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder with these files; lines that are no text are written as JSON. Every row in these tests is invented. */
export function folderWith(files: Readonly<Record<string, readonly unknown[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'validity-'));
  for (const [name, lines] of Object.entries(files)) {
    const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(join(folder, name), `${written.join('\n')}\n`);
  }
  return folder;
}

export const BABE = [
  { id: 'a', text: 'The minister rammed a reckless plan through.', label: 1, biased_words: ['rammed', 'reckless'] },
  { id: 'b', text: 'The council met on Tuesday.', label: 0, biased_words: [] },
  { id: 'c', text: 'The disgraceful vote went ahead.', label: 1, biased_words: ['disgraceful', 'shamefull'] },
];

export const NYT = [
  { id: '1', article: '1', text: 'It was a wonderful concert.', mean_sentiment: 2.6, sd: 0.8 },
  { id: '2', article: '1', text: 'The hall seats two hundred.', mean_sentiment: 0.1, sd: 0.3 },
  { id: '3', article: '2', text: 'It was a terrible disaster.', mean_sentiment: -2.9, sd: 0.7 },
];

export const NEWSMTSC = [
  { id: 'x', text: 'Voters adore Ms Kray.', target_from: 13, target_to: 20, polarity: 'positive' },
  { id: 'y', text: 'Voters adore Ms Kray.', target_from: 0, target_to: 6, polarity: 'neutral' },
  { id: 'z', text: 'The terrible mayor Finch left.', target_from: 19, target_to: 24, polarity: 'negative' },
];

import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LEXICON_FOLDER } from '../../src/build/folders.js';
import { afinn, openVader } from '../../src/validity/baselines.js';
import { polarityOf } from '../../src/validity/marker.js';
import { run } from '../../src/validity/run.js';
import type { Report } from '../../src/validity/table.js';
import { wordsOf } from '../../src/validity/words.js';
import { BABE, folderWith, NEWSMTSC, NYT } from './folder.js';

const ALL = { 'babe.jsonl': BABE, 'nyt.jsonl': NYT, 'newsmtsc.jsonl': NEWSMTSC };

async function ran(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

test('says in one line what is missing, with exit code 2', async () => {
  const none = folderWith({});
  expect(await ran()).toEqual({
    code: 2,
    out: '',
    err: 'validity: validity needs a folder of annotated data: give --data DIR.\n',
  });
  for (const args of [['--data', `${none}/nowhere`], ['--data', none], ['--data'], ['--dta', none], [none]]) {
    const { code, out, err } = await ran(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^validity: [^\n]+\.\n$/);
  }
});

test('names the line that is bad, with exit code 2', async () => {
  const { code, out, err } = await ran('--data', folderWith({ 'nyt.jsonl': [NYT[0], '{'] }));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe('validity: nyt.jsonl line 2 is not JSON: write one JSON object a line.\n');
});

test('prints the same table twice, a row for each measure', async () => {
  const folder = folderWith(ALL);
  const { code, out, err } = await ran('--data', folder);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(await ran('--data', folder)).toEqual({ code, out, err });
  const rows = out.split('\n').filter((line) => line.startsWith('| '));
  expect(rows).toHaveLength(8);
  expect(new Set(rows.map((row) => row.split(' | ').length)).size).toBe(1);
  expect(out).toContain('17 words in 3 sentences');
  expect(out).toContain('3 targets in 2 sentences');
  expect(out).toContain('by ten-fold cross-validation');
  expect(out).toMatch(/BABE, words missed: \d+ under no mark at all, \d+ under a mark/);
  expect(out).toMatch(/NewsMTSC: \d+ neutral targets given a tone/);
  expect(out).toContain('Of BABE’s 4 biased words, 1 stand nowhere');
});

test('gives every figure as JSON, with nothing measured that is not there', async () => {
  const { out } = await ran('--data', folderWith({ 'nyt.jsonl': NYT }), '--json');
  const { scores, notes } = JSON.parse(out) as Report;
  expect(scores).toHaveLength(1);
  expect(scores[0]).toMatchObject({ id: 'nyt-tone', n: 3, sentences: 3, gold: null, marked: null });
  expect(scores[0]?.value).toBeGreaterThan(0.9);
  expect(scores[0]?.baselines).toMatchObject({ everything: null });
  expect(scores[0]?.published).toEqual({ value: 0.49, by: 'VADER', source: 'hutto2014' });
  expect(notes.slice(0, 2)).toEqual([
    'babe.jsonl is not in the folder; what it measures is left out.',
    'newsmtsc.jsonl is not in the folder; what it measures is left out.',
  ]);
});

test('flags with AFINN every listed word and sums it, guarded by nothing', () => {
  const text = 'Not a GOOD plan, a bad one.';
  expect(afinn.flags(text, wordsOf(text))).toEqual([false, false, true, false, false, true, false]);
  expect(afinn.tone('Not good, good, bad.')).toBe(3);
});

test('does without VADER where its package is not installed', async () => {
  expect(await openVader('no-such-package-of-any-name')).toBeUndefined();
});

test('calls a tone neutral that is too faint', () => {
  expect([-0.25, -0.05, -0.049, 0, 0.049, 0.05, 4].map(polarityOf)).toEqual([
    'negative',
    'negative',
    'neutral',
    'neutral',
    'neutral',
    'positive',
    'positive',
  ]);
});

test('fits weights for what the data is of, keeps the others, and says what they are worth', async () => {
  const shipped = readFileSync(join(LEXICON_FOLDER, 'weights.yaml'), 'utf8');
  const folder = folderWith({ 'babe.jsonl': Array.from({ length: 12 }, () => BABE).flat() });
  const file = join(folder, 'weights.yaml');
  writeFileSync(file, shipped);
  let out = '';
  const streams = { out: (text: string) => (out += text), err: () => undefined };
  expect(await run(['--data', folder, '--fit'], streams, file)).toBe(0);
  const [before, after] = [shipped, readFileSync(file, 'utf8')].map((text) => parse(text) as Record<string, unknown>);
  expect(Object.keys(after ?? {})).toEqual(Object.keys(before ?? {}));
  expect(after?.target).toEqual(before?.target);
  expect(after?.sentence).not.toEqual(before?.sentence);
  expect(out).toContain('on 36 sentences of BABE; macro-F1 1.000 there');
});

import { describe, expect, test } from '@jest/globals';
import { readData } from '../../src/validity/data.js';
import { BABE, folderWith, NEWSMTSC, NYT } from './folder.js';

test('reads the three formats', () => {
  const data = readData(folderWith({ 'babe.jsonl': BABE, 'nyt.jsonl': NYT, 'newsmtsc.jsonl': NEWSMTSC }));
  expect(data.missing).toEqual([]);
  expect(data.babe?.[0]).toEqual({
    text: 'The minister rammed a reckless plan through.',
    label: 1,
    biased_words: ['rammed', 'reckless'],
  });
  expect(data.nyt?.map(({ mean_sentiment }) => mean_sentiment)).toEqual([2.6, 0.1, -2.9]);
  expect(data.newsmtsc?.map(({ text, target_from, target_to }) => text.slice(target_from, target_to))).toEqual([
    'Ms Kray',
    'Voters',
    'Finch',
  ]);
});

test('names a set that is not there, and goes on', () => {
  const data = readData(folderWith({ 'nyt.jsonl': NYT }));
  expect(data).toMatchObject({ babe: undefined, newsmtsc: undefined, missing: ['babe.jsonl', 'newsmtsc.jsonl'] });
});

test('passes over empty lines and still counts them', () => {
  const folder = folderWith({ 'nyt.jsonl': [NYT[0], '', 'no JSON'] });
  expect(() => readData(folder)).toThrow('nyt.jsonl line 3 is not JSON: write one JSON object a line.');
});

describe('names file, line and field of', () => {
  const bare = { text: 'A line.' };
  test.each<[string, string, unknown, string]>([
    ['a line that is no object', 'babe.jsonl', [1], 'babe.jsonl line 2'],
    ['a text that is missing', 'nyt.jsonl', { mean_sentiment: 1 }, 'nyt.jsonl line 2 is not of its format (text'],
    ['a label that is none', 'babe.jsonl', { ...bare, label: 2, biased_words: [] }, 'babe.jsonl line 2'],
    ['words that are no list', 'babe.jsonl', { ...bare, label: 1, biased_words: 'A' }, '(biased_words'],
    ['a mean off the scale', 'nyt.jsonl', { ...bare, mean_sentiment: 5 }, '(mean_sentiment'],
    ['a polarity that is none', 'newsmtsc.jsonl', { ...NEWSMTSC[0], polarity: 'mixed' }, '(polarity'],
    ['a target behind the text', 'newsmtsc.jsonl', { ...NEWSMTSC[0], target_to: 99 }, '(target_to'],
  ])('%s', (_, file, line, problem) => {
    const good = { 'babe.jsonl': BABE[0], 'nyt.jsonl': NYT[0], 'newsmtsc.jsonl': NEWSMTSC[0] }[file];
    expect(() => readData(folderWith({ [file]: [good, line] }))).toThrow(problem);
  });
});

test('refuses a folder without any set, and a set without a line', () => {
  expect(() => readData(folderWith({ 'other.jsonl': NYT }))).toThrow('holds no annotated data');
  expect(() => readData(folderWith({ 'nyt.jsonl': [''] }))).toThrow('nyt.jsonl holds no line');
});

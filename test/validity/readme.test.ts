import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { loadValidity } from '../../src/corpus/compiled.js';

test('README prints the figures that were measured', () => {
  const readme = readFileSync('README.md', 'utf8');
  const rows = ['babe-words', 'babe-sentences', 'nyt-tone', 'newsmtsc-targets'].map((id) => {
    const score = loadValidity().scores.find((each) => each.id === id);
    const { afinn, vader, random } = score?.baselines ?? {};
    const shown = (value: number | null | undefined): string => (value ?? NaN).toFixed(2).replace('-0.00', '0.00');
    return `${shown(score?.value)} ${shown(score?.low)} to ${shown(score?.high)} ${shown(afinn)} ${shown(vader)} ${shown(random)}`;
  });
  const printed = readme
    .split('\n')
    .filter((line) => /^\| .*(?:BABE|New York Times|NewsMTSC)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(3, 8)
        .map((cell) => cell.trim())
        .join(' ')
        .replace('-0.00', '0.00'),
    );
  expect(printed).toEqual(rows);
});

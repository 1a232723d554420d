import { parse } from 'yaml';
import { z } from 'zod';
import type { FittedScore, FittedScores } from './fit.js';

const SCORES = ['sentence', 'mark', 'target'] as const;

/** The fitted scores as the text of `lexicon/weights.yaml`; those that were not fitted stay as they stand in `before`. */
export function weightsFile(scores: FittedScores, before: string): string {
  const sections = SCORES.map((name) => {
    const score = scores[name];
    return score ? section(name, ABOUT[name], score) : kept(name, before);
  });
  return [HEAD, ...sections].join('\n');
}

/** A section as it stands: from its name to the next line that begins at the margin. */
function kept(name: string, before: string): string {
  const lines = before.split('\n');
  const from = lines.indexOf(`${name}:`);
  const length = lines.slice(from + 1).findIndex((line) => /^\S/.test(line));
  return `${lines
    .slice(from, length < 0 ? undefined : from + 1 + length)
    .join('\n')
    .trimEnd()}\n`;
}

const accounted = z.object({ fitted: z.string() });
const accounts = z.object({ sentence: accounted, mark: accounted, target: accounted });

/** What the file says of how each score was fitted, for the table's notes. */
export function accountsIn(file: string): string[] {
  const { sentence, mark, target } = accounts.parse(parse(file));
  return [
    `Weights of a loaded sentence: ${sentence.fitted}`,
    `Weights of marks: ${mark.fitted}`,
    `Weights of tone towards a target: ${target.fitted}`,
  ];
}

const HEAD = `# Written by \`npm run validity -- --data DIR --fit\`; do not edit a number by hand, fit again.
about: >-
  How much each thing that can be seen in a sentence adds to three scores. A number is added to log odds for each unit
  of what it stands for: 0.7 doubles the odds, −0.7 halves them.
`;

const ABOUT = {
  sentence: 'How loaded a sentence is, 0 to 1: one half means that annotators would as soon call it biased as not.',
  mark: 'Which marks are likely to be words that annotators call biased; counts-from is where a mark begins to count.',
  target:
    'The tone towards a target, as two numbers each: what speaks for bad against neutral, and for good against it.',
} as const;

function section(name: string, about: string, score: FittedScore): string {
  const { on, names, fitted, countsFrom, measure, value, crossValidated } = score;
  const numbers = (at: number): string => {
    const shown = fitted.map((weights) => (Math.round((weights[at] ?? 0) * 100) / 100 || 0).toString());
    return shown.length === 1 ? (shown[0] ?? '0') : `[${shown.join(', ')}]`;
  };
  return [
    `${name}:`,
    `  about: "${about}"`,
    `  fitted: "Logistic regression with a ridge of 2 on ${on}; ${measure} ${value.toFixed(3)} there, ${crossValidated.toFixed(3)} by ten-fold cross-validation."`,
    `  start: ${numbers(0)}`,
    ...(countsFrom === undefined ? [] : [`  counts-from: ${Math.round(countsFrom * 100) / 100}`]),
    '  weights:',
    ...names.map((each, at) => `    ${each.includes(',') ? `'${each}'` : each}: ${numbers(at + 1)}`),
    '',
  ].join('\n');
}

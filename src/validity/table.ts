import type { Score } from './score.js';

export interface Report {
  readonly scores: readonly Score[];
  readonly notes: readonly string[];
}

export function asJson({ scores, notes }: Report): string {
  return `${JSON.stringify({ scores, notes }, null, 2)}\n`;
}

const HEAD = [
  'measure',
  'data',
  'n',
  'score',
  'Parallax',
  '95 %',
  'AFINN',
  'VADER',
  'everything',
  'random',
  'published',
];
const NUMBERS = new Set(['Parallax', '95 %', 'AFINN', 'VADER', 'everything', 'random']);

/** A Markdown table and, below it, what its figures rest on. */
export function asMarkdown({ scores, notes }: Report): string {
  const hasVader = scores.some(({ baselines }) => baselines.vader !== null);
  const columns = HEAD.flatMap((name, index) => (name === 'VADER' && !hasVader ? [] : [{ name, index }]));
  const line = (cells: readonly string[]): string => `| ${columns.map(({ index }) => cells[index]).join(' | ')} |\n`;
  return [
    line(HEAD),
    line(HEAD.map((name) => (NUMBERS.has(name) ? '---:' : '---'))),
    ...scores.map((score) => line(cellsOf(score))),
    '\n',
    ...[...LEGEND, ...notes].map((note) => `- ${note}\n`),
  ].join('');
}

const LEGEND = [
  '95 %: bootstrap over sentences. Baselines are of this very run, on the same items.',
  'everything: every word or sentence flagged, every target called neutral. random: as many as Parallax, anywhere.',
  'published: on the sets’ own splits, so not on the same rows: a yardstick, not a contest.',
];

function cellsOf(score: Score): string[] {
  const { baselines, published } = score;
  return [
    score.measure,
    score.data,
    countsOf(score),
    score.statistic,
    shown(score.value),
    `${shown(score.low)} to ${shown(score.high)}`,
    shown(baselines.afinn),
    shown(baselines.vader),
    shown(baselines.everything),
    shown(baselines.random),
    `${published.value.toFixed(2)} (${[published.by, published.source].filter((each) => each !== null).join(', ')})`,
  ];
}

function countsOf({ n, items, sentences, gold, marked }: Score): string {
  const within = sentences === n ? '' : ` in ${grouped(sentences)} sentences`;
  const classes = gold === null || marked === null ? '' : `: ${grouped(gold)} biased, ${grouped(marked)} marked`;
  return `${grouped(n)} ${items}${within}${classes}`;
}

const grouped = (count: number): string => count.toLocaleString('en');
const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalyzedText } from '../../src/compare/analyzed.js';
import { comparisonSchema, type Comparison } from '../../src/compare/schema/comparison.js';
import { loadSeeds } from '../../src/corpus/compiled.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { run } from './run.js';

const ARTICLE =
  'Aliyev stressed that the corrupt regime had fallen.\n\nThe Minsk Group failed to act, as ever, for many years.\n';

let folder = '';
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  writeFileSync(path('article.txt'), ARTICLE);
  writeFileSync(path('other.txt'), 'Taxes rose in May, the ministry said on Monday.');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('topics lists every topic of the built-in corpus, a line each', async () => {
  const { code, out, err } = await run(['topics']);
  const { topics } = loadSeeds().seeds;
  expect({
    code,
    err,
    ids: out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  }).toEqual({ code: 0, err: '', ids: topics.map(({ id }) => id) });
});

describe('compare', () => {
  test('writes the comparison on a topic as JSON', async () => {
    const { code, out, err } = await run(['compare', '--topic', 'minsk-group', '--format', 'json']);
    const library = openSeedLibrary();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(library.compareTopic(library.topic('minsk-group')));
  });

  test('writes the comparison on a reader’s own words', async () => {
    const { code, out } = await run(['compare', '--query', "Turkey's part in the conflict", '--format', 'json']);
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect({ code, title: comparison.topic.title, typed: comparison.topic.typed }).toEqual({
      code: 0,
      title: "Turkey's part in the conflict",
      typed: true,
    });
  });

  test('writes the same bytes again', async () => {
    const args = ['compare', '--topic', 'new-caledonia', '--format', 'json'];
    const [first, second] = await Promise.all([run(args), run(args)]);
    expect(first.out).toBe(second.out);
  });

  test('writes a table: a row a finding, under one head', async () => {
    const { code, out, err } = await run(['compare', '--topic', 'recognition-votes', '--format', 'csv']);
    const rows = out.split('\r\n');
    expect({ code, err, head: rows[0], last: rows.at(-1) }).toEqual({
      code: 0,
      err: '',
      head: 'topic,document,outlet,sentence start,sentence end,sentence,device,entry,category,start,end,text,voice,speaker,why,source,disputed,left out,on topic by',
      last: '',
    });
    expect(new Set(rows.slice(1, -1).map((row) => row.split(',')[0]))).toEqual(new Set(['recognition-votes']));
  });

  test('writes text for a terminal by default', async () => {
    const { code, out, err } = await run(['compare', '--topic', 'minsk-group']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('The Minsk Group’s role');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('compares any text files on a topic of the corpus', async () => {
    const { code, out } = await run([
      'compare',
      '--topic',
      'minsk-group',
      '--format',
      'json',
      path('article.txt'),
      path('other.txt'),
    ]);
    const { documents } = JSON.parse(out) as Comparison;
    expect({
      code,
      documents: documents.map(({ id, file, outlet, coverage, passages }) => ({
        id,
        file,
        outlet,
        coverage,
        told: passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
      })),
    }).toEqual({
      code: 0,
      documents: [
        {
          id: 'article',
          file: 'article.txt',
          outlet: 'unknown',
          coverage: 'covered',
          told: ['The Minsk Group failed to act, as ever, for many years.'],
        },
        { id: 'other', file: 'other.txt', outlet: 'unknown', coverage: 'silent', told: [] },
      ],
    });
  });

  test('ends without noise when its reader has had enough', async () => {
    const { code, err } = await run(['compare', '--topic', 'new-caledonia', '--format', 'json'], { closeEarly: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('analyze', () => {
  test('writes one value for a file, with offsets into its text', async () => {
    const { code, out, err } = await run(['analyze', path('article.txt')]);
    const analyzed = JSON.parse(out) as AnalyzedText;
    expect({ code, err, id: analyzed.id, sentences: analyzed.sentences.map(({ text }) => text) }).toEqual({
      code: 0,
      err: '',
      id: 'article',
      sentences: [
        'Aliyev stressed that the corrupt regime had fallen.',
        'The Minsk Group failed to act, as ever, for many years.',
      ],
    });
    expect(analyzed.findings.filter(({ start, end, text }) => ARTICLE.slice(start, end) !== text)).toEqual([]);
    expect(analyzed.findings.find(({ text }) => text === 'corrupt regime')).toMatchObject({
      device: 'loaded-terms',
      voice: 'reported',
      speaker: 'Aliyev',
    });
  });

  test('writes a list for several files, in their order', async () => {
    const { out } = await run(['analyze', path('other.txt'), path('article.txt'), path('other.txt')]);
    expect((JSON.parse(out) as AnalyzedText[]).map(({ id }) => id)).toEqual(['other', 'article', 'other-2']);
  });

  test('writes a line of JSON for each line of JSON, in order, blank ones skipped', async () => {
    const lines = [
      '{"id":"a","text":"The regime fell."}',
      '',
      '{"id":7,"text":"Taxes rose."}',
      '{"text":"😀 It was good."}',
      '',
    ];
    const { code, out, err } = await run(['analyze', '--jsonl'], { input: lines.join('\r\n') });
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AnalyzedText);
    expect({
      code,
      err,
      results: results.map(({ id, sentences, tone }) => ({ id, sentences: sentences.map(({ text }) => text), tone })),
    }).toEqual({
      code: 0,
      err: '',
      results: [
        { id: 'a', sentences: ['The regime fell.'], tone: expect.any(Number) },
        { id: '7', sentences: ['Taxes rose.'], tone: 0 },
        { id: '4', sentences: ['😀 It was good.'], tone: 0.612 },
      ],
    });
    expect(Object.keys(results[0] ?? {})).toEqual(expect.arrayContaining(['id', 'sentences', 'findings', 'tone']));
  });

  test('writes the results of many lines in the order of the lines', async () => {
    const input = Array.from({ length: 300 }, (_, i) =>
      JSON.stringify({ id: i, text: `Text ${i} is good. `.repeat((i % 7) + 1) }),
    ).join('\n');
    const { code, out } = await run(['analyze', '--jsonl'], { input });
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => Number((JSON.parse(line) as AnalyzedText).id));
    expect({ code, ids }).toEqual({ code: 0, ids: Array.from({ length: 300 }, (_, i) => i) });
  });

  test('writes what stands before a line it cannot read, then says which line', async () => {
    const { code, out, err } = await run(['analyze', '--jsonl'], {
      input: '{"id":"a","text":"Taxes rose."}\nnonsense\n{"id":"c","text":"No."}\n',
    });
    expect({
      code,
      ids: out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line || 'null') as AnalyzedText | null)?.id),
      err,
    }).toEqual({
      code: 2,
      ids: ['a'],
      err: expect.stringMatching(/^parallax: line 2 is not JSON: [^\n]+\n$/),
    });
  });
});

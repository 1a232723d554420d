import { describe, expect, test } from '@jest/globals';
import { run } from './run.js';

interface Result {
  readonly id: string;
  readonly sentences: readonly { readonly loaded: number }[];
  readonly targets?: readonly {
    readonly tone: number;
    readonly label: string;
    readonly because: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

const TEXT = 'The reckless mayor Finch ruined the harbour. Voters adore Ms Kray.';

async function analyzed(...lines: readonly unknown[]): Promise<Result[]> {
  const { code, out, err } = await run(['analyze', '--jsonl'], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Result);
}

test('gives each target its tone, in the order asked for, with the words that make it', async () => {
  const [result] = await analyzed({
    id: 'a',
    text: TEXT,
    targets: [
      { start: 58, end: 65 },
      { start: 19, end: 24 },
    ],
  });
  expect(result?.targets?.map(({ label }) => label)).toEqual(['positive', 'negative']);
  for (const { because } of result?.targets ?? [])
    for (const { start, end, text } of because) expect(text).toBe(TEXT.slice(start, end));
});

test('gives targets only where they are asked for, and every sentence how loaded it is', async () => {
  const results = await analyzed({ text: TEXT }, { text: TEXT, targets: [] });
  expect(results.map(({ targets }) => targets)).toEqual([undefined, []]);
  for (const { sentences } of results) {
    expect(sentences).toHaveLength(2);
    for (const { loaded } of sentences) expect(loaded >= 0 && loaded <= 1).toBe(true);
  }
});

test('keeps the order of many lines', async () => {
  const results = await analyzed(...Array.from({ length: 300 }, (_, id) => ({ id, text: TEXT.repeat((id % 7) + 1) })));
  expect(results.map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, id) => String(id)));
});

describe('names the line of', () => {
  test.each<[string, unknown, string]>([
    ['targets that are no list', 'Finch', 'the targets of line 2 are no list'],
    ['a target that is no object', [7], 'target 1 of line 2 is no stretch of its text'],
    ['a target without an end', [{ start: 0 }], 'target 1 of line 2'],
    ['an offset that is no whole number', [{ start: 0.5, end: 3 }], 'target 1 of line 2'],
    ['an offset below 0', [{ start: -1, end: 3 }], 'target 1 of line 2'],
    ['an empty target', [{ start: 3, end: 3 }], 'target 1 of line 2'],
    [
      'a target behind the text',
      [
        { start: 0, end: 5 },
        { start: 60, end: 99 },
      ],
      'target 2 of line 2',
    ],
    ['too many targets', Array.from({ length: 1001 }, () => ({ start: 0, end: 5 })), 'line 2 has more than 1000'],
  ])('%s, with exit code 2', async (_, targets, problem) => {
    const lines = [
      { id: 'a', text: TEXT },
      { id: 'b', text: TEXT, targets },
    ];
    const { code, out, err } = await run(['analyze', '--jsonl'], {
      input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    });
    expect(code).toBe(2);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(problem);
  });
});

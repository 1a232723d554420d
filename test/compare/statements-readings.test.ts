import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';

// Pairs of the seeds' sentences against those that two careful readers named (see readings/README.md). A pair is right
// when either reader has it; the core is what both hold any reader would name.

interface ReadPair {
  readonly topic: string;
  readonly a: { readonly document: string; readonly start: number };
  readonly b: { readonly document: string; readonly start: number };
  readonly grade: 'any' | 'some';
}

const [ofA, ofB] = ['pairs-a.jsonl', 'pairs-b.jsonl'].map(readPairs);
const either = new Set([...(ofA ?? []), ...(ofB ?? [])].map(([key]) => key));
const core = [...(ofA ?? [])].flatMap(([key, grade]) => (grade === 'any' && ofB?.get(key) === 'any' ? [key] : []));

const { topics, compareTopic } = openSeedLibrary();
const all = topics.flatMap((topic) =>
  compareTopic(topic).statements.flatMap(({ pairs, sentences }) => {
    const isOnTopic = (end: ReadPair['a']): boolean =>
      sentences.some((each) => each.document === end.document && each.start === end.start && each.onTopic);
    return pairs.map(({ from, to }) => ({
      key: keyOf(topic.id, from, to),
      onTopic: isOnTopic(from) && isOnTopic(to),
    }));
  }),
);
const found = all.flatMap(({ key, onTopic }) => (onTopic ? [key] : []));

describe('the pairs of all topics', () => {
  test('are right, nine in ten', () => {
    const wrong = found.filter((key) => !either.has(key));
    expect({ wrong, enough: wrong.length <= found.length * 0.1 }).toEqual({ wrong, enough: true });
  });

  // The readers read each topic's sentences alone: what no cue finds they may have named under another topic.
  test('with a sentence that no cue finds are few, and right on some topic, four in five', () => {
    const bare = (key: string): string => key.replace(/^\S+ /, '');
    const onAny = new Set([...either].map(bare));
    const guests = all.flatMap(({ key, onTopic }) => (onTopic ? [] : [key]));
    const wrong = guests.filter((key) => !onAny.has(bare(key)));
    expect({ wrong, enough: guests.length <= 8 && wrong.length <= guests.length * 0.2 }).toEqual({
      wrong,
      enough: true,
    });
  });

  test('are many of those that readers name', () => {
    const right = found.filter((key) => either.has(key));
    expect(right.length).toBeGreaterThanOrEqual(20);
    const missed = core.filter((key) => !found.includes(key));
    expect({ missed, enough: core.length - missed.length >= 12 }).toEqual({ missed, enough: true });
  });
});

test('every pair that both readers name on the recognition votes is found', () => {
  const named = core.filter((key) => key.startsWith('recognition-votes '));
  expect(named).toHaveLength(7);
  expect(named.filter((key) => !found.includes(key))).toEqual([]);
});

test('all pairs on the New Caledonia accusations are right', () => {
  const pairs = found.filter((key) => key.startsWith('new-caledonia '));
  expect(pairs.filter((key) => !either.has(key))).toEqual([]);
  expect(pairs.length).toBeGreaterThanOrEqual(3);
});

function readPairs(file: string): Map<string, ReadPair['grade']> {
  const lines = readFileSync(new URL(`../readings/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const { topic, a, b, grade } = JSON.parse(line) as ReadPair;
      return [keyOf(topic, a, b), grade];
    }),
  );
}

function keyOf(topic: string, ...ends: readonly ReadPair['a'][]): string {
  return [topic, ...ends.map(({ document, start }) => `${document}:${start}`).sort()].join(' ');
}

import { describe, expect, test } from '@jest/globals';
import { bootstrap, generator, shuffled } from '../../src/validity/chance.js';
import { F1, macroF1, PEARSON, valueOf } from '../../src/validity/statistic.js';

describe('by hand', () => {
  test('F1: two hits, one false alarm, one miss', () => {
    expect(valueOf(F1, [1, 1, 1, 0, 0], [1, 1, 0, 1, 0])).toBeCloseTo(4 / 6, 12);
  });

  test('F1 is 0 with nothing to find and nothing found', () => {
    expect(valueOf(F1, [0, 0], [0, 0])).toBe(0);
  });

  // Class 0: 1 hit of 2 gold, 1 found: 2/3. Class 1: 1 of 1 gold, 2 found: 2/3. Class 2: 1 of 1, 1 found: 1.
  test('macro-F1 is the mean over classes', () => {
    expect(valueOf(macroF1(3), [0, 0, 1, 2], [0, 1, 1, 2])).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3, 12);
  });

  test('macro-F1 of flagging everything, half of it rightly, is a third', () => {
    expect(valueOf(macroF1(2), [0, 1], [1, 1])).toBeCloseTo(1 / 3, 12);
  });

  // Deviations −1 0 1 and −1 1 0: r = 1 / 2.
  test('Pearson r', () => {
    expect(valueOf(PEARSON, [1, 2, 3], [4, 6, 5])).toBeCloseTo(0.5, 12);
    expect(valueOf(PEARSON, [1, 2, 3], [30, 20, 10])).toBeCloseTo(-1, 12);
  });

  test('Pearson r is 0 where one side never changes', () => {
    expect(valueOf(PEARSON, [1, 2, 3], [1, 1, 1])).toBe(0);
  });
});

const next = generator(7);
const gold = Array.from({ length: 400 }, () => Number(next() < 0.4));
const found = gold.map((each) => (next() < 0.7 ? each : 1 - each));
const sentence = gold.map((_, item) => item >> 1);

test('draws the same numbers from the same seed, evenly', () => {
  const [a, b] = [generator(1), generator(1)];
  const drawn = Array.from({ length: 10_000 }, a);
  expect(drawn).toEqual(Array.from({ length: 10_000 }, b));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1);
});

test('bootstraps the same interval twice, round the value', () => {
  const interval = bootstrap(F1, { gold, sentence }, found);
  expect(bootstrap(F1, { gold, sentence }, found)).toEqual(interval);
  const value = valueOf(F1, gold, found);
  expect(interval.low).toBeLessThan(value);
  expect(interval.high).toBeGreaterThan(value);
});

test('bootstraps a share as wide as its standard error says', () => {
  // With every item its own sentence, r of 400 items has a standard error of about (1 − r²) / √400.
  const { low, high } = bootstrap(PEARSON, { gold, sentence: gold.map((_, item) => item) }, found);
  const r = valueOf(PEARSON, gold, found);
  expect((high - low) / (2 * 1.96)).toBeCloseTo((1 - r * r) / 20, 1);
});

test('draws sentences, not items: items that go together widen the interval', () => {
  const width = (of: readonly number[], by: readonly number[], per: readonly number[]): number => {
    const { low, high } = bootstrap(F1, { gold: of, sentence: per }, by);
    return high - low;
  };
  const four = <T>(values: readonly T[]): T[] => values.flatMap((value) => [value, value, value, value]);
  const [manyGold, manyFound] = [four(gold), four(found)];
  const apart = width(
    manyGold,
    manyFound,
    manyGold.map((_, item) => item),
  );
  const together = width(
    manyGold,
    manyFound,
    manyGold.map((_, item) => item >> 2),
  );
  expect(together / apart).toBeCloseTo(2, 0);
});

test('passes over sentences without an item', () => {
  const sparse = gold.map((_, item) => 3 * item);
  const dense = gold.map((_, item) => item);
  expect(bootstrap(F1, { gold, sentence: sparse }, found)).toEqual(bootstrap(F1, { gold, sentence: dense }, found));
});

test('shuffles to what chance gives, the same in every run', () => {
  const random = shuffled(PEARSON, gold, found);
  expect(Math.abs(random)).toBeLessThan(0.02);
  expect(shuffled(PEARSON, gold, found)).toBe(random);
  expect(shuffled(F1, [1, 1], [1, 1])).toBe(1);
});

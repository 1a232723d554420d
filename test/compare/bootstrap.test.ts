import { describe, expect, test } from '@jest/globals';
import { intervalsOf, mulberry32, RESAMPLES } from '../../src/compare/bootstrap.js';

describe('the bootstrap', () => {
  test('gives back a score that all sentences share', () => {
    const one = [1, 1, 1, 1, 1, 1];
    expect(
      intervalsOf(
        [
          { above: [2, 2, 2, 2, 2, 2], below: one },
          { above: [0, 0, 0, 0, 0, 0], below: one },
        ],
        6,
      ),
    ).toEqual([
      { low: 2, high: 2 },
      { low: 0, high: 0 },
    ]);
  });

  test('finds the interval of a mean that the normal law predicts', () => {
    const random = mulberry32(7);
    const above = Array.from({ length: 90 }, () => random());
    const mean = above.reduce((sum, each) => sum + each, 0) / 90;
    const deviation = Math.sqrt(above.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 90 / 90);
    const [interval] = intervalsOf([{ above, below: above.map(() => 1) }], 90);
    expect(interval?.low).toBeCloseTo(mean - 1.96 * deviation, 2);
    expect(interval?.high).toBeCloseTo(mean + 1.96 * deviation, 2);
    expect(RESAMPLES).toBe(1000);
  });

  test('takes a bounded time for thousands of sentences, and the same draws each time', () => {
    const above = Array.from({ length: 20_000 }, (_, at) => at % 3);
    const ratio = { above, below: above.map(() => 1) };
    const [interval] = intervalsOf([ratio], 20_000);
    expect(interval?.low).toBeCloseTo(1, 2);
    expect(intervalsOf([ratio], 20_000)).toEqual([interval]);
  });

  test('draws evenly', () => {
    const random = mulberry32(1);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i += 1) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    expect(Math.min(...bins)).toBeGreaterThan(900);
    expect(Math.max(...bins)).toBeLessThan(1100);
  });
});

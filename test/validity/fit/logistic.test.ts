import { expect, test } from '@jest/globals';
import { generator } from '../../../src/validity/chance.js';
import { crossValidate } from '../../../src/validity/fit/cross-validate.js';
import { classOf, fitLogistic, oddsOf } from '../../../src/validity/fit/logistic.js';

const next = generator(3);
const features = Array.from({ length: 1500 }, () => [next() * 4 - 2, next() * 4 - 2]);
// Class 1 grows likely with the first feature, class 2 with the second.
const classes = features.map(([a = 0, b = 0]) => {
  const odds = [1, Math.exp(-0.5 + 2 * a), Math.exp(0.5 + b)];
  let left = next() * odds.reduce((sum, each) => sum + each, 0);
  return odds.findIndex((each) => (left -= each) < 0);
});
const cases = { features, classes };

test('finds the weights that made the classes', () => {
  const fitted = fitLogistic(cases, 3, [1, 1, 1]);
  const expected = [
    [-0.5, 2, 0],
    [0.5, 0, 1],
  ];
  fitted.forEach((weights, each) =>
    weights.forEach((weight, at) => expect(Math.abs(weight - (expected[each]?.[at] ?? 0))).toBeLessThan(0.35)),
  );
});

test('fits the same weights again', () => {
  expect(fitLogistic(cases, 3, [1, 1, 1])).toEqual(fitLogistic(cases, 3, [1, 1, 1]));
});

test('gives the first class odds of 0 and takes the likeliest', () => {
  const fitted = [
    [-1, 2],
    [0.5, -1],
  ];
  expect(oddsOf(fitted, [1])).toEqual([0, 1, -0.5]);
  expect([classOf(fitted, [1]), classOf(fitted, [0]), classOf(fitted, [0.5])]).toEqual([1, 2, 0]);
});

test('tells each case by a fit that saw no case of its sentence', () => {
  const sentence = classes.map((_, index) => index >> 1);
  const seen = crossValidate(
    { features: classes.map((_, index) => [index >> 1]), classes },
    sentence,
    (of) => new Set(of.features.map(([number]) => number)),
    (known, [number]) => Number(known.has(number)),
  );
  expect(seen).toEqual(classes.map(() => 0));
});

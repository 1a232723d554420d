import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_FURNITURE } from './reading.js';
import { read } from '../../../src/text/read.js';
import { findQuantities, quantitiesAgree, writeQuantity } from '../../../src/text/quantity.js';

describe('reads a number in any of its usual dresses as one value', () => {
  test.each([
    ['They counted 1,250 ballots.', ['1250']],
    ['They counted 1\u202f250\u202f000 ballots.', ['1250000']],
    ['Some two dozen ferries stayed in port.', ['~24']],
    ['Half a million tenants wrote.', ['500000']],
    ['A hundred and five thousand tenants wrote.', ['105000']],
    ['Two thousand three hundred and five tenants wrote.', ['2305']],
    ['Two and a half million tenants wrote.', ['2500000']],
    ['Almost 1.2m people moved.', ['~1200000']],
    ['Rents rose by 12.5\u202f%.', ['12.5%']],
    ['Rents rose by 12.5% and wages by 12 per cent.', ['12.5%', '12%']],
    ['Three-quarters of tenants pay more, a fifth of them twice as much.', ['75%', '20%']],
    ['One in five tenants moved.', ['20%']],
    ['The bridge cost $800 million.', ['800000000 USD']],
    ['The bridge cost $800\u202fmillion.', ['800000000 USD']],
    ['The bridge cost €1.2bn, or 1.2 billion euros.', ['1200000000 EUR', '1200000000 EUR']],
    ['The bridge cost between £2m and £3m.', ['2000000..3000000 GBP']],
    ['Between 10 and 15 ferries sailed, 10–15 in all.', ['10..15', '10..15']],
    ['One to two million people moved.', ['1000000..2000000']],
    ['More than 10 ferries, at least three trains and up to 40 buses ran.', ['>10', '>=3', '<=40']],
    ['Nearly 600,000 people and fewer than 50 dogs came, 20 or more by train.', ['~600000', '<50', '>=20']],
    ['A third party of walkers came in third place.', []],
  ])('%s', (text, values) => {
    expect(quantitiesIn(text)).toEqual(values);
  });
});

test('a number in words is the number in figures', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), (number) => {
      const grouped = number.toLocaleString('en-GB');
      const forms = [inWords(number), String(number), grouped, grouped.replaceAll(',', '\u202f')];
      expect(forms.map((form) => quantitiesIn(`They counted ${form} ballots.`))).toEqual(
        forms.map(() => [String(number)]),
      );
    }),
    { numRuns: 120 },
  );
});

test.each([
  ['more than 10 ferries', '12 ferries', true],
  ['more than 10 ferries', '10 ferries', false],
  ['at least 10 ferries', '10 ferries', true],
  ['about 600 ferries', '590 ferries', true],
  ['about 600 ferries', '400 ferries', false],
  ['10 to 15 ferries', '12 ferries', true],
  ['10 to 15 ferries', '16 ferries', false],
  ['12 per cent', '12%', true],
  ['12 per cent', '12 ferries', false],
  ['$5m', '€5m', false],
  ['up to 40 ferries', 'more than 50 ferries', false],
])('“%s” and “%s” can both be true: %s', (a, b, agree) => {
  const [[x], [y]] = [quantities(a), quantities(b)];
  expect([x && y && quantitiesAgree(x, y), x && y && quantitiesAgree(y, x)]).toEqual([agree, agree]);
});

function quantities(text: string): ReturnType<typeof findQuantities> {
  const reading = read(text, NO_FURNITURE);
  return findQuantities(reading, 0, reading.tokens.start.length);
}

function quantitiesIn(text: string): string[] {
  return quantities(text).map(writeQuantity);
}

function inWords(number: number): string {
  const small =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  if (number < 20) return small[number] ?? '';
  if (number < 100) return `${tens[Math.floor(number / 10)] ?? ''}${number % 10 ? `-${small[number % 10] ?? ''}` : ''}`;
  for (const [scale, name] of [
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (number < scale) continue;
    const rest = number % scale;
    const joint = rest === 0 ? '' : rest < 100 ? ' and ' : ' ';
    return `${inWords(Math.floor(number / scale))} ${name}${joint}${rest === 0 ? '' : inWords(rest)}`;
  }
  return '';
}

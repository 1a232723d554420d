import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { datesAgree, readIso, writeWhen } from '../../../src/text/calendar.js';
import { findDates, type Dated } from '../../../src/text/date.js';
import { read } from '../../../src/text/read.js';
import { NO_FURNITURE } from './reading.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

describe('reads a date in its usual forms', () => {
  test.each([
    ['The bridge fell on 16 November 2023.', ['2023-11-16']],
    ['The bridge fell on November 16, 2023, in the rain.', ['2023-11-16']],
    ['The bridge fell on the 16th of November.', ['--11-16']],
    ['The bridge fell on Nov. 16, 2023.', ['2023-11-16']],
    ['The bridge fell on 2023-11-16.', ['2023-11-16']],
    ['The bridge fell on 16/11/2023.', ['2023-11-16']],
    ['The bridge fell on 11/12/2023.', ['2023']],
    ['It fell in November 2020 and again in 2022.', ['2020-11', '2022']],
    ['It has been shut since 2010 and stays shut until May.', ['2010/..', '../--05']],
    ['It was built in 2010–2015 and repaired in 2018-19.', ['2010/2015', '2018/2019']],
    ['It was shut from May to July 2021.', ['2021-05/2021-07']],
    ['The bridges of the 2020s fall in mid-2025.', ['2020/2029', '2025']],
    ['They may march in early May.', ['--05']],
    ['The 1,999 tenants and 2000 homes are no years.', []],
    ['It fell in May 2020. The next month it was mended.', ['2020-05', '2020-06']],
    [
      'It fell in December 2020. The following month it was mended, a year later it fell.',
      ['2020-12', '2021-01', '2022'],
    ],
  ])('%s', (text, values) => {
    expect(datesIn(text)).toEqual(values);
  });
});

describe('tells a relative date from the text’s own, and leaves it partial without one', () => {
  test.each([
    ['The bridge fell last July.', '2023-07', '--07'],
    ['The bridge fell last December.', '2022-12', '--12'],
    ['The bridge fell in May of this year.', '2023-05', '--05'],
    ['The bridge fell in October of last year.', '2022-10', '--10'],
    ['The bridge fell last year.', '2022', undefined],
    ['The bridge fell last month.', '2023-10', undefined],
    ['The bridge fell yesterday.', '2023-10-31', undefined],
    ['The bridge fell the next month.', undefined, undefined],
  ])('%s', (text, dated, undated) => {
    expect([datesIn(text, '2023-11-01')[0], datesIn(text)[0]]).toEqual([dated, undated]);
  });
});

test('a day is the same day in every form', () => {
  const days = fc.record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(days, ({ year, month, day }) => {
      const name = MONTHS[month - 1] ?? '';
      const two = (part: number): string => String(part).padStart(2, '0');
      const iso = `${String(year)}-${two(month)}-${two(day)}`;
      const forms = [
        iso,
        `${String(day)} ${name} ${String(year)}`,
        `${name} ${String(day)}, ${String(year)}`,
        `the ${ordinal(day)} of ${name} ${String(year)}`,
      ];
      expect(forms.map((form) => datesIn(`The bridge fell on ${form} in the rain.`))).toEqual(forms.map(() => [iso]));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['in 2020', 'in November 2020', true],
  ['in November 2020', 'on 4 November 2020', true],
  ['in November 2020', 'in December 2020', false],
  ['in May', 'in May 2024', true],
  ['in May', 'in 2024', false],
  ['in the 2020s', 'in 2024', true],
  ['since 2020', 'since 2021', false],
])('“%s” and “%s” can be one date: %s', (a, b, agree) => {
  const [[x], [y]] = [dates(`It fell ${a}.`), dates(`It fell ${b}.`)];
  expect([x && y && datesAgree(x, y), x && y && datesAgree(y, x)]).toEqual([agree, agree]);
});

function ordinal(day: number): string {
  const last = day > 10 && day < 14 ? 0 : day % 10;
  return `${String(day)}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

function dates(text: string, published?: string): Dated[] {
  const reading = read(text, NO_FURNITURE);
  return findDates(reading, 0, reading.tokens.start.length, {
    published: published === undefined ? undefined : readIso(published),
  });
}

function datesIn(text: string, published?: string): string[] {
  return dates(text, published).map(writeWhen);
}

import { expect, test } from '@jest/globals';
import { factsOf } from '../../../src/compare/facts.js';
import { NO_NAMES } from '../../../src/devices/referent.js';
import { documentsOf, factsTold } from './told.js';

/** Numbers and days with each document's state. */
const rows = (texts: readonly string[]): string[] =>
  factsTold(texts)
    .filter(({ kind }) => kind !== 'person' && kind !== 'body' && kind !== 'place')
    .map(
      ({ kind, cells }) =>
        `${kind}: ${cells.map(({ is, values }) => [is, ...values.map(({ value }) => value)].join(' ')).join(' | ')}`,
    );

test.each([
  [
    [
      'Teachers turned down a miserly 3 per cent pay offer.',
      'The council said its offer of 3 per cent to teachers was fair.',
    ],
    ['share: states 3% | states 3%'],
  ],
  [
    [
      'More than 2,300 nurses joined the march in Leeds.',
      'The union claimed that 2,300 had come to the march in Leeds.',
    ],
    ['count: states >2300 | states 2300'],
  ],
])('a number of one source stands beside the same number of another: %j', (texts, expected) => {
  expect(rows(texts)).toEqual(expected);
});

test('a number that an article silent on the topic prints is given by no source alone', () => {
  const [stating, silent] = documentsOf(['The new bridge cost £37 million.', 'The toll of £37 million is paid.']);
  if (!stating || !silent) throw new Error('two documents are made');
  const facts = factsOf([stating], [], NO_NAMES, null, [silent]);
  expect(facts.map(({ cells }) => cells.map(({ is }) => is))).toEqual([['states']]);
  expect(factsOf([stating], [], NO_NAMES, null).map(({ cells }) => cells.map(({ is }) => is))).toEqual([['only-here']]);
});

test('the sides of a vote are given by both sources, however the vote is told', () => {
  const told = factsTold([
    'In a 5-2 ruling, the court struck down the law.',
    'The court, divided 5-2, threw out the law.',
  ]);
  expect([...new Set(told.map(({ what }) => what))].sort()).toEqual(['votes', 'votes against']);
  expect(told.flatMap(({ cells }) => cells.filter(({ is }) => is === 'only-here' || is === 'differs'))).toEqual([]);
});

test('a time of day is no number', () => {
  expect(rows(['The company opened the gates at 9.40pm.'])).toEqual([]);
});

test('a surname with a title meets the full name of the other source', () => {
  const facts = factsTold(['Ms Tarrant said the union would come.', 'The union boss Leila Tarrant refused to come.']);
  expect(facts.map(({ kind, cells }) => [kind, cells.map(({ is }) => is)])).toEqual([['person', ['states', 'states']]]);
});

test('a round number and an exact one that it may stand for are given by no source alone', () => {
  expect(
    rows(['A petition drew about 15,000 names.', 'The mayor was given 15,300 signatures.']).filter((row) =>
      row.includes('only-here'),
    ),
  ).toEqual([]);
});

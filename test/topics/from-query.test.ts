import { describe, expect, test } from '@jest/globals';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { ParallaxError } from '../../src/text/error.js';
import { LONGEST_QUERY } from '../../src/topics/from-query.js';

const { documents, topicFromQuery, compareQuery } = openSeedLibrary();

/** The first phrase of each group of each cue: enough to see how a query was understood. */
const understood = (query: string): string[] =>
  topicFromQuery(query).cues.map(({ groups }) => groups.map(([phrase]) => phrase).join(' + '));

test('makes a topic of the same form as a written one', () => {
  expect(topicFromQuery('  Iran \n ')).toEqual({
    id: 'query',
    title: 'Iran',
    question: 'What does each source say of “Iran”?',
    cues: [{ groups: [['@iran']], near: true }],
    not: [],
    typed: true,
  });
});

describe('understands', () => {
  test.each([
    ['a name in any of its forms', ['Turkey', 'Türkiye', 'turkish', 'Ankara’s'], ['@turkey']],
    [
      'a name beside words that carry no topic',
      ['Turkey’s role', 'the part of Turkey', 'Turkey involvement'],
      ['@turkey'],
    ],
    ['a word in any case', ['separatism', 'SEPARATISM'], understood('Separatism')],
  ])('%s', (_, queries, expected) => {
    expect(queries.map(understood)).toEqual(queries.map(() => expected));
  });

  test('two names together as both of them', () => {
    expect(understood('France and Armenia').every((cue) => cue.includes('@france') && cue.includes('@armenia'))).toBe(
      true,
    );
  });
});

describe('refuses in one line that says what to do', () => {
  test.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['only stop words', 'what is the and of it'],
    ['only signs', '.*+?^${}()|[]\\ (((( 😀'],
    ['too much', 'x'.repeat(LONGEST_QUERY + 1)],
  ])('%s', (_, query) => {
    let error: unknown;
    try {
      topicFromQuery(query);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ParallaxError);
    expect(error).toMatchObject({ code: 'bad-topic', message: expect.stringMatching(/^[^\n]+: [^\n]+\.$/) });
  });
});

test('finds nothing, and no miss, for words that no text holds', () => {
  expect(
    compareQuery('blorptastic zorgles').documents.map(({ coverage, nearestMiss }) => [coverage, nearestMiss]),
  ).toEqual(documents.map(() => ['silent', null]));
});

// A query is data: it never becomes a pattern, and a hundred ideas cost no more than six.
test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a pattern', '(a+)+$ [a-z]* \\1 war'],
  ['a referent’s own key', '@armenia @france'],
  ['lexicon syntax', 'turn <its> back ... on'],
  ['a direction mark', '\u202ewar\u202c'],
  ['many words', 'war peace treaty arms base gas oil road flag vote law court king army ship'.slice(0, LONGEST_QUERY)],
  ['many names', 'France Armenia Azerbaijan Turkey Russia Iran Israel Ukraine Greece Cyprus Canada'],
  ['one word over and over', 'war '.repeat(50)],
])('takes %s for plain words, soon', (_, query) => {
  const began = performance.now();
  const comparison = compareQuery(query);
  expect({ title: comparison.topic.title, hangs: performance.now() - began > 5_000 }).toEqual({
    title: query.trim().replace(/\s+/g, ' '),
    hangs: false,
  });
});

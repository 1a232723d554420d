import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fragilityOf } from '../../src/compare/fragility.js';
import { fragilitySchema, type Fragility } from '../../src/compare/schema/fragility.js';
import { toneOf } from '../../src/devices/sentiment.js';
import { bad, column, good, loaded, type Mark } from './column.js';

function scoreOf(score: Fragility['score'], ...documents: (readonly (readonly Mark[])[])[]): Fragility | undefined {
  return fragilityOf(documents.map(column))[0]?.find((each) => each.score === score);
}

describe('a tone', () => {
  test('holds when neither a term, nor a sentence, nor quoted words turn its sign', () => {
    expect(scoreOf('tone', [[bad('grim')], [bad('cruel')], [bad('harsh')], [], []])).toMatchObject({
      value: -0.367,
      least: -0.459,
      most: -0.245,
      withQuoted: -0.367,
      verdict: 'holds',
      without: null,
      at: null,
    });
  });

  test('flips without a term that carries it, wherever it is used', () => {
    expect(scoreOf('tone', [[], [bad('grim')], [bad('grim')], [good('fine')], []])).toMatchObject({
      value: -0.122,
      verdict: 'flips',
      without: 'grim',
      at: 100,
    });
  });

  test('flips when without a term it is no more than 0', () => {
    expect(scoreOf('tone', [[bad('grim')], [], [], [], []])).toMatchObject({
      value: -0.122,
      most: 0,
      verdict: 'flips',
      without: 'grim',
    });
  });

  test('flips without a sentence where no single term does it', () => {
    const flip = scoreOf('tone', [[bad('grim'), bad('cruel'), bad('harsh'), bad('foul')], [good('fine')], [], [], []]);
    expect(flip).toMatchObject({ value: -0.068, verdict: 'flips', without: 'The council met again in the …', at: 0 });
  });

  test('flips with quoted words that outweigh the author’s', () => {
    const quoted = [bad('grim', 'quoted'), bad('cruel', 'quoted')];
    expect(scoreOf('tone', [[good('fine')], [good('fair')], quoted, quoted, [bad('harsh', 'reported')]])).toMatchObject(
      {
        value: 0.245,
        verdict: 'flips',
        without: 'quoted words',
        at: null,
      },
    );
  });

  test('is unsure when no part turns it but its interval holds zero', () => {
    const found = scoreOf('tone', [[bad('grim')], [bad('dire')], [good('fine')], [], [], [], []]);
    expect([found?.verdict, found?.without]).toEqual(['flips', 'grim']);
    const many = [...Array.from({ length: 5 }, (_, at) => [bad(`bad${at}`)]), [good('a')], [good('b')], [good('c')]];
    const unsure = scoreOf('tone', many);
    expect([unsure?.verdict, unsure?.without, unsure?.at]).toEqual(['unsure', null, null]);
    expect([(unsure?.low ?? 1) <= 0, (unsure?.high ?? -1) >= 0, (unsure?.value ?? 0) < 0]).toEqual([true, true, true]);
  });

  test('of too few sentences, or without tone words, is not tested', () => {
    expect(scoreOf('tone', [[bad('grim')], [], [], []])).toMatchObject({
      value: null,
      low: null,
      most: null,
      verdict: 'too-few',
    });
    expect(scoreOf('tone', [[bad('grim', 'quoted')], [], [], [], []])).toMatchObject({
      value: 0,
      verdict: 'too-few',
      without: null,
    });
  });
});

describe('a rate', () => {
  const few = [[loaded('mob')], [], [], [], [], []];
  const many = [[loaded('mob')], [loaded('thug')], [loaded('riot')], [], [], []];

  test('holds while the document keeps its place', () => {
    expect(scoreOf('loaded-terms', many, [[], [], [], [], [], []])).toMatchObject({
      value: 2.5,
      least: 1.7,
      most: 3,
      verdict: 'holds',
    });
  });

  test('that no more than ties with another holds', () => {
    expect(scoreOf('loaded-terms', [[loaded('mob')], [loaded('thug')], [], [], [], []], few)).toMatchObject({
      value: 1.7,
      verdict: 'holds',
    });
  });

  test('that all sources share holds: there is no place to lose', () => {
    const alike = Array.from({ length: 16 }, () => [loaded('mob')]);
    expect(scoreOf('loaded-terms', alike, alike)).toMatchObject({ verdict: 'holds', without: null });
    const none = alike.map(() => []);
    expect(scoreOf('loaded-terms', none, none)).toMatchObject({ value: 0, verdict: 'holds' });
  });

  test('flips when without a term, named by its words in use, the document changes places with another', () => {
    const riots = ['riot', 'rioters', 'Riot'].map((text): Mark => ({ ...loaded('riot'), text }));
    const flip = scoreOf(
      'loaded-terms',
      [[loaded('mob')], ...riots.map((each) => [each]), [], []],
      [[loaded('a')], [loaded('b')], [], [], [], []],
    );
    expect(flip).toMatchObject({ value: 3.3, verdict: 'flips', without: 'riot, rioters', at: 100 });
  });

  test('flips with quoted words, counted for all', () => {
    const quoted = [loaded('a', 'quoted'), loaded('b', 'reported'), loaded('c', 'quoted')];
    expect(scoreOf('loaded-terms', many, [[loaded('thug')], quoted, [], [], [], []])).toMatchObject({
      withQuoted: 2.5,
      verdict: 'flips',
      without: 'quoted words',
    });
  });

  test('counts scare quotes as the author’s', () => {
    expect(
      scoreOf('distancing', [[{ entry: 'scare-quotes', device: 'distancing', voice: 'scare' }], [], [], [], []])?.value,
    ).toBe(1);
  });

  test('of too few sentences or words, or beside no other, is given and not tested', () => {
    expect(scoreOf('loaded-terms', [[loaded('mob')], [], [], []], few)).toMatchObject({
      value: 1.3,
      low: null,
      least: null,
      verdict: 'too-few',
    });
    expect(scoreOf('loaded-terms', many)).toMatchObject({ value: 2.5, least: 1.7, verdict: 'too-few' });
    expect(scoreOf('loaded-terms', many, [[], []])).toMatchObject({ verdict: 'too-few' });
  });
});

test('a silent document has no scores, and its place in the list', () => {
  const lists = fragilityOf([column([]), column([[bad('grim')], [], [], [], []])]);
  expect(lists.map((list) => list.map(({ score }) => score))).toEqual([
    [],
    ['tone', 'loaded-terms', 'distancing', 'attribution', 'certainty', 'naming'],
  ]);
});

describe('for any documents', () => {
  const mark = fc
    .record({
      entry: fc.constantFrom('a', 'b', 'c', 'd'),
      device: fc.constantFrom('sentiment', 'loaded-terms', 'certainty', 'naming'),
      voice: fc.constantFrom('author', 'quoted', 'scare'),
      valence: fc.integer({ min: -5, max: 5 }),
    })
    .map(({ valence, ...rest }): Mark => ({
      ...rest,
      valence: rest.device === 'sentiment' && valence !== 0 ? valence : null,
    }));
  const documents = fc.array(fc.array(fc.array(mark, { maxLength: 3 }), { maxLength: 9 }).map(column), {
    maxLength: 4,
  });

  test('scores are those the page shows, fit the schema, and are the same again in another order', () => {
    fc.assert(
      fc.property(documents, (columns) => {
        const lists = fragilityOf(columns);
        expect([...fragilityOf([...columns].reverse())].reverse()).toEqual(lists);
        lists.forEach((list, at) => {
          const { tone, counts } = columns[at] ?? column([]);
          for (const each of list) {
            expect(fragilitySchema.safeParse(each).error).toBeUndefined();
            expect(each.value).toBe(each.score === 'tone' ? tone.score : counts.marks[each.score].per100);
            expect([each.without !== null, each.at !== null && each.verdict !== 'flips']).toEqual([
              each.verdict === 'flips',
              false,
            ]);
            if (each.least !== null && each.most !== null && each.value !== null && each.score === 'tone')
              expect(each.least <= each.value && each.value <= each.most).toBe(true);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('least and most are those of the scores recomputed from what is left', () => {
    fc.assert(
      fc.property(fc.array(fc.array(mark, { maxLength: 3 }), { minLength: 5, maxLength: 9 }), (sentences) => {
        const tone = fragilityOf([column(sentences)])[0]?.[0];
        const meanTone = (left: readonly (readonly Mark[])[]): number => {
          const tones = left.map((marks) =>
            toneOf(
              marks.flatMap(({ valence, voice }) =>
                typeof valence === 'number' && voice === 'author' ? [valence] : [],
              ),
            ),
          );
          return Math.round((tones.reduce((sum, each) => sum + each, 0) / tones.length) * 1000) / 1000 || 0;
        };
        const own = sentences.flat().filter(({ valence, voice }) => typeof valence === 'number' && voice === 'author');
        const values = [...new Set(own.map(({ entry }) => entry))].map((entry) =>
          meanTone(sentences.map((marks) => marks.filter((each) => each.entry !== entry))),
        );
        const without = sentences.map((_, at) => meanTone(sentences.filter((_each, other) => other !== at)));
        // A thousandth more or less: a mean of rounded tones may fall on either side of a half.
        expect(Math.abs((tone?.least ?? NaN) - Math.min(...values, ...without))).toBeLessThan(0.0011);
        expect(Math.abs((tone?.most ?? NaN) - Math.max(...values, ...without))).toBeLessThan(0.0011);
      }),
      { numRuns: 60 },
    );
  });
});

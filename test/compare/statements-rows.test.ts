import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { align, FERRIES, FLOODS, STRIKE, texts } from './aligned.js';

describe('rows', () => {
  test('take in a sentence that no cue finds and that says the same, and mark it', () => {
    const { statements } = align(
      { a: FERRIES.slice(0, 1), b: STRIKE.slice(0, 1), c: [FLOODS[0] ?? '', FERRIES[0] ?? ''] },
      { onTopic: { c: [0] } },
    );
    expect(statements.map(({ sentences }) => sentences.map((each) => [each.document, each.onTopic]))).toEqual([
      [
        ['a', true],
        ['b', true],
        ['c', false],
      ],
    ]);
    expect(statements[0]?.absent).toEqual([]);
  });

  test('call a document near, not silent, whose sentence is as near as those of the row but stands elsewhere', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        for (const { similarity, absent } of align(documents).statements)
          for (const { reason, nearest } of absent)
            expect(reason).toBe((nearest?.similarity ?? 0) >= similarity ? 'near' : 'not-said');
      }),
      { numRuns: 60 },
    );
  });

  test('keep rows short and tight: no two of their sentences are strangers', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        for (const { sentences, pairs, similarity } of align(documents).statements) {
          expect(sentences.length).toBeLessThanOrEqual(12);
          const byDocument = sentences.map(({ document }) => sentences.filter((each) => each.document === document));
          expect(Math.max(...byDocument.map(({ length }) => length))).toBeLessThanOrEqual(3);
          expect(similarity).toBeGreaterThanOrEqual(0.2);
          expect(pairs.filter((pair) => pair.similarity < similarity)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of many documents list those that come nearest, and count the rest', () => {
    const row = 'Ferry crews walked out on Monday after talks on night shifts collapsed.';
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at): [string, string[]] => [
        `d${String(at).padStart(2, '0')}`,
        [at < 20 ? row : at === 50 ? 'Night shifts wear out the nurses.' : 'Sandbags lay at the mill.'],
      ]),
    );
    const rows = align(many).statements.filter(({ sentences }) => sentences[0]?.text === row);
    expect(rows.map(({ sentences }) => sentences.length)).toEqual([12, 8]);
    const { absent = [], unlisted, pairs = [] } = rows[0] ?? {};
    expect([absent.length, unlisted, pairs.length]).toEqual([24, 24, 24]);
    expect(pairs.filter(({ difference }) => difference)).toHaveLength(12);
    expect(absent.filter(({ nearest }) => nearest).length).toBeLessThanOrEqual(8);
    expect(absent.filter(({ reason }) => reason === 'near').map(({ document }) => document)).toEqual(
      rows[1]?.sentences.map(({ document }) => document),
    );
    expect(absent.find(({ document }) => document === 'd50')?.reason).toBe('not-said');
  });
});

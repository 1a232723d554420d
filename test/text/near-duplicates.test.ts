import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearDuplicates } from '../../src/text/near-duplicates.js';

/** Words drawn by a fixed rule, so that texts of different seeds share no run of five. */
function text(seed: number, words: number): string {
  let state = seed * 7919 + 1;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `w${(state >>> 8) % 5000}`;
  }).join(' ');
}

test('finds a syndicated copy, whatever its case, spacing and punctuation', () => {
  const agency = `${text(1, 300)} they don't say.`;
  const copy = `EXCLUSIVE: ${agency.toUpperCase().replaceAll(' ', ',\n').replace("DON'T", 'DON’T')}`;
  expect(nearDuplicates([agency, text(2, 300), copy])).toEqual([{ a: 0, b: 2, share: 1 }]);
});

test('finds the cut version of a long report, and says how much of it is shared', () => {
  const report = text(1, 2_000);
  const cut = `${report.split(' ').slice(0, 150).join(' ')} ${text(3, 50)}`;
  const [pair] = nearDuplicates([report, cut]);
  expect({ ...pair, share: Math.round((pair?.share ?? 0) * 100) }).toEqual({ a: 0, b: 1, share: 74 });
});

test('passes over reports that share a quotation, notices of a line, and texts of nothing', () => {
  const quotation = text(9, 40);
  expect(
    nearDuplicates([`${text(1, 300)} ${quotation}`, `${text(2, 300)} ${quotation}`, 'Page 1', 'Page 1', '', '']),
  ).toEqual([]);
});

test('of one text many times over names the first copies, not every pair', () => {
  const pairs = nearDuplicates(Array.from({ length: 60 }, () => text(1, 100)));
  expect(new Set(pairs.map(({ b }) => b)).size).toBe(59);
  expect(pairs.length).toBeLessThan(60 * 21);
});

test('gives shares between a half and one, and each pair once', () => {
  const some = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (all) => {
      const pairs = nearDuplicates(all.map(([seed, words]) => text(seed, words)));
      expect(pairs.every(({ a, b, share }) => a < b && share >= 0.5 && share <= 1)).toBe(true);
      expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(pairs.length);
    }),
  );
});

test('takes seconds, not minutes, for thousands of documents', () => {
  const words = text(1, 290_000).split(' ');
  // The last hundred are the first hundred again.
  const texts = Array.from({ length: 3_000 }, (_, at) =>
    words.slice((at % 2_900) * 100, (at % 2_900) * 100 + 100).join(' '),
  );
  const began = performance.now();
  expect(nearDuplicates(texts).length).toBe(100);
  expect(performance.now() - began).toBeLessThan(20_000);
});

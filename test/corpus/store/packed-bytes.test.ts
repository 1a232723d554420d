import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon, loadNames, loadSeeds } from '../../../src/corpus/compiled.js';
import { pack, type PackedAnalysis } from '../../../src/corpus/packed.js';
import { fromBytes, toBytes } from '../../../src/corpus/store/packed-bytes.js';
import { analyse } from '../../../src/devices/analyse.js';
import { column } from '../../../src/text/reading.js';

test('an analysis is the same by way of bytes', () => {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  for (const { text } of loadSeeds().seeds.documents) {
    const packed = pack(analyse(text, lexicon, names), [...lexicon.entries, ...names.entries]);
    expect(fromBytes(toBytes(packed))).toEqual(packed);
  }
});

test('columns of any width come back as they were', () => {
  const numbers = fc.array(fc.nat({ max: 2 ** 32 - 1 })).map(column);
  fc.assert(
    fc.property(numbers, fc.array(fc.string({ unit: 'binary' })), (start, strings) => {
      const packed = { start, length: start, strings, unread: 3 } as unknown as PackedAnalysis;
      expect(fromBytes(toBytes(packed))).toEqual(packed);
    }),
    { seed: 3 },
  );
});

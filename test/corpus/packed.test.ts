import { describe, expect, test } from '@jest/globals';
import { fromJson, loadLexicon, loadNames, loadSeeds, toJson } from '../../src/corpus/compiled.js';
import { keptBytes, pack, unpack, type PackedAnalysis } from '../../src/corpus/packed.js';
import { analyse } from '../../src/devices/analyse.js';
import type { Analysis } from '../../src/devices/analysis.js';

const lexicon = loadLexicon();
const names = loadNames(lexicon);
const entries = [...lexicon.entries, ...names.entries];
const texts = [
  ...loadSeeds().seeds.documents.map(({ id, text }): [string, string] => [id, text]),
  ['a headline', 'Regime falls'],
  ['signs alone', '… “” — !'],
  [
    'odd characters',
    'The so‑called\u200b “peace” — a ½‑hearted lie, he claimed that it was ofﬁcially “good”.\r\n\r\nNot so.',
  ],
] as [string, string][];

/** An analysis without the running numbers of its word forms, which hold among texts read together only. */
function comparable({ reading, ...rest }: Analysis): unknown {
  const { text, tokens, forms, sentences, parts, quotations, unread } = reading;
  return { ...rest, reading: { text, tokens, forms, sentences, parts, quotations, unread } };
}

describe.each(texts)('the analysis of %s', (_, text) => {
  const analysis = analyse(text, lexicon, names);
  const packed = pack(analysis, entries);

  test('is the same when it is packed and unpacked', () => {
    expect(comparable(unpack(text, packed, entries))).toEqual(comparable(analysis));
  });

  test('is the same by way of JSON', () => {
    const json = JSON.parse(JSON.stringify(toJson(packed))) as Record<string, unknown>;
    expect(fromJson(json)).toEqual(packed);
  });
});

test('ten kilobytes or less are kept beside six of text', () => {
  const kept = loadSeeds().seeds.documents.map(({ id, text }) => {
    const packed: PackedAnalysis = pack(analyse(text, lexicon, names), entries);
    return { id, share: keptBytes(packed) / Buffer.byteLength(text) };
  });
  expect(kept.filter(({ share }) => share > 10 / 6)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { oneSidedPairs } from '../../src/build/check-word-lists.js';
import { LEXICON_FOLDER } from '../../src/build/folders.js';
import { readWordLists } from '../../src/build/read-word-lists.js';
import { openWordLists } from '../../src/compare/word-lists.js';
import { loadLexicon } from '../../src/corpus/compiled.js';

// Mirror-image fairness of the lexicon itself: a word that takes one side is marked only if the other side's is.

const lexicon = loadLexicon(true);
const lists = openWordLists(readWordLists(LEXICON_FOLDER, lexicon.inflect, new Set(lexicon.works.keys())));
const { pairs } = lists.mirrors;

test('of every pair both sides are among the marked words, or neither is', () => {
  expect(oneSidedPairs(lists, lexicon)).toEqual([]);
});

test('a plain word stands against one that takes a side', () => {
  expect(pairs.filter(({ word, mirror }) => word.plain === true && mirror.plain === true)).toEqual([]);
});

test('pairs cover all kinds of news, and each says why and whence', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(90);
  const lacking = pairs.filter(({ why, source }) => why === '' || !lexicon.works.has(source.split(',')[0] ?? ''));
  expect(lacking.map(({ id }) => id)).toEqual([]);
});

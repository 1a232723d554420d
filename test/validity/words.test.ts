import { expect, test } from '@jest/globals';
import { liesIn, occurrencesOf, wordsOf } from '../../src/validity/words.js';

const cut = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

test('cuts words at hyphens and punctuation, and at no apostrophe', () => {
  const text = 'A well-known “café” wasn’t open—ever, 24/7.';
  expect(cut(text, wordsOf(text))).toEqual(['A', 'well', 'known', 'café', 'wasn’t', 'open', 'ever', '24', '7']);
});

test('finds every whole-word occurrence, in any case and with any quotes', () => {
  const text = 'Cult leaders, cultural heads: a “cult” is a cult.';
  expect(occurrencesOf('cult', text).map(({ start }) => start)).toEqual([0, 33, 44]);
  expect(cut(text, occurrencesOf('"CULT"', text))).toEqual(['“cult”']);
});

test('finds a phrase once where it would overlap itself', () => {
  expect(occurrencesOf('so so', 'so so so so')).toEqual([
    { start: 0, end: 5 },
    { start: 6, end: 11 },
  ]);
});

test('gives spans of the text as it stands, behind what folding changes', () => {
  const text = 'A ½\u00ad price double\u2011dealing deal';
  expect(cut(text, occurrencesOf('double-dealing', text))).toEqual(['double\u2011dealing']);
});

test('finds nothing that was not copied verbatim, and no empty words', () => {
  expect(occurrencesOf('recless', 'A reckless plan')).toEqual([]);
  expect(occurrencesOf(' ', 'A reckless plan')).toEqual([]);
});

test('takes every word that a span touches', () => {
  const text = 'He wasn’t a so-called expert';
  const spans = [...occurrencesOf('so-called', text), { start: 6, end: 9 }];
  expect(liesIn(wordsOf(text), spans)).toEqual([false, true, false, true, true, false]);
});

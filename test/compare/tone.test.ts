import { expect, test } from '@jest/globals';
import type { ComparedFinding, ComparedSentence } from '../../src/compare/schema/document.js';
import { documentTone, FEWEST_SENTENCES_FOR_TONE } from '../../src/compare/tone.js';

function sentence(tone: number, ...findings: { valence: number; voice: ComparedFinding['voice'] }[]): ComparedSentence {
  const rest = {
    device: 'sentiment',
    entry: 'x',
    category: 'x',
    start: 0,
    end: 1,
    text: 'x',
    speaker: null,
    why: 'x',
    note: null,
    disputed: null,
    source: 'x',

    direction: 'neither',
    strength: 1,
  } as const satisfies Partial<ComparedFinding>;
  return {
    start: 0,
    end: 1,
    text: 'x',
    reason: 'cue',
    note: null,
    tone,
    findings: findings.map((each) => ({ ...rest, neutral: [], ...each })),
  };
}

const plain = sentence(0);
const harsh = sentence(-0.612, { valence: -3, voice: 'author' });
const quoted = sentence(-0.612, { valence: -3, voice: 'quoted' });

test('does not score too few sentences', () => {
  expect(documentTone([harsh, harsh, harsh, harsh])).toEqual({ score: null, withQuoted: null, sentences: 4, words: 4 });
  expect(FEWEST_SENTENCES_FOR_TONE).toBe(5);
});

test('scores the mean of sentences, those without tone words at 0', () => {
  expect(documentTone([harsh, plain, plain, plain, plain])).toEqual({
    score: -0.122,
    withQuoted: -0.122,
    sentences: 5,
    words: 1,
  });
});

test('leaves what others say out of the author’s tone', () => {
  expect(documentTone([quoted, harsh, plain, plain, plain])).toEqual({
    score: -0.122,
    withQuoted: -0.245,
    sentences: 5,
    words: 1,
  });
});

test('scores nothing at all as too few', () => {
  expect(documentTone([])).toEqual({ score: null, withQuoted: null, sentences: 0, words: 0 });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEXICON_FOLDER } from '../../src/build/folders.js';
import { wordListFaults } from '../../src/build/check-word-lists.js';
import { readWordLists } from '../../src/build/read-word-lists.js';
import { compileFrames, framesOf, openFrames, type Frame } from '../../src/compare/frames.js';
import type { FrameUse } from '../../src/compare/schema/frame.js';
import { openWordLists } from '../../src/compare/word-lists.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const lists = openWordLists(readWordLists(LEXICON_FOLDER, lexicon.inflect, new Set(lexicon.works.keys())));
const { frames } = lists.frames;

const small = openFrames(
  compileFrames(
    [
      frame('law', ['court', 'supreme court', 'ban on'], ['tennis court']),
      frame('money', ['rent', 'rent freeze', 'bank'], ['bank of cloud']),
      frame('defence', ['defence'], []),
    ],
    lexicon.inflect,
  ),
);

test('the frames hold what their examples show, reach every cue, and share none', () => {
  expect(wordListFaults(lists, lexicon)).toEqual([]);
});

test('every frame is broad, explained and shown', () => {
  const thin = frames.filter(
    ({ cues, finds, ignores, about }) => cues.length < 60 || finds.length < 4 || ignores.length < 3 || about === '',
  );
  expect(thin.map(({ id }) => id)).toEqual([]);
  expect(frames.length).toBeGreaterThanOrEqual(14);
});

test('a frame’s share is of the sentences that hold one of its cues, and the most used frame is first', () => {
  const text = 'The court met. The rents rose. A rent freeze failed in court, and rents rose. Nobody came.';
  expect(shown(text)).toEqual([
    ['law', 0.5, ['court'], ['court']],
    ['money', 0.5, ['rents'], ['rent freeze', 'rents']],
  ]);
});

test('only the sentences asked for count', () => {
  expect(shown('The court met. The rents rose.', [1])).toEqual([['money', 1, ['rents']]]);
  expect(shown('The court met. The rents rose.', [])).toEqual([]);
});

test('a cue inside an innocent phrase is none, another in the same sentence is', () => {
  expect(shown('The tennis court was shut.')).toEqual([]);
  expect(shown('A court shut the tennis court.')).toEqual([['law', 1, ['court']]]);
});

test('a cue counts in a name only as what the name is a name of', () => {
  expect(shown('She wrote to the Ministry of Defence about the Rent Board.')).toEqual([]);
  expect(shown('She wrote to the Borduran Supreme Court about it.')).toEqual([['law', 1, ['Supreme Court']]]);
  expect(shown('She wrote to the Court of Audit about it.')).toEqual([['law', 1, ['Court']]]);
  expect(shown('She met the Home Defence minister of the island.')).toEqual([]);
});

test('spans are of the stored text and lie in their sentences, whatever the text is made of', () => {
  const word = fc.constantFrom(
    'court',
    'Court',
    'tennis',
    'rent',
    'freeze',
    'Supreme',
    'of',
    'the',
    'ban',
    'on',
    'ﬁre',
    'so',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `The ${words.join(' ')} came.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
      const text = sentences.join(' ');
      const analysis = analyse(text, lexicon, NO_NAMES);
      const indices = [...analysis.reading.sentences.keys()];
      for (const use of framesOf(analysis, indices, small)) {
        expect(use.share).toBeCloseTo(use.sentences.length / indices.length, 3);
        for (const { start, cues } of use.sentences) {
          const end = analysis.reading.sentences.find((each) => each.start === start)?.end ?? -1;
          for (const cue of cues) {
            expect(text.slice(cue.start, cue.end)).toBe(cue.text);
            expect(cue.start >= start && cue.end <= end).toBe(true);
          }
        }
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('a sentence of news is told by what it is about', () => {
  const told = (text: string): string[] => {
    const analysis = analyse(text, lexicon, NO_NAMES);
    return framesOf(analysis, [...analysis.reading.sentences.keys()], lists.frames).map(({ frame: id }) => id);
  };
  expect(told('Nurses say the ward is unsafe and understaffed.')).toEqual(['health', 'resources']);
  expect(told('The levy on lorries will push up the price of bread.')).toEqual(['economy']);
  expect(told('Two mayors quarrel about a bridge.')).toEqual(['conflict']);
  expect(told('The weather will be fine on Sunday.')).toEqual([]);
});

function frame(id: string, cues: string[], unless: string[]): Frame {
  return { id, name: id, about: id, source: 'usage', cues, unless, finds: [], ignores: [] };
}

/** Each frame used, its share, and the cues of each sentence. */
function shown(text: string, indices?: readonly number[]): unknown[] {
  const analysis = analyse(text, lexicon, NO_NAMES);
  const uses: FrameUse[] = framesOf(analysis, indices ?? [...analysis.reading.sentences.keys()], small);
  return uses.map((use) => [use.frame, use.share, ...use.sentences.map(({ cues }) => cues.map((cue) => cue.text))]);
}

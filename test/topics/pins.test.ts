import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { applyPins, type Pin } from '../../src/topics/pins.js';
import { retrieve } from '../../src/topics/retrieve.js';
import { openTopic } from '../../src/topics/topic.js';

const lexicon = loadLexicon(true);
const text = [
  'The ferry crews walked out on Friday.',
  'The port stood still for a day.',
  'A strike of the ferry crews had been expected.',
  'Fish prices rose by a third in the market.',
  'Nobody at the harbour office would comment.',
].join(' ');
const { reading } = analyse(text, lexicon, NO_NAMES);
const topic = openTopic(
  {
    id: 'ferries',
    title: 'Ferries',
    question: 'Who struck?',
    cues: [{ groups: [['ferry']], near: false }],
    not: [],
    typed: false,
  },
  NO_NAMES,
  lexicon.inflect,
);
const retrieved = retrieve(reading, topic);
const pin = (index: number, isIn: boolean, note = ''): Pin => {
  const { start = 0, end = 0 } = reading.sentences[index] ?? {};
  return { start, end, in: isIn, note };
};

describe('pins', () => {
  test('change nothing where there are none', () => {
    expect(applyPins(reading, retrieved)).toEqual({ ...retrieved, takenOut: [], putIn: new Map() });
  });

  test('put a sentence in, and join the passages that it stands between', () => {
    const { passages } = applyPins(reading, retrieved, [pin(3, true), pin(1, true)]);
    expect(passages.map(({ sentences }) => sentences.map(({ index, reason }) => `${index} ${reason}`))).toEqual([
      ['0 cue', '1 between', '2 cue', '3 pinned'],
    ]);
  });

  test('take a sentence out, and say why', () => {
    const { passages, takenOut } = applyPins(reading, retrieved, [pin(2, false, 'It never came.')]);
    expect(passages.flatMap(({ sentences }) => sentences.map(({ index }) => index))).toEqual([0, 1]);
    expect(takenOut).toEqual([{ index: 2, note: 'It never came.' }]);
  });

  test('that fit no sentence are passed over', () => {
    expect(applyPins(reading, retrieved, [{ start: 3, end: 9, in: true, note: '' }])).toEqual({
      ...retrieved,
      takenOut: [],
      putIn: new Map(),
    });
  });

  test('hold for exactly their sentences, whatever they are', () => {
    const some = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(some, (chosen) => {
        const last = new Map(chosen);
        const { passages, takenOut } = applyPins(
          reading,
          retrieved,
          chosen.map(([index, isIn]) => pin(index, isIn)),
        );
        const found = new Set(retrieved.passages.flatMap(({ sentences }) => sentences.map(({ index }) => index)));
        const expected = reading.sentences.flatMap((_, index) =>
          (last.get(index) ?? found.has(index)) ? [index] : [],
        );
        expect(passages.flatMap(({ sentences }) => sentences.map(({ index }) => index))).toEqual(expected);
        expect(takenOut.map(({ index }) => index)).toEqual(
          [...found].filter((index) => last.get(index) === false).sort((a, b) => a - b),
        );
      }),
    );
  });

  test('that put back what was taken out give what the cues found', () => {
    const out = [0, 1, 2].map((index) => pin(index, false));
    const back = [0, 1, 2].map((index) => pin(index, true));
    const { passages, takenOut } = applyPins(reading, retrieved, [...out, ...back]);
    expect([passages, takenOut]).toEqual([retrieved.passages, []]);
  });
});

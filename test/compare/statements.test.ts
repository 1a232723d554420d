import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Aligned } from '../../src/compare/statements.js';
import { align, FERRIES, FLOODS, STRIKE, texts } from './aligned.js';

describe('statements', () => {
  test('put sentences on the same thing in one row, and leave the others alone', () => {
    expect(shown(align({ a: FERRIES, b: STRIKE }))).toEqual([
      [`a: ${FERRIES[2] ?? ''}`, `b: ${STRIKE[2] ?? ''}`],
      [`a: ${FERRIES[0] ?? ''}`, `b: ${STRIKE[0] ?? ''}`],
    ]);
  });

  test('match a document with its copy, sentence by sentence', () => {
    const texts = [...FERRIES, 'So they did.', FERRIES[1] ?? ''];
    const { statements, sole } = align({ a: texts, b: texts });
    expect(sole).toEqual([]);
    expect(statements.map(({ sentences, similarity }) => [similarity, ...sentences.map(({ text }) => text)])).toEqual(
      texts.map((text) => [1, text, text]),
    );
    // A sentence without a telling word has nothing to lay side by side.
    for (const { pairs } of statements.filter((row) => row.sentences[0]?.text !== 'So they did.'))
      expect(pairs.map(({ difference }) => [difference?.same, difference?.slots.map(({ kind }) => kind)])).toEqual([
        [1, ['same']],
      ]);
  });

  test('say what was looked for, what came nearest, and why a document is not in a row', () => {
    const texts = {
      a: FERRIES.slice(0, 1),
      b: STRIKE.slice(0, 1),
      c: ['Night shifts wear out the nurses.', ...FLOODS],
    };
    const [first] = align(texts).statements;
    const [absent] = first?.absent ?? [];
    expect([absent?.document, absent?.reason, absent?.searched]).toEqual(['c', 'not-said', first?.shared]);
    const { similarity = 1, shared = [], ...place } = absent?.nearest ?? {};
    expect(place).toEqual({ start: 0, end: 33, text: 'Night shifts wear out the nurses.' });
    expect(shared.sort()).toEqual(['night', 'shifts']);
    expect(similarity).toBeLessThan(first?.similarity ?? 0);
  });

  test('do not ask a text for what happened after it', () => {
    const event = { date: '2031-05-02', what: 'the walkout' };
    const absent = (texts: Parameters<typeof align>[0], dates: Record<string, string>): string[] =>
      align(texts, { dates, event }).statements.flatMap((each) => each.absent.map(({ reason }) => reason));
    const texts = { a: FERRIES.slice(0, 1), b: STRIKE.slice(0, 1), c: FLOODS };
    expect(absent(texts, { c: '2031-05-01' })).toEqual(['before-event']);
    expect(absent(texts, { c: '2031-05' })).toEqual(['not-said']);
    expect(absent(texts, {})).toEqual(['not-said']);
  });

  test('take a month that a row states for the day of what it tells', () => {
    const texts = {
      a: ['The dam at Orlo burst in March 2031 and drowned the orchards.'],
      b: ['When the dam burst the orchards of Orlo were drowned.'],
      c: FLOODS,
    };
    const reasons = (date: string): string[] =>
      align(texts, { dates: { c: date } }).statements.flatMap((each) => each.absent.map(({ reason }) => reason));
    expect([reasons('2031-02-27'), reasons('2031-04-01')]).toEqual([['before-event'], ['not-said']]);
  });

  test('name the speaker of most of a sentence’s words', () => {
    const { statements } = align({
      a: ['Ana Ruiz promised that the tunnel will open in autumn.'],
      b: ['“The tunnel will open to trains in autumn,” said Rosa Quint.'],
    });
    expect(statements[0]?.sentences.map(({ voice, speaker }) => [voice, speaker])).toEqual([
      ['reported', 'Ana Ruiz'],
      ['quoted', 'Rosa Quint'],
    ]);
  });

  test('point into the stored texts', () => {
    const { statements, sole } = align({ a: FERRIES, b: STRIKE, c: FLOODS });
    const texts: Record<string, string> = { a: FERRIES.join(' '), b: STRIKE.join(' '), c: FLOODS.join(' ') };
    const places = [...statements.flatMap(({ sentences }) => sentences), ...sole];
    expect(places.filter(({ document, start, end, text }) => texts[document]?.slice(start, end) !== text)).toEqual([]);
    expect(places).toHaveLength(8);
  });
});

describe('names', () => {
  test('meet under any label, and a person in part for a state', () => {
    const pair = (text: string): number =>
      align({ a: ['Tankers crowd the Strait of Marl while Freedonia closes its ports.'], b: [text] }).statements[0]
        ?.similarity ?? 0;
    const same = pair('Freedonia closes its ports, and tankers crowd the Strait of Marl.');
    expect(pair('Freedonia closes its ports, and tankers crowd the Northern Narrows.')).toBe(same);
    const person = pair('Firefly closes the ports, and tankers crowd the Strait of Marl.');
    expect(person).toBeLessThan(same);
    expect(person).toBeGreaterThan(pair('Sylvania closes the ports, and tankers crowd the Strait of Marl.'));
  });

  test('alone make no pair', () => {
    const { statements } = align({
      a: ['Freedonia fears for the Strait of Marl.'],
      b: ['The Northern Narrows delight Freedonian poets.'],
    });
    expect(statements).toEqual([]);
  });
});

describe('whatever the documents', () => {
  test('their order changes nothing', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        const turned = Object.fromEntries(Object.entries(documents).reverse());
        expect(align(turned)).toEqual(align(documents));
      }),
      { numRuns: 40 },
    );
  });

  test('each sentence stands once, in a row or alone, and each row spans documents', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        const { statements, sole } = align(documents);
        const rows = statements.map(({ sentences }) => sentences.map(({ document, start }) => `${document}:${start}`));
        const places = [...rows.flat(), ...sole.map(({ document, start }) => `${document}:${start}`)];
        expect(new Set(places).size).toBe(Object.values(documents).flat().length);
        expect(places).toHaveLength(new Set(places).size);
        for (const { sentences } of statements)
          expect(new Set(sentences.map(({ document }) => document)).size).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });

  test('another that has nothing in common with them changes no row', () => {
    fc.assert(
      fc.property(texts, (documents) => {
        const rows = ({ statements }: Aligned): unknown =>
          statements.map(({ absent, ...row }) => [row, absent.length > -1]);
        expect(rows(align({ ...documents, z: ['Poets praise cheese.', 'Astronomers doubt it.'] }))).toEqual(
          rows(align(documents)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function shown({ statements }: Aligned): string[][] {
  return statements.map(({ sentences }) => sentences.map(({ document, text }) => `${document}: ${text}`));
}

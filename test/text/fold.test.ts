import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { fold } from '../../src/text/fold.js';
import { read } from '../../src/text/read.js';

test.each([
  ['a hyphen that does not break', 'deep‑ening', 'deep-ening'],
  ['a soft hyphen', 'deep\u00adening', 'deepening'],
  ['a narrow space', '$800\u202fmillion', '$800 million'],
  ['a no-break space', '10\u00a0years', '10 years'],
  ['characters without width', 'sep\u200bara\u200dtist\ufeffs', 'separatists'],
  ['line ends of any system', 'one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
  ['a fraction', '½ of it', '1⁄2 of it'],
  ['ligatures', 'ofﬁcial conﬂict', 'official conflict'],
  ['a letter and its mark', 'Glucksmann, Raphae\u0308l', 'Glucksmann, Raphaël'],
  ['curly and other quotation marks', '“one” ‘two’ «three» „four‟', '"one" \'two\' "three" "four"'],
  ['full-width letters', 'ＮＡＴＯ', 'NATO'],
  ['a tab', 'one\ttwo', 'one\ttwo'],
])('folds %s', (_, stored, folded) => {
  expect(fold(stored).text).toBe(folded);
});

test('leaves dashes, accents, other scripts and pictures as they are', () => {
  const stored = 'Erdoğan — the “€5” café – Ալիեւ 👍🏽'.replaceAll(/[“”]/g, '"');
  expect(fold(stored).text).toBe(stored);
});

// Stored pieces and what each folds to: a text made of them must fold to the joined right-hand sides.
const PIECES: readonly (readonly [string, string])[] = [
  ['peace', 'peace'],
  [' ', ' '],
  ['.\n', '.\n'],
  ['\r\n', '\n'],
  ['‑', '-'],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u202f', ' '],
  ['½', '1⁄2'],
  ['ﬁ', 'fi'],
  ['e\u0301', 'é'],
  ['’', "'"],
  ['“', '"'],
  ['👍', '👍'],
  ['Ａ', 'A'],
];

test('leads each folded character back to where it came from', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES)), (pieces) => {
      const { text, origins } = fold(pieces.map(([stored]) => stored).join(''));
      expect(text).toBe(pieces.map(([, folded]) => folded).join(''));
      const origin = origins();
      let storedAt = 0;
      let foldedAt = 0;
      for (const [stored, folded] of pieces) {
        // Of a carriage return and a line feed the line feed stays.
        const kept = storedAt + (stored === '\r\n' ? 1 : 0);
        if (folded !== '') expect([foldedAt, origin(foldedAt)]).toEqual([foldedAt, kept]);
        storedAt += stored.length;
        foldedAt += folded.length;
      }
    }),
  );
});

test('leads every folded offset back inside the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stored) => {
      const { text, origins } = fold(stored);
      const origin = origins();
      let before = 0;
      for (let at = 0; at <= text.length; at += 1) {
        const now = origin(at);
        expect(now >= before && now <= stored.length).toBe(true);
        before = now;
      }
    }),
  );
});

test('marks the stored characters of a folded word', () => {
  const text = 'Its deep‑ening ties cost $800\u202fmillion and some double‑deal\u00ading, of\uFB01cially.';
  const { tokens, forms } = read(text, loadLexicon().partLines);
  const slices = Array.from(tokens.start, (start, i) => text.slice(start, start + (tokens.length[i] ?? 0)));
  expect(slices.map((slice, i) => `${slice}→${forms[i] ?? ''}`)).toEqual([
    'Its→its',
    'deep→deep',
    '‑→-',
    'ening→ening',
    'ties→ties',
    'cost→cost',
    '$→$',
    '800→800',
    'million→million',
    'and→and',
    'some→some',
    'double→double',
    '‑→-',
    'deal\u00ading→dealing',
    ',→,',
    'of\uFB01cially→officially',
    '.→.',
  ]);
});

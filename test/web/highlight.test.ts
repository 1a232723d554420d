import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEVICE_IDS } from '../../src/devices/lexicon/entry.js';
import { closed } from '../../src/text/bidi.js';
import { escapeText, highlight, marked, type Mark } from '../../src/web/highlight.js';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', "\"onload='x'&amp;", '<!--', '</mark>'),
);
const textWithMarks = hostile.chain((text) =>
  fc.record({
    text: fc.constant(text),
    marks: fc.array(
      fc.record({
        start: fc.integer({ min: -3, max: text.length + 3 }),
        end: fc.integer({ min: -3, max: text.length + 3 }),
        device: fc.constantFrom(...DEVICE_IDS),
      }),
      { maxLength: 12 },
    ),
  }),
);

/** What a reader is left with when tags are taken off and entities read. */
function stripped(html: string): string {
  let text = '';
  for (let at = 0; at < html.length; at += 1) {
    if (html[at] === '<') at = html.indexOf('>', at);
    else text += html.charAt(at);
  }
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('the highlight renderer', () => {
  test('gives back the exact text when the marks are stripped, for any overlaps', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        expect(
          highlight(text, marks)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
        expect(stripped(marked(text, marks))).toBe(closed(text));
      }),
    );
  });

  test('covers each character by exactly the marks whose spans hold it, and ends each mark once', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        const segments = highlight(text, marks);
        let at = 0;
        for (const segment of segments) {
          const end = at + segment.text.length;
          const holding = marks.filter((mark) => mark.start <= at && mark.end >= end && mark.start < mark.end);
          expect(new Set(segment.marks)).toEqual(new Set(holding));
          at = end;
        }
        const visible = marks.filter((mark) => Math.max(0, mark.start) < Math.min(text.length, mark.end));
        expect(segments.flatMap(({ ends }) => ends)).toHaveLength(visible.length);
      }),
    );
  });

  test('opens and closes tags in balance', () => {
    fc.assert(
      fc.property(textWithMarks, ({ text, marks }) => {
        const html = marked(text, marks);
        expect(html.split('<mark ').length).toBe(html.split('</mark>').length);
      }),
    );
  });

  test('places marks of a piece by its offset in the document', () => {
    expect(marked('slammed it', [{ device: 'loaded-terms', start: 100, end: 107 }], 100)).toBe(
      '<mark class="loaded-terms">slammed</mark> it',
    );
  });

  test('puts codes behind all marks that overlap, never inside their words', () => {
    const marks: Mark[] = [
      { device: 'distancing', start: 0, end: 5, code: 'D1', label: 'Distancing', first: true },
      { device: 'naming', start: 1, end: 3, code: 'N1', label: 'Names', first: true },
    ];
    const html = marked('‘ab,’ c', marks);
    expect(html.indexOf('<sup')).toBeGreaterThan(html.lastIndexOf('</mark>'));
    expect(html).toContain('<a id="m-D1" href="#n-D1" aria-label="D1, Distancing">D1</a>');
  });

  test('escapes what HTML would read', () => {
    expect(escapeText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  });
});

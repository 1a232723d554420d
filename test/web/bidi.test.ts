import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closed } from '../../src/text/bidi.js';
import { ownSite, type OwnSite } from './own.js';

const CONTROLS = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];
const turned = fc.string({ unit: fc.constantFrom('a', 'ש', ' ', ...CONTROLS) });

/** What is open behind a text, by the rules X1–X8 of Unicode's bidirectional algorithm. */
function openBehind(text: string): string[] {
  let open: string[] = [];
  for (const each of text) {
    if ('\u202a\u202b\u202d\u202e'.includes(each)) open = [...open, 'embedding'];
    else if ('\u2066\u2067\u2068'.includes(each)) open = [...open, 'isolate'];
    else if (each === '\u202c' && open.at(-1) === 'embedding') open = open.slice(0, -1);
    else if (each === '\u2069' && open.includes('isolate')) open = open.slice(0, open.lastIndexOf('isolate'));
  }
  return open;
}

describe('behind a text', () => {
  test('all that it opened is closed, and nothing else is added', () => {
    fc.assert(
      fc.property(turned, (text) => {
        expect(openBehind(closed(text))).toEqual([]);
        expect(closed(text).slice(0, text.length)).toBe(text);
        expect(closed(text).length - text.length).toBe(openBehind(text).length);
      }),
    );
  });

  test('nothing stands where it has no such characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!CONTROLS.some((each) => text.includes(each)));
        expect(closed(text)).toBe(text);
      }),
    );
  });
});

describe('a title that turns its words round', () => {
  let site: OwnSite;
  beforeAll(async () => {
    site = await ownSite();
    await site.postJson('/corpora', { title: 'Rents \u202etnuoc' });
  });
  afterAll(() => site.close());

  test.each(['/corpora', '/corpora/rents-tnuoc', '/corpora/rents-tnuoc/acts'])(
    'turns nothing else on %s',
    async (path) => {
      const { text } = await site.get(path);
      expect(text.match(/\u202etnuoc.?/g)?.map((each) => each.at(-1))).toEqual(
        text.match(/\u202etnuoc/g)?.map(() => '\u202c'),
      );
    },
  );
});

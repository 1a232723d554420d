import { afterEach, expect, test } from '@jest/globals';
import type * as readerModule from '../../src/corpus/reader.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { read } from '../../src/text/read.js';

// A thread runs compiled code: this is the one module that is tested as built.
const { openReader } = (await import(
  new URL('../../dist/corpus/reader.js', import.meta.url).pathname
)) as typeof readerModule;

const { partLines } = loadLexicon();
let reader: readerModule.Reader;

afterEach(async () => reader.close());

test('reads off the main thread just what it reads on it', async () => {
  reader = openReader();
  const text = 'The “minister” spoke of News.Az.\n\nNobody listened to him for long.';
  const { tokens, sentences, parts, quotations, forms } = await reader.read(text, 'a.txt');
  const here = read(text, partLines);
  expect({ tokens, sentences, parts, quotations, forms }).toEqual({
    tokens: here.tokens,
    sentences: here.sentences,
    parts: here.parts,
    quotations: here.quotations,
    forms: here.forms,
  });
});

test('gives each of many texts its own reading', async () => {
  reader = openReader(2, 10_000);
  const texts = Array.from({ length: 20 }, (_, i) => `Text number ${i} says something plain. `.repeat(i + 1));
  const readings = await Promise.all(texts.map((text, i) => reader.read(text, `${i}.txt`)));
  expect(readings.map(({ sentences }) => sentences.length)).toEqual(texts.map((_, i) => i + 1));
});

test('gives up on a text that takes too long, and goes on with the next', async () => {
  reader = openReader(1, 1_500);
  const endless = 'The minister said that it was good. '.repeat(220_000);
  const results = await Promise.allSettled([
    reader.read(endless, 'endless.txt'),
    reader.read('It is short.', 'short.txt'),
    reader.read('It is short too.', 'other.txt'),
  ]);
  expect(results.map((each) => (each.status === 'rejected' ? String(each.reason) : each.value.text))).toEqual([
    'ParallaxError: endless.txt took longer than 1.5 s to read: give its article alone, as plain text.',
    'It is short.',
    'It is short too.',
  ]);
});

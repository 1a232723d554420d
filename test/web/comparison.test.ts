import { expect, test } from '@jest/globals';
import request from 'supertest';
import type { Comparison } from '../../src/compare/schema/comparison.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { PARTS } from '../../src/sheet/csv.js';
import { createApp } from '../../src/web/app.js';

const library = openSeedLibrary();
const app = createApp(library);
const get = (path: string): request.Test => request(app).get(path).set('Host', 'localhost:3000');
const comparison = library.compareTopic(library.topic('recognition-votes'));

test('every matched sentence stands on the topic’s page, and its row can be linked to', async () => {
  const { text } = await get('/topics/recognition-votes');
  for (const { id, sentences } of comparison.statements) {
    expect(text).toContain(`id="st-${id}"`);
    for (const { document, start } of sentences) expect(text).toContain(`href="/documents/${document}#s-${start}"`);
  }
  expect(comparison.statements.length).toBeGreaterThan(0);
});

test('a picked pair is laid side by side alone, in the order picked, with the signs’ elements', async () => {
  const { text } = await get('/topics/recognition-votes?pair=004,001');
  const section = text.slice(text.indexOf('id="statements"'), text.indexOf('id="passages"'));
  expect([...section.matchAll(/class="sub"><b>([^<]*)<\/b> and <b>([^<]*)</g)].map(([, a, b]) => [a, b])).toEqual([
    ['Source 004', 'News.Az'],
  ]);
  expect(section).toMatch(/<del>/);
  expect(section).toMatch(/<ins>/);
  expect(section).not.toContain('data-source="Aze.Media"');
});

test('a chosen reference is what words are set against, on the page and in the data', async () => {
  const page = await get('/topics/russia?reference=003');
  expect(page.text).toContain('Against Aze.Media:');
  const { body } = (await get('/topics/russia.json?reference=003')) as { body: Comparison };
  expect(body.contrast.reference).toBe('003');
});

test.each([
  ['/topics/russia?pair=001,999', 400],
  ['/topics/russia?pair=001,001', 400],
  ['/topics/russia?pair=001', 400],
  ['/topics/russia?reference=constructor', 400],
  ['/topics/russia.json?reference=999', 400],
  ['/topics/russia.json?part=facts', 400],
  ['/topics/russia.csv?part=lies', 400],
  ['/documents/001?pair=001,003', 400],
])('%s is refused with a page that says why', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('forms sent without a choice lead to the plain address', async () => {
  const { status, headers } = await get('/topics/russia?devices=none&voice=author&pair=&pair=&reference=');
  expect([status, headers.location]).toEqual([303, '/topics/russia?devices=none']);
});

test.each(PARTS)('the table of %s has a head, and as many cells in each row', async (part) => {
  // The two sources on New Caledonia tell it too differently for a word-by-word view.
  const topic = part === 'differences' ? 'recognition-votes' : 'new-caledonia';
  const { status, text } = await get(`/topics/${topic}.csv?part=${part}`);
  expect(status).toBe(200);
  const [head = '', ...rows] = text.split('\r\n').slice(0, -1);
  // Nobody takes a sentence out of a topic of the built-in corpus, and no text of it is another's copy.
  expect(rows.length > 0).toBe(part !== 'taken-out' && part !== 'copies');
  const plain = rows.filter((row) => !row.includes('"'));
  expect(new Set(plain.map((row) => row.split(',').length))).toEqual(
    plain.length > 0 ? new Set([head.split(',').length]) : new Set(),
  );
});

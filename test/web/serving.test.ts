import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { comparisonSchema } from '../../src/compare/schema/comparison.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { createApp } from '../../src/web/app.js';

const library = openSeedLibrary();
const app = createApp(library);
const get = (path: string): request.Test => request(app).get(path).set('Host', 'localhost:3000');

describe('serving', () => {
  test('answers 304 to a known ETag without rendering', async () => {
    const { headers } = await get('/topics/minsk-group');
    const fresh = createApp({
      ...library,
      compareTopic: () => {
        throw new Error('rendered');
      },
    });
    const { status, text } = await request(fresh)
      .get('/topics/minsk-group')
      .set('Host', 'localhost')
      .set('If-None-Match', headers.etag ?? '');
    expect([status, text]).toEqual([304, '']);
  });

  test('gives each address, state and form an ETag of its own', async () => {
    const paths = [
      '/topics/minsk-group',
      '/topics/minsk-group?voice=all',
      '/topics/minsk-group.json',
      '/topics/minsk-group.csv',
      '/topics/africa',
    ];
    const etags = await Promise.all(paths.map(async (path) => (await get(path)).headers.etag));
    expect(new Set(etags).size).toBe(paths.length);
    expect((await get('/topics/minsk-group?voice=author')).headers.etag).toBe(etags[0]);
  });

  test('sends a kept page compressed, and the same page', async () => {
    const plain = await get('/names').set('Accept-Encoding', 'identity');
    // Compression runs off the main thread after the first answer; how long it takes is the machine's business.
    let packed = plain;
    while (packed.headers['content-encoding'] === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      packed = await get('/names').set('Accept-Encoding', 'gzip, br');
    }
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers.vary).toBe('Accept-Encoding');
    expect(packed.text).toBe(plain.text);
    expect((await get('/names').set('Accept-Encoding', 'br;q=0')).headers['content-encoding']).toBeUndefined();
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const whole = await get('/method').set('Accept-Encoding', 'identity');
    const head = await request(app).head('/method').set('Host', 'localhost').set('Accept-Encoding', 'identity');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  test('keeps assets for good under the hash of their bytes', async () => {
    const { text } = await get('/');
    const href = /href="(\/assets\/parallax\.[0-9a-f]{12}\.css)"/.exec(text)?.[1] ?? '';
    const css = await get(href);
    expect(css.status).toBe(200);
    expect(css.headers['cache-control']).toContain('immutable');
    const font = /url\(["'](\/assets\/[^"']+\.woff2)/.exec(css.text)?.[1] ?? '';
    expect((await get(font)).headers['content-type']).toBe('font/woff2');
    expect((await get('/assets/none.css')).status).toBe(404);
  });
});

describe('the legend', () => {
  test('sends its ticks to one short address', async () => {
    const { status, headers } = await get(
      '/topics/minsk-group?devices=none&devices=loaded-terms&devices=naming&voice=all',
    );
    expect([status, headers.location]).toEqual([303, '/topics/minsk-group?devices=loaded-terms,naming&voice=all']);
  });

  test('switched off leaves no mark and no note of a device, and the others’ codes as they were', async () => {
    const all = (await get('/topics/recognition-votes')).text;
    const some = (await get('/topics/recognition-votes?devices=distancing')).text;
    expect(some).not.toContain('href="#n-L');
    const codes = (html: string): string[] => [...html.matchAll(/href="#n-(D\d+)"/g)].map(([, code]) => code ?? '');
    expect(codes(some)).toEqual(codes(all));
    expect((await get('/topics/recognition-votes?devices=none')).text).not.toContain('class="notes"');
  });
});

describe('the other forms', () => {
  test('take no switches, since they hold every device and voice', async () => {
    expect((await get('/topics/africa.json?devices=naming')).status).toBe(400);
    expect((await get('/topics.json?q=sanctions')).status).toBe(200);
  });

  test('JSON of a topic is the comparison of the published schema', async () => {
    const answer = await get('/topics/new-caledonia.json');
    expect(answer.type).toBe('application/json');
    expect(comparisonSchema.safeParse(answer.body).success).toBe(true);
    expect((await get('/schema/comparison-2.json')).body).toMatchObject({ type: 'object' });
  });

  test.each([
    '/index',
    '/documents/001',
    '/terms',
    '/terms/distancing/scare-quotes',
    '/names',
    '/method',
    '/topics/africa',
  ])('%s is there as JSON and CSV', async (path) => {
    expect((await get(`${path}.json`)).type).toBe('application/json');
    const { type, text } = await get(`${path}.csv`);
    expect(type).toBe('text/csv');
    expect(text.split('\r\n').length).toBeGreaterThan(2);
  });
});

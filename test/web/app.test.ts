import { afterEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { createApp } from '../../src/web/app.js';
import { PAGES } from './library.js';

const faults: unknown[] = [];
const library = openSeedLibrary();
const app = createApp(library, { onFault: (error) => faults.push(error) });
const get = (path: string): request.Test => request(app).get(path).set('Host', 'localhost:3000');

afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});

describe('every page', () => {
  test.each(PAGES)('%s is a whole HTML page without inline style or script', async (path) => {
    const { status, type, text } = await get(path);
    expect([status, type]).toEqual([200, 'text/html']);
    expect(text).toContain('<html lang="en"');
    expect(text.trimEnd().endsWith('</html>')).toBe(true);
    expect(text.match(/<script|<style|\sstyle=|\son[a-z]+=|undefined|NaN|\[object/g)).toBeNull();
    expect(text.match(/<h1/g)).toHaveLength(1);
  });

  test.each(PAGES)('%s leads nowhere that is not there', async (path) => {
    const { text } = await get(path);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    const outside = [
      ...new Set(
        [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) =>
          (href ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
        ),
      ),
    ];
    const sample = outside.filter((_, at) => at % Math.ceil(outside.length / 25) === 0);
    for (const href of sample) expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  test('carries headers that leave it nothing to run but our own files', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';connect-src 'self';style-src 'self';font-src 'self';img-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('prints unescaped nothing but includes and marked text', () => {
    const views = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'));
    const unescaped = views.flatMap((file) =>
      [...readFileSync(`views/${file}`, 'utf8').matchAll(/<%-([^%]*)%>/g)].map(([, code]) =>
        (code ?? '').trim().replace(/ -$/, ''),
      ),
    );
    const allowed =
      /^include\('\/parts\/[a-z-]+'(?:, \{ [^{}()]+ \})?\)\s*-?$|^(?:[a-z]+\.)+(?:marked|word)$|^example$/;
    expect(unescaped.filter((code) => !allowed.test(code))).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each([
    ['/topics/none', 404],
    ['/documents/none', 404],
    ['/terms/loaded-terms/none', 404],
    ['/terms/__proto__/x', 404],
    ['/nowhere', 404],
    ['/topics/minsk-group/sheet.csv', 404],
    ['/topics/%E0%A4%A', 400],
    ['/topics/minsk-group?colour=red', 400],
    ['/topics/minsk-group?devices=none-such', 400],
    ['/topics/minsk-group?voice=author&voice=all', 400],
    ['/topics/minsk-group?__proto__=1', 400],
    ['/topics/minsk-group/sheet?paper=a3', 400],
    ['/topics?q=', 400],
    ['/topics?q=the+of', 400],
    [`/topics?q=${'a'.repeat(201)}`, 400],
    ['/topics?voice=all', 400],
    ['/names?x', 400],
  ])('%s is answered %i in the page’s own dress, with what to do', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('class="masthead"');
    expect(answer.text).not.toMatch(/\bat .*\.[jt]s:\d+/);
  });

  test('is told as JSON where JSON is asked for', async () => {
    const answer = await get('/topics/none.json');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({
      error: { problem: expect.stringContaining('none'), remedy: expect.any(String) },
    });
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:3000',
    'localhost:3000@evil.example',
    '',
  ])('a request for host “%s” is misdirected', async (host) => {
    expect((await request(app).get('/').set('Host', host)).status).toBe(421);
  });

  test.each(['127.0.0.1', '127.0.0.1:3000', 'localhost:8080', 'LOCALHOST', '[::1]:3000'])(
    'a request for host “%s” is answered',
    async (host) => {
      expect((await request(app).get('/').set('Host', host)).status).toBe(200);
    },
  );

  test.each(['post', 'put', 'delete', 'patch', 'options'] as const)('%s is no method here', async (method) => {
    const { status, headers } = await request(app)[method]('/').set('Host', 'localhost');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('a fault of our own is a 500 page that tells nothing of it', async () => {
    const told: unknown[] = [];
    const broken = createApp(
      {
        ...library,
        compareTopic: () => {
          throw new Error('secret');
        },
      },
      { onFault: (error) => told.push(error) },
    );
    const { status, text } = await request(broken).get('/topics/minsk-group').set('Host', 'localhost');
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(told).toHaveLength(1);
  });
});

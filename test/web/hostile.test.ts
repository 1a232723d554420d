import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { createApp } from '../../src/web/app.js';
import { hostileLibrary, PAGES, SCRIPT } from './library.js';

const library = openSeedLibrary();
const app = createApp(library);
const get = (path: string): request.Test => request(app).get(path).set('Host', 'localhost:3000');

describe('hostile text', () => {
  const hostile = createApp(hostileLibrary());
  test.each(PAGES.filter((path) => !path.startsWith('/topics?')))('reaches %s only escaped', async (path) => {
    const { status, text } = await request(hostile).get(path).set('Host', '127.0.0.1');
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).not.toContain('alert("x")');
  });

  test('typed as a topic comes back escaped', async () => {
    const { status, text } = await get(`/topics?q=${encodeURIComponent(`Karabakh ${SCRIPT}`)}`);
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
  });

  test('in a topic’s title stays inside the strings of the sheet’s stylesheet', async () => {
    const { text } = await request(hostile).get('/topics/minsk-group/sheet.css').set('Host', 'localhost');
    expect(text).not.toMatch(/[<"]script/);
    const query = encodeURIComponent('war"; } body { display: none } \\');
    const typed = await get(`/topics/sheet.css?q=${query}`);
    expect(typed.status).toBe(200);
    expect(typed.text).not.toContain('display: none');
  });
});

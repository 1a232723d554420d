import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ownSite, RENTS, rentsIn, type OwnSite } from './own.js';

let site: OwnSite;
let rents: string;

beforeAll(async () => {
  site = await ownSite();
  rents = await rentsIn(site);
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${rents}${path}`;

/** One address of each kind. */
const PAGES = [
  '',
  '/documents',
  '/documents/001',
  '/documents/001/edit',
  '/import',
  '/search',
  '/search?q=rents',
  '/acts',
  '/topics?q=cap+on+rents',
  '/topics/sheet?q=cap+on+rents',
  '/terms',
  '/names',
  '/method',
];

describe('a corpus of one’s own', () => {
  test.each(PAGES)('%s is a whole page that needs no script, and loads one only to drop files', async (path) => {
    const { status, type, text } = await site.get(at(path));
    expect([status, type]).toEqual([200, 'text/html']);
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.map((each) => each.replace(/[0-9a-f]{12}/, 'HASH'))).toEqual(
      path === '/import' ? ['<script src="/assets/drop.HASH.js" type="module">'] : [],
    );
    expect(text.match(/<style|\sstyle=|\son[a-z]+=|undefined|NaN|\[object/g)).toBeNull();
    expect(text.match(/<h1/g)).toHaveLength(1);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(PAGES)('%s leads nowhere but within its corpus, and to what is there', async (path) => {
    const { text } = await site.get(at(path));
    const addresses = [...text.matchAll(/ (?:href|action|formaction)="(\/[^"#]*)/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
    );
    const allowed = [`/corpora/${rents}`, '/assets/', '/schema/'];
    expect(addresses.filter((href) => href !== '/corpora' && !allowed.some((each) => href.startsWith(each)))).toEqual(
      [],
    );
    const links = [
      ...new Set([...text.matchAll(/ href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))),
    ];
    const sample = links.filter((_, index) => index % Math.ceil(links.length / 25) === 0);
    for (const href of sample)
      expect([href, (await site.get(href.replaceAll('&#39;', "'"))).status]).toEqual([href, 200]);
  });

  test('is compared by a typed topic as the built-in one is', async () => {
    const { body } = (await site.get(at('/topics.json?q=cap+on+rents'))) as { body: unknown };
    expect(body).toMatchObject({
      corpus: { id: rents, title: 'Rents' },
      documents: [
        { id: '001', short: 'The Harbour Post', coverage: 'covered' },
        { id: '002', short: 'Upland Times', coverage: 'covered' },
      ],
    });
  });

  test('stands on the first page and in the list', async () => {
    expect((await site.get('/')).text).toContain(`<a href="/corpora/${rents}">Rents</a>`);
    expect((await site.get('/corpora.json')).body).toMatchObject({
      corpora: [{ id: rents, title: 'Rents', documents: 2 }],
    });
  });

  test('is answered from what is kept until it changes', async () => {
    const first = await site.get(at('/topics?q=the+court'));
    const again = await site.get(at('/topics?q=the+court')).set('If-None-Match', first.headers.etag ?? '');
    expect(again.status).toBe(304);
    await site.post(at('/documents/002'), { outlet: 'Upland Tribune' });
    const changed = await site.get(at('/topics?q=the+court')).set('If-None-Match', first.headers.etag ?? '');
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('Upland Tribune');
    expect(changed.text).not.toContain('Upland Times');
  });

  test('that is not there is told so', async () => {
    for (const path of [
      '/corpora/none',
      '/corpora/none/documents/001',
      '/corpora/none/import',
      '/corpora/__proto__/acts',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });
});

describe('a document', () => {
  test('is given as JSON and saved at once; given again it is already there', async () => {
    const text = `${RENTS}\n\nNobody came to the second hearing, which the council held in the evening.`;
    const first = await site.postJson(at('/documents'), { text, outlet: 'The Lantern' });
    const { body } = first as { body: { documents: { id: string }[] } };
    const id = body.documents[0]?.id ?? '';
    expect([first.status, first.body]).toMatchObject([201, { documents: [{ outcome: 'added' }], skipped: [] }]);
    const again = await site.postJson(at('/documents'), { text, outlet: 'The Lantern' });
    expect([again.status, again.body]).toMatchObject([200, { documents: [{ id, outcome: 'already' }] }]);
    await site.post(at(`/documents/${id}/delete`));
    expect((await site.get(at(`/documents/${id}`))).status).toBe(404);
  });

  test('that is none is refused with a reason, and nothing is stored', async () => {
    const before = (await site.get('/corpora.json')).body as unknown;
    const { status, body } = (await site.postJson(at('/documents'), {
      text: RENTS,
      url: 'javascript:alert(1)',
    })) as { status: number; body: unknown };
    expect([status, body]).toMatchObject([422, { error: { code: 'invalid_url' }, skipped: [{ code: 'invalid_url' }] }]);
    expect((await site.get('/corpora.json')).body).toEqual(before);
  });

  test('whose facts are corrected says so', async () => {
    const { status, headers } = await site.post(at('/documents/001'), {
      outlet: 'The Port Gazette',
      date: '14 May 2024',
    });
    expect([status, headers.location]).toEqual([303, at('/documents/001')]);
    const { body } = (await site.get(at('/documents/001/edit.json'))) as { body: unknown };
    expect(body).toMatchObject({
      outlet: { is: 'The Port Gazette', found: 'corrected' },
      date: { is: '2024-05-14' },
      title: { is: 'Rents capped', found: 'field “title”' },
    });
  });

  test('with a date that is none comes back with what was typed', async () => {
    const { status, text } = await site.post(at('/documents/001'), { date: 'some day', author: 'Ida Holm' });
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
    expect(text).toContain('value="some day"');
    expect(text).toContain('value="Ida Holm"');
  });

  test('that another changed meanwhile is not overwritten: 409 shows what changed', async () => {
    const { body } = (await site.get(at('/documents/001/edit.json'))) as { body: unknown };
    const { revision } = body as { revision: number };
    await site.post(at('/documents/001'), { author: 'Ida Holm', seen: String(revision) });
    const late = await site.post(at('/documents/001'), { author: 'Ole Brandt', seen: String(revision) });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ida Holm');
    expect(late.text).toContain('value="Ole Brandt"');
    const json = await site.postJson(at('/documents/001'), { author: 'Ole Brandt', seen: revision });
    expect([json.status, json.body]).toMatchObject([409, { error: { code: 'conflict' } }]);
  });

  test('can be cut to its article, and lose a sentence to furniture', async () => {
    const start = RENTS.indexOf('Landlords');
    const cut = `${start}-${start + 40}`;
    const court = RENTS.indexOf('The court');
    const furniture = `${court}-${RENTS.indexOf('Tuesday.') + 8}`;
    await site.post(at('/documents/001'), { extent: 'yes', first: cut, last: '', furniture });
    const { body } = (await site.get(at('/documents/001.json'))) as { body: unknown };
    const { sentences } = body as { sentences: { text: string }[] };
    expect(sentences.map(({ text }) => text.slice(0, 9))).toEqual(['Landlords', 'Rents in ']);
    const page = (await site.get(at('/documents/001/edit'))).text;
    expect(page.match(/name="furniture"[^>]* checked/g)).toHaveLength(1);
    expect(page.match(/name="first"[^>]* checked/g)).toHaveLength(1);
    for (const wrong of ['9-1', '0-999999', 'x'])
      expect((await site.post(at('/documents/001'), { extent: 'yes', first: wrong })).status).toBe(422);
  });
});

describe('what was done', () => {
  test('is listed, and undone', async () => {
    const { text } = await site.get(at('/acts'));
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(text) ?? [];
    const { status, headers } = await site.post(at('/undo'), { revision });
    expect([status, headers.location]).toEqual([303, `/corpora/${rents}`]);
    const { body } = (await site.get(at('/documents/001/edit.json'))) as { body: unknown };
    expect(body).toMatchObject({ region: null, furniture: [] });
    expect((await site.post(at('/undo'), { revision: '99999' })).status).toBe(404);
    expect((await site.post(at('/undo'), { revision: 'x' })).status).toBe(422);
  });

  test('brings a deleted corpus back', async () => {
    const made = await site.post('/corpora', { title: 'Short-lived' });
    expect(made.headers.location).toBe('/corpora/short-lived/import');
    expect((await site.post('/corpora/short-lived/delete')).headers.location).toBe('/corpora');
    expect((await site.get('/corpora/short-lived')).status).toBe(404);
    const { text } = await site.get('/corpora');
    const [, revision = ''] = /short-lived\/undo"><input type="hidden" name="revision" value="(\d+)"/.exec(text) ?? [];
    await site.post('/corpora/short-lived/undo', { revision });
    expect((await site.get('/corpora/short-lived')).status).toBe(200);
    await site.post('/corpora/short-lived/rename', { title: 'Long-lived' });
    expect((await site.get('/corpora/short-lived')).text).toContain('<h1>Long-lived</h1>');
  });

  test('a title that is none comes back with the form', async () => {
    const { status, text } = await site.post('/corpora', { title: ' ' });
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
  });
});

test('a search shows sentences with their hits', async () => {
  const { text } = await site.get(at('/search?q=sensible+step'));
  expect(text).toContain('<b class="hit">sensible</b> <b class="hit">step</b>');
  expect((await site.get(at('/search?q=nobody+has+this'))).text).toContain('No document holds all of these words');
});

test('hostile titles reach pages only escaped', async () => {
  const script = '<script>alert("x")</script>';
  const { body } = (await site.postJson('/corpora', { title: script })) as { body: { corpus: string } };
  await site.postJson(`/corpora/${body.corpus}/documents`, {
    text: `${script} ${RENTS}`,
    title: script,
    outlet: script,
    author: script,
  });
  for (const path of [
    '',
    '/documents',
    '/documents/001',
    '/documents/001/edit',
    '/acts',
    '/search?q=script',
    '/import',
    '/topics?q=rents',
  ]) {
    const { status, text } = await site.get(`/corpora/${body.corpus}${path}`);
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toContain('<script>');
  }
  expect((await site.get('/')).text).not.toContain('<script');
  expect((await site.get('/corpora')).text).not.toContain('<script');
});

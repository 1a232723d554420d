import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownSite, rentsIn, type OwnSite } from './own.js';

let site: OwnSite;
let rents: string;

beforeAll(async () => {
  site = await ownSite();
  rents = await rentsIn(site);
});
afterAll(() => site.close());

test.each([
  '/documents/099',
  '/documents/099.json',
  '/documents/099.csv',
  '/topics/none',
  '/topics/none.json',
  '/topics/none/sheet',
  '/topics/none/sheet.css',
  '/topics/none/edit',
])('%s is told to be unknown before anything is analysed for it', async (path) => {
  expect((await site.get(`/corpora/${rents}${path}`)).status).toBe(404);
  expect(site.read).toEqual([]);
});

test('another owner’s corpus is not there', async () => {
  const { store } = site;
  await store.as('ben').createCorpus('Hidden');
  const { body } = (await site.get('/corpora.json')) as { body: { corpora: { id: string }[] } };
  expect(body.corpora.map(({ id }) => id)).toEqual([rents]);
  expect((await site.get('/')).text).not.toContain('Hidden');
  const paths = ['', '/acts', '/documents', '/search?q=rents', '/topics?q=rents', '/import'];
  const statuses = paths.map(async (path) => (await site.get(`/corpora/hidden${path}`)).status);
  expect(await Promise.all(statuses)).toEqual(paths.map(() => 404));
  expect((await site.post('/corpora/hidden/rename', { title: 'Mine' })).status).toBe(404);
  expect((await store.as('ben').readCorpus('hidden')).title).toBe('Hidden');
});

test('what is there is analysed, and shown', async () => {
  expect((await site.get(`/corpora/${rents}/documents/001`)).status).toBe(200);
  expect(site.read).toHaveLength(2);
});

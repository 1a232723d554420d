import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/compare/schema/comparison.js';
import { ownSite, RENTS, RENTS_TOO, type OwnSite } from './own.js';

let site: OwnSite;
let corpus: string;

const FRENCH =
  'Le conseil municipal a voté lundi le plafonnement des loyers de la vieille ville pour une durée de trois ans.';

beforeAll(async () => {
  site = await ownSite();
  corpus = (await site.store.createCorpus('Rents')).answer;
  await site.postJson(`/corpora/${corpus}/documents.json`, {
    documents: [
      { text: RENTS, outlet: 'The Harbour Post' },
      { text: RENTS_TOO, outlet: 'Upland Times' },
      { text: RENTS.replace('on Tuesday.', 'on Tuesday. So much for that.'), outlet: 'The Lantern' },
      { text: FRENCH, outlet: 'Le Phare' },
    ],
  });
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${corpus}${path}`;
const PLACES = ['/topics?q=cap+on+rents', '/topics/sheet?q=cap+on+rents'];

test.each(PLACES)('%s says which documents are left out for their language', async (path) => {
  const { text } = await site.get(at(path));
  expect(text).toContain('Left out: 1 document in French, kept and not analysed: Le Phare.');
});

test.each(PLACES)('%s says which sources share their wording', async (path) => {
  const { copies } = (await site.get(at('/topics.json?q=cap+on+rents'))).body as Comparison;
  expect(copies).toEqual([{ documents: ['001', '003'], share: expect.any(Number) as unknown }]);
  expect(copies[0]?.share).toBeGreaterThan(0.9);
  const { text } = await site.get(at(path));
  expect(text).toMatch(/The Harbour Post and The Lantern share 9\d % of their wording\./);
});

test('sources that share nothing are not called copies, and nothing is left out of the seeds', async () => {
  const seeds = await site.get('/topics/recognition-votes.json');
  expect((seeds.body as Comparison).copies).toEqual([]);
  expect((await site.get('/topics/recognition-votes')).text).not.toMatch(/Left out|share \d+ % of their wording/);
});

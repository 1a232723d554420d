import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RENTS, ownSite, rentsIn, type OwnSite } from './own.js';

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
const SENTENCE = { start: RENTS.indexOf('Landlords'), end: RENTS.indexOf('The court') - 2 };
const MARK = { document: '001', device: 'loaded-terms', entry: 'slam' };

/** The sentences of a page that say what was done. */
async function told(path = '/acts'): Promise<string[]> {
  const { text } = await site.get(at(path));
  return [...text.matchAll(/<span>(.*?) <span class="sub-in">/g)].map(([, did = '']) => did);
}

async function markAt(): Promise<{ place: string; entry: string }> {
  const { library } = await site.corpora.open(rents);
  const [document] = library.documents;
  const found = document && library.analysisOf(document).findings.find(({ device }) => device === 'loaded-terms');
  return { place: `${found?.start}-${found?.end}`, entry: found?.entry.id ?? '' };
}

describe('what was done is told in words, so that a reader knows what Undo undoes:', () => {
  test('of documents, with their titles', async () => {
    expect(await told()).toEqual([
      'Added “Rents capped” (The Harbour Post) and Upland Times',
      'Made the corpus “Rents”',
    ]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a new topic',
      () => site.post(at('/topics'), { title: 'The cap', cues: 'alone: court' }),
      'Made the topic “The cap”',
    ],
    [
      'a sentence put in',
      () => site.post(at('/pins'), pin('yes')),
      'Put a sentence of The Harbour Post into The cap: “Landlords slammed the plan as a reckless raid on their savings, and the tenants’ union ch…”',
    ],
    [
      'a sentence taken out',
      () => site.post(at('/pins'), pin('no')),
      'Took a sentence of The Harbour Post out of The cap: “Landlords slammed the plan as a reckless raid on their savings, and the tenants’ union ch…”',
    ],
    [
      'a pin withdrawn',
      () => site.post(at('/pins/delete'), { key: `the-cap/001/${SENTENCE.start}-${SENTENCE.end}` }),
      'Let the cues decide on a sentence of The Harbour Post in The cap: “Landlords slammed the plan as a reckless raid on their savings, and the tenants’ union ch…”',
    ],
    [
      'a dispute',
      async () => site.post(at('/disputes'), { ...MARK, ...(await markAt()), counts: 'no', note: 'So it was' }),
      'Disputed “slammed” in The Harbour Post',
    ],
    [
      'a new name',
      () => site.post(at('/names'), { name: 'Kelswick Port Holdings', kind: 'group', label: 'the port' }),
      'Changed the names: added Kelswick Port Holdings',
    ],
    [
      'a renamed corpus',
      () => site.post(at('/rename'), { title: 'Rents of the old town' }),
      'Renamed the corpus from “Rents” to “Rents of the old town”',
    ],
    ['a deleted document', () => site.post(at('/documents/002/delete')), 'Deleted Upland Times'],
    [
      'a document brought back',
      async () => site.post(at('/undo'), { revision: String((await site.store.readCorpus(rents)).revision) }),
      'Brought back Upland Times, by undoing',
    ],
  ])('%s', async (_, act, did) => {
    await act();
    expect((await told())[0]).toBe(did);
    expect((await told(''))[0]).toBe(did);
  });
});

const pin = (isIn: string): Record<string, string> => ({
  topic: 'the-cap',
  document: '001',
  start: String(SENTENCE.start),
  end: String(SENTENCE.end),
  in: isIn,
});

describe('a dispute', () => {
  test.each(['1-5', `${SENTENCE.start}-${SENTENCE.end}`, '900000-900004'])(
    'of a place without that mark (%s) is refused, and nothing is kept',
    async (place) => {
      const before = await site.store.list(rents, 'dispute');
      const { entry } = await markAt();
      const said = { ...MARK, entry, place, counts: 'no', note: 'No' };
      expect((await site.post(at('/disputes'), said)).status).toBe(422);
      expect((await site.postJson(at('/disputes'), { ...said, counts: false })).status).toBe(422);
      expect(await site.store.list(rents, 'dispute')).toEqual(before);
    },
  );

  test('of an entry that marks something else is refused', async () => {
    const { place } = await markAt();
    const { status } = await site.post(at('/disputes'), { ...MARK, entry: 'regime', place, counts: 'no', note: 'No' });
    expect(status).toBe(422);
  });

  test('is headed by the words of the text, with the entry behind it', async () => {
    const { entry, place } = await markAt();
    const query = new URLSearchParams({ ...MARK, entry, start: place.split('-')[0] ?? '' });
    const { text } = await site.get(at(`/disputes/new?${query.toString()}`));
    expect(text).toContain('<h1>Dispute “slammed”</h1>');
    expect(text).toContain('Marked by the entry “slam”');
    const corrections = (await site.get(at('/corrections'))).text;
    expect(corrections).toMatch(/“slammed”<\/span> · <a[^>]*>The Harbour Post<\/a>/);
    expect(corrections).toContain('by the entry “slam”');
  });
});

test('what was corrected in a document is listed no more when that is deleted, and again when it is back', async () => {
  const counts = async (): Promise<number[]> => {
    const { body } = (await site.get(at('/corrections.json'))) as { body: { pins: unknown[]; disputes: unknown[] } };
    return [body.pins.length, body.disputes.length];
  };
  await site.post(at('/pins'), pin('yes'));
  expect(await counts()).toEqual([1, 1]);
  await site.post(at('/documents/001/delete'));
  expect(await counts()).toEqual([0, 0]);
  expect((await site.get(at('/corrections'))).text).not.toContain('“”');
  expect((await told())[0]).toBe('Deleted “Rents capped” (The Harbour Post)');
  await site.post(at('/undo'), { revision: String((await site.store.readCorpus(rents)).revision) });
  expect(await counts()).toEqual([1, 1]);
});

describe('half a character', () => {
  test('in a JSON title is made whole in the answer and in the store', async () => {
    const { status, body } = (await site.postJson('/corpora', { title: 'A \ud800 b' })) as {
      status: number;
      body: { corpus: string; title: string };
    };
    expect([status, body.title]).toEqual([201, 'A \ufffd b']);
    expect((await site.store.readCorpus(body.corpus)).title).toBe('A \ufffd b');
  });
});

test('a title that nobody can see is refused, and as a document’s is unknown', async () => {
  expect((await site.post('/corpora', { title: '\u200b' })).status).toBe(422);
  expect((await site.post(at('/topics'), { title: '\u200b', cues: 'alone: court' })).status).toBe(422);
  await site.post(at('/documents/002'), { title: '\u200b' });
  expect((await site.store.readDocument(rents, '002')).title).toBeNull();
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/compare/schema/comparison.js';
import { comparisonSchema } from '../../src/compare/schema/comparison.js';
import { COMPARED_AT_ONCE } from '../../src/corpus/coverage.js';
import { ownSite, type OwnSite } from './own.js';

/** Of these every third says nothing of harbours, and the others say it once, but the last, which says it three times. */
const DOCUMENTS = 90;
const SPEAKING = 60;
const HARBOUR = 'The council closed the harbour on Monday.';

let site: OwnSite;
let corpus: string;

beforeAll(async () => {
  site = await ownSite();
  corpus = (await site.store.createCorpus('Harbours')).answer;
  const documents = Array.from({ length: DOCUMENTS }, (_, at) => ({
    text: `Report ${at} of the week. ${at === DOCUMENTS - 1 ? `${HARBOUR} The old harbour is silted. No harbour is so slow.` : at % 3 === 0 ? 'Rents rose again.' : HARBOUR} The slow trams ran in the rain.`,
    outlet: at % 9 === 0 ? undefined : `Outlet ${at % 20}`,
  }));
  await site.postJson(`/corpora/${corpus}/documents.json`, { documents });
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${corpus}${path}`;
const compared = async (query: string): Promise<Comparison> =>
  comparisonSchema.parse((await site.get(at(`/topics.json?q=harbour${query}`))).body);

describe('a corpus too large for one page', () => {
  test('a topic compares the documents that say most of it, a page at a time, and tells how many there are', async () => {
    const first = await compared('');
    const second = await compared('&page=2');
    expect([first.choice, second.choice]).toEqual([
      { first: 1, last: COMPARED_AT_ONCE, speaking: SPEAKING, silent: DOCUMENTS - SPEAKING },
      { first: COMPARED_AT_ONCE + 1, last: SPEAKING, speaking: SPEAKING, silent: DOCUMENTS - SPEAKING },
    ]);
    expect(first.documents).toHaveLength(COMPARED_AT_ONCE);
    expect(second.documents).toHaveLength(SPEAKING - COMPARED_AT_ONCE);
    expect(first.documents.map(({ id }) => id)).toContain(String(DOCUMENTS).padStart(3, '0'));
    const ids = [...first.documents, ...second.documents].map(({ id }) => id);
    expect(new Set(ids).size).toBe(SPEAKING);
  });

  test('documents that the address names are compared whatever they say', async () => {
    const { documents, choice } = await compared('&reference=001');
    expect(documents.find(({ id }) => id === '001')?.coverage).toBe('silent');
    expect([documents.length, choice?.last]).toEqual([COMPARED_AT_ONCE + 1, COMPARED_AT_ONCE]);
  });

  test('its page says of which documents it speaks, and leads to the others', async () => {
    const { text } = await site.get(at('/topics?q=harbour'));
    expect(text).toContain('Of 90 documents, 60 speak of this.');
    expect(text).toContain('60 of 90 documents speak of it.');
    expect(text).toContain(`href="${at('/topics?q=harbour&amp;page=2#choice')}"`);
    const { text: sheet } = await site.get(at('/topics/sheet?q=harbour&page=2'));
    expect(sheet).toContain('Compared here are 51 to 60 of these');
  });

  test('of many sources a row shows those that say it, and gathers the others in one place', async () => {
    const { text } = await site.get(at('/topics?q=harbour'));
    const columns = [...text.matchAll(/<thead[^>]*>(.*?)<\/thead>/gs)].map(
      ([, head = '']) => head.split('<th ').length - 1,
    );
    expect(Math.max(...columns)).toBeLessThanOrEqual(7);
    const heads = [...text.matchAll(/<div class="cell"/g)].length;
    const others = [...text.matchAll(/<summary class="empty">(\d+) others?: nothing on this/g)];
    const rows = [...text.matchAll(/<div class="statement" /g)].length;
    expect(rows).toBeGreaterThan(0);
    expect(others).toHaveLength(rows);
    expect(heads + others.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(rows * COMPARED_AT_ONCE);
  });

  test.each(['3', '200'])('page %s, which there is not, is 404 and says which there are', async (page) => {
    const { status, text } = await site.get(at(`/topics?q=harbour&page=${page}`));
    expect(status).toBe(404);
    expect(text).toContain('Choose one from 1 to 2');
  });

  test.each(['0', '-1', 'x', '1.5', ''])('page “%s” is 400', async (page) => {
    expect((await site.get(at(`/topics?q=harbour&page=${page}`))).status).toBe(400);
  });

  test('terms stand in a column an outlet, the twelve largest and all others, which add up to all their uses', async () => {
    const { body } = (await site.get(at('/terms.json'))) as {
      body: { entries: { device: string; id: string; uses: Record<string, number> }[] };
    };
    const outlets = Object.keys(body.entries[0]?.uses ?? {});
    expect([outlets.length, outlets.at(-1)]).toEqual([13, 'All others']);
    const { library } = await site.corpora.open(corpus);
    const uses = new Map<string, number>();
    for (const document of library.documents)
      for (const { device, entry } of library.analysisOf(document).findings)
        uses.set(`${device} ${entry.id}`, (uses.get(`${device} ${entry.id}`) ?? 0) + 1);
    expect(uses.size).toBeGreaterThan(1);
    const told = body.entries.map(({ device, id, uses: each }): [string, number] => [
      `${device} ${id}`,
      Object.values(each).reduce((sum, count) => sum + count, 0),
    ]);
    expect(new Map(told)).toEqual(uses);
  });

  test.each(['/terms', '/names', '/method', '/terms/loaded-terms/slam', '/topics/new?title=x&question=y&cues=harbour'])(
    '%s is a page',
    async (path) => {
      expect((await site.get(at(path))).status).toBe(200);
    },
  );
});

test('a small corpus is compared whole, and has one page', async () => {
  expect((await site.get('/topics/minsk-group?page=1')).status).toBe(200);
  const { status, text } = await site.get('/topics/minsk-group?page=2');
  expect(status).toBe(404);
  expect(text).toContain('All of it is on one page');
});

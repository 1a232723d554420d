import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ownSite, RENTS, rentsIn, type OwnSite } from './own.js';

let site: OwnSite;
let rents: string;

/** Abbreviations that rules for sentences cut at, and its own language. */
const MANY = Array.from({ length: 12 }, (_, i) => `On day ${i} Mr. Holm of the U.S. Treasury spoke of ferries.`).join(
  ' ',
);
const GERMAN =
  'Der Stadtrat hat am Montag beschlossen, die Mieten in der Altstadt zu deckeln. Die Eigentümer protestierten gegen diesen Beschluss. ' +
  'Das Gericht wird die Sache im Herbst hören, sagte eine Sprecherin des Rates.';

beforeAll(async () => {
  site = await ownSite();
  rents = await rentsIn(site);
  await site.postJson(at('/documents'), { documents: [{ text: MANY }, { text: GERMAN }] });
});
afterAll(() => site.close());
afterEach(() => {
  expect(site.faults.splice(0)).toEqual([]);
});

const at = (path: string): string => `/corpora/${rents}${path}`;

interface FoundJson {
  readonly total: number;
  readonly found: readonly {
    readonly document: { readonly id: string };
    readonly hits: number;
    readonly sentences: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly hits: readonly { readonly start: number; readonly end: number }[];
    }[];
  }[];
}
const foundJson = async (path: string): Promise<FoundJson> => (await site.get(at(path))).body as FoundJson;

const plain = (html: string): string =>
  html
    .replace(/<sup.*?<\/sup>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .trim();

/** Links of found sentences with their words. */
async function links(path: string): Promise<{ href: string; words: string }[]> {
  const { text } = await site.get(at(path));
  return [...text.matchAll(/<p class="says"><a href="([^"]+)">(.*?)<\/a><\/p>/g)].map(([, href = '', words = '']) => ({
    href,
    words: plain(words),
  }));
}

/** The words that stand at a link's end. */
async function wordsAt(href: string): Promise<string> {
  const [path = '', anchor = ''] = href.split('#');
  const { text } = await site.get(path);
  const [, words = ''] =
    new RegExp(`<(?:span|tr)[^>]* id="${anchor}">(.*?)</(?:span><span|span></p|tr)`, 's').exec(text) ?? [];
  return plain(words);
}

describe('a found sentence', () => {
  test('that is not analysed yet leads to its very sentence by its place', async () => {
    const [first] = await links('/search?q=ferries');
    // The rule cuts behind "U.S.", the reading does not.
    expect(first).toEqual({ href: at('/documents/003?at=30'), words: 'Treasury spoke of ferries.' });
    const { status, headers } = await site.get(first?.href ?? '');
    expect([status, headers.location]).toEqual([303, at('/documents/003#s-0')]);
    expect((await site.get(at('/documents/003?at=x'))).status).toBe(400);
  });

  test('leads to that very sentence on its document’s page', async () => {
    await site.get(at('/documents/001.json'));
    for (const q of ['rents', 'ferries', 'landlords slammed'])
      for (const { href, words } of await links(`/search?q=${encodeURIComponent(q)}`))
        expect([href, await wordsAt(href)]).toEqual([expect.stringMatching(/#s-\d+$/), words]);
  });

  test('of a text in no supported language leads to where its text stands', async () => {
    const found = await links('/search?q=Eigentümer');
    expect(found).toEqual([
      {
        href: at(`/documents/004/edit#s-${GERMAN.indexOf('Die Eig')}`),
        words: 'Die Eigentümer protestierten gegen diesen Beschluss.',
      },
    ]);
    expect(await wordsAt(found[0]?.href ?? '')).toBe(found[0]?.words);
  });

  test('is one of the first few, and the rest are told and led to', async () => {
    const { text } = await site.get(at('/search?q=ferries'));
    expect(await links('/search?q=ferries')).toHaveLength(5);
    expect(text).toContain('12 hits in 12 sentences');
    const [, more = ''] = /<a href="([^"]+)">and 7 sentences more<\/a>/.exec(text) ?? [];
    expect(more).toBe(at('/search?q=ferries&amp;document=003&amp;page=1'));
    const all = await links('/search?q=ferries&document=003&page=1');
    expect(all.map(({ words }) => words)).toEqual(MANY.split(/(?<=ferries\.) /));
  });
});

describe('as data', () => {
  test('a sentence has its document and UTF-16 offsets into the stored text', async () => {
    const { total, found } = await foundJson('/search.json?q=old+town');
    const spans = found.flatMap(({ document, sentences }) =>
      sentences.filter(() => document.id === '001').map(({ start, end, text }) => [RENTS.slice(start, end), text]),
    );
    expect([total, spans.length, spans.every(([slice, text]) => slice === text)]).toEqual([2, 2, true]);
  });

  test('all sentences are given, in JSON and as a table', async () => {
    const { found } = await foundJson('/search.json?q=ferries');
    const rows = (await site.get(at('/search.csv?q=ferries'))).text.trimEnd().split('\r\n');
    const [first] = found[0]?.sentences ?? [];
    expect([found[0]?.sentences.length, rows.length, rows.slice(0, 2)]).toEqual([
      12,
      13,
      ['document,outlet,start,end,text,hits', `003,,${first?.start},${first?.end},${first?.text},1`],
    ]);
  });
});

test('what is analysed meanwhile is not answered from what was kept', async () => {
  const text = 'Mr. Brandt counted the lanterns of Mr. Holm.';
  await site.postJson(at('/documents'), { text });
  const first = await site.get(at('/search?q=lanterns'));
  expect(first.text).toContain('?at=');
  await site.get(at('/documents/005.json'));
  const again = await site.get(at('/search?q=lanterns')).set('If-None-Match', first.headers.etag ?? '');
  expect([again.status, again.text.includes('/documents/005#s-0')]).toEqual([200, true]);
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ownSite, rentsIn, type OwnSite } from './own.js';

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
const revision = async (): Promise<string> => String((await site.store.readCorpus(rents)).revision);

const CAP = {
  title: 'The rent cap',
  question: 'Who capped the rents, and how is it told?',
  cues: 'alone: rent cap\ntogether: cap, freeze | rent, council',
  not: 'heat wave',
  date: '2024-05-13',
  what: 'the vote',
};

describe('a topic of one’s own', () => {
  test('is previewed without saving: what each document gives stands under the form', async () => {
    const { status, text } = await site.get(at(`/topics/new?${new URLSearchParams(CAP).toString()}`));
    const topics = await site.store.list(rents, 'topic');
    expect([status, topics.length]).toEqual([200, 0]);
    expect(text).toContain('2 documents of 2 speak of it');
    expect(text).toContain('The council voted on Monday to cap rents');
  });

  test('is saved, shown, edited and deleted, and comes back when that is undone', async () => {
    const saved = await site.post(at('/topics'), { ...CAP, seen: await revision() });
    expect([saved.status, saved.headers.location]).toEqual([303, at('/topics/the-rent-cap')]);
    expect((await site.get(at('/topics/the-rent-cap'))).text).toContain('Who capped the rents, and how is it told?');
    const edited = await site.get(at('/topics/the-rent-cap/edit'));
    expect(edited.text).toContain('together: cap, freeze | rent, council');
    const change = { ...CAP, cues: 'one sentence: cap | rent', seen: await revision() };
    expect((await site.post(at('/topics/the-rent-cap'), change)).status).toBe(303);
    const [kept] = await site.store.list(rents, 'topic');
    expect(kept?.value.cues).toEqual([{ groups: [['cap'], ['rent']], near: false }]);
    expect((await site.post(at('/topics/the-rent-cap/delete'), { seen: await revision() })).status).toBe(303);
    expect((await site.get(at('/topics/the-rent-cap'))).status).toBe(404);
    expect((await site.post(at('/undo'), { revision: await revision() })).status).toBe(303);
    expect((await site.get(at('/topics/the-rent-cap'))).status).toBe(200);
  });

  test.each([
    ['no title', { title: '' }, 'The topic has no title'],
    ['no cue', { cues: ' ' }, 'The topic has no cue'],
    ['a line of no kind', { cues: 'rent cap' }, 'Cue 1 begins with neither'],
    ['an empty group', { cues: 'together: rent |' }, 'Cue 1 has an empty group'],
    ['an unknown name', { cues: 'alone: @mayor' }, 'There is no name “@mayor”'],
    ['a date that is none', { date: 'May' }, '“May” is no date'],
  ])('with %s is refused in its form, which keeps what was typed', async (_, change, problem) => {
    const { status, text } = await site.post(at('/topics'), { ...CAP, ...change });
    expect(status).toBe(422);
    expect(text).toContain(problem);
    expect(text).toContain(CAP.question);
  });

  test('of which somebody has changed what was seen gives 409, and the form again', async () => {
    const seen = await revision();
    await site.post(at('/topics/the-rent-cap'), { ...CAP, seen });
    const { status, text } = await site.post(at('/topics/the-rent-cap'), { ...CAP, title: 'Rents', seen });
    expect(status).toBe(409);
    expect(text).toContain('value="Rents"');
  });
});

test('a suggested topic is accepted as it stands', async () => {
  const { body } = (await site.get(at('/suggestions.json'))) as {
    body: { suggestions: { fields: Record<string, string>; documents: unknown[] }[] };
  };
  const [first] = body.suggestions;
  expect(first?.documents).toHaveLength(2);
  const { status, headers } = await site.post(at('/topics'), { ...first?.fields, seen: await revision() });
  expect(status).toBe(303);
  expect((await site.get(headers.location ?? '')).status).toBe(200);
});

describe('a sentence', () => {
  test('is taken out by hand, listed with the note, and left to the cues again', async () => {
    const before = await comparison();
    const sentence = before.documents[0]?.passages[0]?.sentences[0];
    const pin = { topic: 'the-rent-cap', document: '001', start: String(sentence?.start), end: String(sentence?.end) };
    const form = await site.get(at(`/pins/new?topic=the-rent-cap&document=001&start=${pin.start}&in=no`));
    expect(form.text).toContain('Take a sentence out');
    await site.post(at('/pins'), { ...pin, in: 'no', note: 'Another matter', seen: await revision() });
    const after = await comparison();
    expect(after.documents[0]?.takenOut).toEqual([
      { start: sentence?.start, end: sentence?.end, text: sentence?.text, note: 'Another matter' },
    ]);
    for (const path of ['/topics/the-rent-cap', '/topics/the-rent-cap/sheet', '/corrections'])
      expect((await site.get(at(path))).text).toContain('Another matter');
    const [kept] = await site.store.list(rents, 'pin');
    await site.post(at('/pins/delete'), { key: kept?.key ?? '', seen: await revision() });
    expect((await comparison()).documents).toEqual(before.documents);
  });

  test('is put in by hand, and the page says so', async () => {
    const list = await site.get(at('/pins/new?topic=the-rent-cap&document=002'));
    const [, start = '', end = ''] = /start=(\d+)&amp;in=(yes)/.exec(list.text) ?? [];
    expect(end).toBe('yes');
    const { text } = await site.get(at(`/pins/new?topic=the-rent-cap&document=002&start=${start}&in=yes`));
    const [, until = ''] = /name="end" value="(\d+)"/.exec(text) ?? [];
    await site.post(at('/pins'), {
      topic: 'the-rent-cap',
      document: '002',
      start,
      end: until,
      in: 'yes',
      note: 'It is about owners',
    });
    const reasons = (await comparison()).documents[1]?.passages.flatMap(({ sentences }) =>
      sentences.filter((each) => each.start === Number(start)).map(({ reason }) => reason),
    );
    expect(reasons).toEqual(['pinned']);
    for (const path of ['/topics/the-rent-cap', '/topics/the-rent-cap/sheet'])
      expect((await site.get(at(path))).text).toContain('(put in by hand: It is about owners)');
  });
});

describe('a mark', () => {
  test('is disputed with a note, shown struck, and left out of counts', async () => {
    await site.post(at('/topics'), { title: 'Landlords', cues: 'alone: landlord' });
    const before = await comparison('landlords');
    const mark = before.documents[0]?.passages
      .flatMap(({ sentences }) => sentences.flatMap(({ findings }) => findings))
      .find(({ device }) => device === 'loaded-terms');
    const asked = { document: '001', device: 'loaded-terms', entry: mark?.entry ?? '' };
    const form = await site.get(
      at(`/disputes/new?${new URLSearchParams({ ...asked, start: String(mark?.start) }).toString()}`),
    );
    expect(form.text).toContain('Leave it out of counts');
    const place = `${mark?.start}-${mark?.end}`;
    const empty = await site.post(at('/disputes'), { ...asked, place, counts: 'no', note: ' ' });
    expect([empty.status, empty.text.includes('There is no note')]).toEqual([422, true]);
    const done = await site.post(at('/disputes'), {
      ...asked,
      place,
      counts: 'no',
      note: 'It is what they did',
      back: '/topics/landlords',
      seen: await revision(),
    });
    expect([done.status, done.headers.location]).toEqual([303, at('/topics/landlords')]);
    const after = await comparison('landlords');
    const count = (of: typeof before): number | undefined => of.documents[0]?.counts.marks['loaded-terms']?.all;
    expect(count(after)).toBe((count(before) ?? 0) - 1);
    for (const path of ['/topics/landlords', '/topics/landlords/sheet', '/documents/001']) {
      const { text } = await site.get(at(path));
      expect([path, /<s>L\d+<\/s>/.test(text), text.includes('Disputed: It is what they did. Not counted.')]).toEqual([
        path,
        true,
        true,
      ]);
    }
    expect((await site.get(at('/topics/landlords.csv'))).text).toContain('It is what they did,yes,cue');
    const [kept] = await site.store.list(rents, 'dispute');
    await site.post(at('/disputes/delete'), {
      key: kept?.key ?? '',
      back: '/topics/landlords',
      seen: await revision(),
    });
    expect((await comparison('landlords')).documents).toEqual(before.documents);
  });
});

test('places that are disputed together are one change, and undone as one', async () => {
  const text = 'The reckless plan failed. A reckless mayor signed it on Monday. Reckless owners cheered the plan.';
  const { body: added } = (await site.postJson(at('/documents'), { text, outlet: 'The Lantern' })) as {
    body: { documents: { id: string }[] };
  };
  const document = added.documents[0]?.id ?? '';
  const { body } = (await site.get(at(`/documents/${document}.json`))) as {
    body: { sentences: { findings: { device: string; entry: string; start: number; end: number }[] }[] };
  };
  const marks = body.sentences.flatMap(({ findings }) => findings).filter(({ entry }) => entry === 'reckless');
  const place = [...marks, ...marks.slice(0, 1)].map(({ start, end }) => `${start}-${end}`);
  const before = await site.store.list(rents, 'dispute');
  const from = Number(await revision());
  const asked = { document, device: marks[0]?.device, entry: 'reckless', note: 'No.', counts: false, seen: from };
  const { body: done } = (await site.postJson(at('/disputes'), { ...asked, place })) as { body: { revision: number } };
  expect(done).toEqual({ corpus: rents, places: 3, revision: from + 1 });
  expect(await site.store.list(rents, 'dispute')).toHaveLength(before.length + 3);
  await site.post(at('/undo'), { revision: String(done.revision) });
  expect(await site.store.list(rents, 'dispute')).toEqual(before);
});

const EDITORS = [
  '/suggestions',
  '/topics/new',
  '/topics/the-rent-cap',
  '/topics/the-rent-cap/edit',
  '/topics/the-rent-cap/sheet',
  '/names/edit',
  '/names/new',
  '/entries',
  '/entries/new',
  '/corrections',
  '/pins/new?topic=the-rent-cap&document=001',
];

test.each(EDITORS)(
  '%s is a whole page that needs no script, and loads one only to show a topic as it is written',
  async (path) => {
    const { status, type, text } = await site.get(at(path));
    expect([status, type]).toEqual([200, 'text/html']);
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.map((each) => each.replace(/[0-9a-f]{12}/, 'HASH'))).toEqual(
      /^\/topics\/(?:new|[^/]+\/edit)/.test(path) ? ['<script src="/assets/preview.HASH.js" type="module">'] : [],
    );
    expect(text.match(/<style|\sstyle=|\son[a-z]+=|undefined|NaN|\[object/g)).toBeNull();
    expect(text.match(/<h1/g)).toHaveLength(1);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

interface Told {
  readonly documents: readonly {
    readonly passages: readonly {
      readonly sentences: readonly {
        readonly start: number;
        readonly end: number;
        readonly text: string;
        readonly reason: string;
        readonly findings: readonly {
          readonly device: string;
          readonly entry: string;
          readonly start: number;
          readonly end: number;
        }[];
      }[];
    }[];
    readonly takenOut: readonly object[];
    readonly counts: { readonly marks: Readonly<Record<string, { readonly all: number }>> };
  }[];
}

async function comparison(topic = 'the-rent-cap'): Promise<Told> {
  const { body } = (await site.get(at(`/topics/${topic}.json`))) as { body: Told };
  return body;
}

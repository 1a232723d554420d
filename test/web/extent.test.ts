import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UNCORRECTED } from '../../src/corpus/corrected.js';
import { partsOf, sentencesIn } from '../../src/corpus/parts.js';
import { extentView } from '../../src/web/models/extent.js';
import { ownSite, RENTS, RENTS_TOO, type OwnSite } from './own.js';

const PAGE = [
  'Home',
  'The council capped rents on Monday. Landlords attacked it in anger.',
  'Read more: the flood.',
].join('\n\n');
const valueIn = (text: string, words: string): string => `${text.indexOf(words)}-${text.indexOf(words) + words.length}`;
const valuesOf = (text: string): string[] =>
  partsOf(text)
    .flatMap((part) => sentencesIn(text, part))
    .map(({ start, end }) => `${start}-${end}`);

describe('the table of an article’s extent', () => {
  const none = { id: '', isFirst: false, isLast: false, isFurniture: false, isTold: false, isArticle: false };

  test('has a row for each sentence, with what is told and what was chosen', () => {
    const corrections = {
      region: { start: PAGE.indexOf('Landlords'), end: PAGE.length },
      furniture: [],
      article: [{ start: PAGE.indexOf('Read more'), end: PAGE.length }],
    };
    expect(extentView(PAGE, corrections, { suffix: '-3', label: 'Sentences of one.txt' })).toEqual({
      suffix: '-3',
      label: 'Sentences of one.txt',
      rows: [
        { ...none, number: 1, value: '0-4', text: 'Home' },
        { ...none, number: 2, value: '6-41', text: 'The council capped rents on Monday.' },
        { ...none, number: 3, value: '42-73', text: 'Landlords attacked it in anger.', isFirst: true },
        { ...none, number: 4, value: '75-96', text: 'Read more: the flood.', isTold: true, isArticle: true },
      ],
      isFirstTold: false,
      isLastTold: true,
      isCorrected: true,
      rest: '',
    });
  });

  test('shows what a refused form said in place of what is kept', () => {
    const typed = { first: '42-73', last: '6-41', furniture: ['42-73'] };
    const { rows, isFirstTold, isLastTold } = extentView(PAGE, UNCORRECTED, { typed });
    expect([rows.map((row) => [row.isFirst, row.isLast, row.isFurniture]), isFirstTold, isLastTold]).toEqual([
      [
        [false, false, false],
        [false, true, false],
        [true, false, true],
        [false, false, false],
      ],
      false,
      false,
    ]);
  });

  test('is no longer than asked, but for what something was said of', () => {
    const corrections = { ...UNCORRECTED, furniture: [{ start: 45, end: 50 }] };
    const { rows, rest } = extentView(PAGE, corrections, { most: 1 });
    expect([rows.map(({ number }) => number), rest]).toEqual([[1, 3], 'and 2 sentences more, 96 characters in all']);
  });
});

describe('the review page', () => {
  let site: OwnSite;
  let corpus: string;

  beforeAll(async () => {
    site = await ownSite();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    corpus = (await site.store.createCorpus('Floods')).answer;
  });
  afterEach(() => {
    expect(site.faults.splice(0)).toEqual([]);
  });

  async function draftOf(...texts: string[]): Promise<string> {
    const { body } = (await site.postJson(`/corpora/${corpus}/import`, {})) as { body: unknown };
    expect(body).toMatchObject({ error: { code: 'bad-input' } });
    const rows = texts.map((text) => JSON.stringify({ text })).join('\n');
    const { headers } = await site
      .post(`/corpora/${corpus}/import`)
      .set('Content-Type', 'multipart/form-data; boundary=b')
      .send(`--b\r\nContent-Disposition: form-data; name="files"; filename="rows.jsonl"\r\n\r\n${rows}\r\n--b--\r\n`);
    return headers.location ?? '';
  }
  const kept = async (id: string): Promise<unknown> => {
    const { region, furniture, article } = await site.store.readDocument(corpus, id);
    return { region, furniture, article };
  };
  const spanOf = (value: string): { start: number; end: number } => {
    const [start = 0, end = 0] = value.split('-').map(Number);
    return { start, end };
  };

  test('saves a document with the extent that was chosen, and its analysis is of that alone', async () => {
    const text = `${RENTS}\n\nRead more: the tenants’ union and its plans.`;
    const draft = await draftOf(text);
    const [landlords, court, more] = ['Landlords slammed', 'The court will', 'Read more'].map(
      (words) => valuesOf(text).find((value) => text.startsWith(words, spanOf(value).start)) ?? '',
    );
    const extent = { 'first-0': landlords ?? '', 'last-0': '', 'furniture-0': court ?? '', 'article-0': more ?? '' };
    await site.post(draft, { page: '1', 'take-0': 'yes', ...extent, go: 'save' });
    expect(await kept('001')).toEqual({
      region: { start: text.indexOf('Landlords'), end: text.length },
      furniture: [spanOf(court ?? '')],
      article: [spanOf(more ?? '')],
    });
    const { body } = (await site.get(`/corpora/${corpus}/documents/001.json`)) as { body: unknown };
    const { sentences } = body as { sentences: { text: string }[] };
    expect(sentences.map((each) => each.text.slice(0, 9))).toEqual(['Landlords', 'Rents in ', 'Read more']);
  });

  test('takes the extent as JSON as well', async () => {
    const draft = await draftOf(RENTS);
    const furniture = [valuesOf(RENTS)[0] ?? '', valuesOf(RENTS)[2] ?? ''];
    const { status } = await site.postJson(`${draft}.json`, { 'furniture-0': furniture, 'outlet-0': 'The Lantern' });
    expect([status, await kept('001'), (await site.store.readDocument(corpus, '001')).outlet?.is]).toEqual([
      201,
      { region: null, furniture: furniture.map(spanOf), article: [] },
      'The Lantern',
    ]);
    const wrong = await site.postJson(`${await draftOf(RENTS_TOO)}.json`, { 'furniture-0': [7] });
    expect([wrong.status, wrong.body]).toMatchObject([422, { error: { code: 'bad-input' } }]);
  });

  test.each([
    ['the last sentence before the first', { 'first-1': '40-50', 'last-1': '3-9' }, 'the last sentence stands before'],
    ['a span behind the text', { 'furniture-1': '0-999999' }, 'a sentence is not of this text'],
    ['a span that is none', { 'first-1': 'x' }, 'a sentence is not of this text'],
    [
      'a sentence both furniture and article',
      { 'furniture-1': '3-9', 'article-1': '5-12' },
      'a sentence is ticked as furniture and as part of the article',
    ],
  ])('refuses %s, names the document and keeps nothing of the page', async (_, extent, said) => {
    const draft = await draftOf(RENTS, RENTS_TOO);
    const before = (await site.get(`${draft}.json`)).text;
    const fields = { page: '1', 'take-0': 'yes', 'outlet-0': 'The Lantern', 'first-0': '', ...extent };
    const { status, text } = await site.post(draft, { ...fields, go: 'save' });
    expect(status).toBe(422);
    expect(text).toContain(`In “rows.jsonl, line 2”, ${said}`);
    expect(text).toContain('value="The Lantern"');
    expect(text.match(/name="take-\d"[^>]* checked/g)).toEqual(['name="take-0" value="yes" checked']);
    const json = await site.post(`${draft}.json`, { ...fields, go: 'save' });
    expect([json.status, json.body]).toMatchObject([422, { error: { code: 'bad-input' } }]);
    expect((await site.get(`${draft}.json`)).text).toBe(before);
    expect((await site.store.listDocuments(corpus)).total).toBe(0);
  });

  test('shows a refused extent again as it was chosen', async () => {
    const draft = await draftOf(RENTS);
    const [first = '', second = '', third = ''] = valuesOf(RENTS);
    const fields = { page: '1', 'take-0': 'yes', 'first-0': third, 'last-0': first, 'furniture-0': second };
    const { text } = await site.post(draft, { ...fields, go: 'save' });
    const checked = [...text.matchAll(/name="(first|last|furniture)-0" value="([^"]*)"[^>]* checked/g)];
    expect(checked.map(([, name, value]) => [name, value])).toEqual([
      ['last', first],
      ['furniture', second],
      ['first', third],
    ]);
  });

  test('is bounded: of fifty long texts it lists the first sentences of each', async () => {
    const text = (n: number): string => `${RENTS} `.repeat(50) + `Number ${n}.`;
    const page = (await site.get(await draftOf(...Array.from({ length: 50 }, (_, n) => text(n))))).text;
    expect(page.match(/name="first-0"/g)).toHaveLength(61);
    expect(page.match(/sentences more, /g)).toHaveLength(50);
    expect(page.length).toBeLessThan(4_000_000);
  });

  test('saves what its draft kept, whatever was chosen on whichever of its pages', async () => {
    const texts = Array.from({ length: 53 }, (_, n) => `${n % 2 ? RENTS : RENTS_TOO}\n\nRead more: number ${n}.`);
    const choice = fc.record({
      document: fc.constantFrom(0, 7, 49, 50, 52),
      first: fc.nat(2),
      last: fc.option(fc.integer({ min: 2, max: 4 })),
      furniture: fc.subarray([0, 1, 2, 3]),
      article: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 6 }), async (choices) => {
        corpus = (await site.store.createCorpus('Draft')).answer;
        const draft = await draftOf(...texts);
        const chosen = new Map<number, unknown>();
        for (const { document, first, last, furniture, article } of choices) {
          const values = valuesOf(texts[document] ?? '');
          const of = (index: number): string => values[index] ?? '';
          const page = document < 50 ? '1' : '2';
          const takes = Array.from({ length: 53 }, (_, n): [string, string] => [`take-${n}`, 'yes']);
          await site.post(draft, {
            ...Object.fromEntries(takes),
            page,
            go: page,
            [`first-${document}`]: first === 0 ? '' : of(first),
            [`last-${document}`]: last === null ? '' : of(last),
            [`furniture-${document}`]: furniture.map(of),
            [`article-${document}`]: article ? [of(4)] : [],
          });
          chosen.set(document, {
            region:
              first === 0 && last === null
                ? null
                : {
                    start: first === 0 ? 0 : spanOf(of(first)).start,
                    end: last === null ? (texts[document] ?? '').length : spanOf(of(last)).end,
                  },
            furniture: furniture.map((index) => spanOf(of(index))),
            article: article ? [spanOf(of(4))] : [],
          });
        }
        const { body } = (await site.get(`${draft}.json`)) as { body: unknown };
        const { documents } = body as { documents: { region: unknown; furniture: unknown; article: unknown }[] };
        const drafted = documents.map(({ region, furniture, article }) => ({ region, furniture, article }));
        expect(drafted).toEqual(texts.map((_, n) => chosen.get(n) ?? UNCORRECTED));
        await site.post(`${draft}.json`, { go: 'save' });
        const saved = (await site.store.listDocuments(corpus, { limit: 100 })).documents;
        expect(saved.map(({ region, furniture, article }) => ({ region, furniture, article }))).toEqual(drafted);
      }),
      { numRuns: 12, seed: 3 },
    );
  });
});

test('the editor shows what Parallax takes for furniture, and takes it back', async () => {
  const site = await ownSite();
  const { answer: corpus } = await site.store.createCorpus('Rents');
  const text = `${RENTS}\n\nRead more: the tenants’ union and its plans.`;
  await site.postJson(`/corpora/${corpus}/documents`, { text });
  const edit = `/corpora/${corpus}/documents/001`;
  const more = valueIn(text, 'Read more: the tenants’ union and its plans.');
  const boxes = async (): Promise<string[]> =>
    ((await site.get(`${edit}/edit`)).text.match(/<input[^>]*name="article"[^>]*>/g) ?? []).map((each) =>
      each.replace(/<input type="checkbox" name="article" value="|>$/g, ''),
    );
  expect(await boxes()).toEqual([`${more}"`]);
  await site.post(edit, { extent: 'yes', first: '', last: '', article: more });
  expect(await boxes()).toEqual([`${more}" checked`]);
  expect((await site.get(`/corpora/${corpus}/acts`)).text).toContain('part of the article by hand');
  const both = await site.post(edit, { extent: 'yes', first: '', last: '', article: more, furniture: more });
  expect(both.status).toBe(422);
  expect(both.text).toContain('A sentence is ticked as furniture and as part of the article');
  await site.close();
});

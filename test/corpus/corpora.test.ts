import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openCorpora, type Corpora } from '../../src/corpus/corpora.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import type { OwnEntry } from '../../src/corpus/store/shapes.js';
import { openStore } from '../../src/corpus/store/store.js';
import { ParallaxError } from '../../src/text/error.js';
import { countingParts, storeSeeds } from './seeded.js';
import { clock, newFolder, removeFolders, sampleDocument } from './store/sample.js';

let corpora: Corpora;
let read: string[];

beforeEach(async () => {
  const counting = countingParts();
  read = counting.read;
  corpora = openCorpora(await openStore(newFolder(), { now: clock() }), counting.parts);
});
afterEach(() => corpora.close());
afterAll(removeFolders);

const ARTICLE = [
  'The council voted on Monday to cap rents in the old town for three years.',
  'Landlords will gut the town with this, the tenants’ union said, and the mayor agreed with it.',
  'The court will hear the case in the autumn, a clerk of the council told reporters.',
].join('\n\n');

async function corpusOf(...texts: string[]): Promise<string> {
  const { answer } = await corpora.store.createCorpus('Rents');
  await corpora.store.addDocuments(
    answer,
    texts.map((text) => sampleDocument(text)),
  );
  return answer;
}

const MAYOR = {
  id: 'mayor',
  name: 'The mayor',
  kind: 'person' as const,
  labels: [
    { label: 'mayor', terms: ['mayor'], contested: false, why: 'An office.', source: 'usage', finds: [], ignores: [] },
  ],
};

const ENTRY: OwnEntry = {
  id: 'cap-rents',
  device: 'loaded-terms',
  category: 'own',
  terms: ['cap rents'],
  pos: ['verb'],
  direction: 'neither',
  strength: 1,
  neutral: ['limit rents'],
  why: 'For a test.',
  source: 'usage',
  finds: ['They [cap rents] in town.'],
  ignores: ['They raise rents in town.'],
  unless: [],
  onlyWith: [],
  notWith: ['spring'],
};

test('documents of one outlet are told apart by their numbers, a single one is called by its outlet', async () => {
  const { answer } = await corpora.store.createCorpus('Rents');
  const outlets = ['Gazette', 'Herald', 'Gazette', null, null];
  await corpora.store.addDocuments(
    answer,
    outlets.map((outlet, at) => ({
      ...sampleDocument(`${ARTICLE} ${at}`),
      outlet: outlet === null ? null : { is: outlet, found: 'og:site_name' },
    })),
  );
  const { library } = await corpora.open(answer);
  expect(library.documents.map(({ short }) => short)).toEqual([
    'Gazette 001',
    'Herald',
    'Gazette 003',
    'Source 004',
    'Source 005',
  ]);
});

test('a stored corpus is compared as the built-in one is', async () => {
  const corpus = await storeSeeds(corpora.store);
  const { library, unread, unsupported } = await corpora.open(corpus);
  const seeds = openSeedLibrary();
  expect([unread, unsupported]).toEqual([[], []]);
  for (const topic of seeds.topics) {
    const { corpus: stored, ...kept } = library.compareTopic(topic);
    const { corpus: builtIn, ...expected } = seeds.compareTopic(topic);
    expect(kept).toEqual(expected);
    expect([stored.id, stored.title]).toEqual(['kept-seeds', builtIn.title]);
  }
});

test('a text is read once: not again when it is opened again, nor when names or lexicon change', async () => {
  const corpus = await corpusOf(ARTICLE, `${ARTICLE} Nobody came.`);
  await corpora.open(corpus);
  await corpora.open(corpus);
  expect(read).toEqual(['report.html', 'report.html']);
  await corpora.store.save(corpus, 'names', [MAYOR]);
  const named = await corpora.open(corpus);
  expect(named.library.documents.map((document) => named.library.analysisOf(document).labels.length)).toEqual([1, 1]);
  await corpora.saveEntry(corpus, ENTRY);
  const { library } = await corpora.open(corpus);
  const marks = library.documents.map((document) =>
    library
      .analysisOf(document)
      .findings.filter(({ entry }) => entry.id === ENTRY.id)
      .map(({ start, end }) => document.text.slice(start, end)),
  );
  expect(marks).toEqual([['cap rents'], ['cap rents']]);
  expect(library.lexicon.version).not.toBe(named.library.lexicon.version);
  expect(read).toHaveLength(2);
});

test('progress is told for each document', async () => {
  const corpus = await corpusOf(ARTICLE, `${ARTICLE} Nobody came.`, `${ARTICLE} All came.`);
  const told: string[] = [];
  await corpora.open(corpus, { onProgress: ({ done, of }) => told.push(`${done}/${of}`) });
  expect(told).toEqual(['1/3', '2/3', '3/3']);
});

test('two who open a corpus at once wait for one analysis', async () => {
  const corpus = await corpusOf(ARTICLE);
  await Promise.all([corpora.open(corpus), corpora.open(corpus)]);
  expect(read).toEqual(['report.html']);
});

describe('what is compared', () => {
  test('is in a supported language; the rest is named', async () => {
    const { answer: corpus } = await corpora.store.createCorpus('Two languages');
    const french = sampleDocument('Le conseil a voté.', { language: { code: 'fr', supported: false } });
    await corpora.store.addDocuments(corpus, [sampleDocument(ARTICLE), french]);
    const { library, unsupported } = await corpora.open(corpus);
    expect([library.documents.map(({ id }) => id), unsupported]).toEqual([
      ['001'],
      [{ id: '002', short: 'Source 002', language: 'fr' }],
    ]);
  });

  test('is what was chosen', async () => {
    const corpus = await corpusOf(ARTICLE, `${ARTICLE} Nobody came.`);
    const { library } = await corpora.open(corpus, { only: ['002'] });
    expect(library.documents.map(({ id }) => id)).toEqual(['002']);
  });

  test('leaves out what a reader said is not the article, at the stored text’s offsets', async () => {
    const page = `${ARTICLE}\n\nThe shop next door will sell cheap tickets to everybody today.`;
    const corpus = await corpusOf(page);
    const start = ARTICLE.indexOf('Landlords');
    const furniture = [{ start: page.indexOf('The shop'), end: page.length }];
    await corpora.store.updateDocument(corpus, '001', { region: { start, end: page.length }, furniture });
    const { library } = await corpora.open(corpus);
    const [document] = library.documents;
    if (!document) throw new Error('no document');
    const { reading } = library.analysisOf(document);
    expect(reading.text).toBe(page);
    expect(reading.sentences.map(({ start: from, end }) => page.slice(from, end).slice(0, 9))).toEqual([
      'Landlords',
      'The court',
    ]);
    expect(
      reading.parts
        .filter(({ kind }) => kind === 'furniture')
        .map((part) => page.slice(part.start, part.end).slice(0, 11)),
    ).toEqual(['The council', 'The shop ne']);
    expect(reading.sentences.map(({ part }) => reading.parts[part]?.kind)).toEqual(['prose', 'prose']);
  });
});

test('what Parallax takes for furniture is compared where a reader said that it is the article’s, until that is undone', async () => {
  const more = 'Read more: the vote split the council. The mayor left.';
  const page = `${ARTICLE}\n\n${more}`;
  const corpus = await corpusOf(page);
  const furniture = { start: page.indexOf('The court'), end: page.indexOf(more) };
  const left = { start: page.indexOf('The mayor left.'), end: page.length };
  const sentences = async (): Promise<string[]> => {
    const { library } = await corpora.open(corpus);
    const [document] = library.documents;
    if (!document) throw new Error('no document');
    const { reading } = library.analysisOf(document);
    return reading.sentences.map(({ start, end }) => page.slice(start, end).slice(0, 15));
  };
  const told = await sentences();
  expect(told).toEqual(['The council vot', 'Landlords will ', 'The court will ']);
  const { revision } = await corpora.store.updateDocument(corpus, '001', { furniture: [furniture], article: [left] });
  expect(await sentences()).toEqual(['The council vot', 'Landlords will ', 'The mayor left.']);
  await corpora.store.undo(corpus, revision);
  expect(await sentences()).toEqual(told);
});

test('a text that cannot be read costs itself alone', async () => {
  const { parts } = countingParts();
  const reader = parts.reader();
  await corpora.close();
  corpora = openCorpora(await openStore(newFolder(), { now: clock() }), {
    ...parts,
    reader: () => ({
      ...reader,
      read: (text, name) =>
        text.includes('endless')
          ? Promise.reject(new ParallaxError('timeout', `${name} took too long`, 'give less'))
          : reader.read(text, name),
    }),
  });
  const corpus = await corpusOf('An endless text.', ARTICLE);
  const { library, unread } = await corpora.open(corpus);
  expect([library.documents.map(({ id }) => id), unread]).toEqual([
    ['002'],
    [{ id: '001', short: 'Source 001', problem: 'report.html took too long: give less.' }],
  ]);
});

test('an entry whose example does not hold is not saved, and it is said which', async () => {
  const corpus = await corpusOf(ARTICLE);
  const wrong = { ...ENTRY, finds: ['They [raise rents] in town.'] };
  await expect(corpora.saveEntry(corpus, wrong)).rejects.toThrow(/^entry cap-rents: "They \[raise rents\] in town\."/);
  await expect(corpora.saveEntry(corpus, { ...ENTRY, source: 'hearsay' })).rejects.toThrow('is no cited work');
  expect(await corpora.store.list(corpus, 'entry')).toEqual([]);
});

test('a list of documents is written out without their texts', async () => {
  const corpus = await corpusOf(ARTICLE);
  const { library } = await corpora.open(corpus);
  expect(JSON.stringify(library.documents)).not.toContain('council');
  expect(library.documents[0]?.text).toBe(ARTICLE);
});

test('corpora of one id and revision are opened for their own owner', async () => {
  const corpus = await corpusOf(ARTICLE);
  const other = corpora.as('ben');
  await expect(other.open(corpus)).rejects.toMatchObject({ code: 'not-found' });
  await other.store.createCorpus('Rents');
  await other.store.addDocuments(corpus, [sampleDocument('The river flooded the old town on Sunday evening.')]);
  const texts = async ({ open }: Corpora): Promise<string[]> => {
    const { library } = await open(corpus);
    return library.documents.map(({ text }) => text);
  };
  const [hers, his] = [await texts(corpora), await texts(other)];
  expect([hers, his]).toEqual([[ARTICLE], ['The river flooded the old town on Sunday evening.']]);
  expect((await other.search(corpus, 'council')).total).toBe(0);
});

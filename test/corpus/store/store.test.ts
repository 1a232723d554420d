import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../../src/corpus/store/store.js';
import { clock, newFolder, removeFolders, sampleDocument } from './sample.js';

let store: Store;

beforeEach(async () => {
  store = await openStore(newFolder(), { now: clock(), reserved: ['seeds'] });
});
afterEach(() => store.close());
afterAll(removeFolders);

const RENTS = 'The council capped rents. Landlords attacked the vote.';
const FLOOD = 'The river flooded the old town. The mayor’s office denied a delay.';

async function corpusOf(...texts: string[]): Promise<string> {
  const { answer } = await store.createCorpus('Rents');
  await store.addDocuments(
    answer,
    texts.map((text) => sampleDocument(text)),
  );
  return answer;
}

/** All that a reader can see of a store. */
async function everything(): Promise<unknown> {
  const corpora = await store.listCorpora();
  return Promise.all(
    corpora.map(async ({ id, title, documents, topics }) => ({
      id,
      title,
      counts: [documents, topics],
      documents: (await store.listDocuments(id, { limit: 500 })).documents,
      items: await Promise.all(
        (['topic', 'names', 'entry', 'pin', 'dispute'] as const).map((kind) => store.list(id, kind)),
      ),
    })),
  );
}

describe('corpora', () => {
  test('get an id from their title that no other has', async () => {
    const ids = [];
    for (const title of ['Rent strikes', 'Rent — Strikes!', 'Seeds', 'Élections', '选举'])
      ids.push((await store.createCorpus(title)).answer);
    expect(ids).toEqual(['rent-strikes', 'rent-strikes-2', 'seeds-2', 'elections', 'corpus']);
  });

  test('that are deleted are gone, and come back whole', async () => {
    const corpus = await corpusOf(RENTS);
    const before = await everything();
    const { revision } = await store.deleteCorpus(corpus);
    expect(await store.listCorpora()).toEqual([]);
    await expect(store.listDocuments(corpus)).rejects.toMatchObject({ code: 'not-found' });
    await store.undo(corpus, revision);
    expect(await everything()).toEqual(before);
  });
});

describe('documents', () => {
  test('given twice are one, and it is said', async () => {
    const corpus = await corpusOf(RENTS);
    const { answer } = await store.addDocuments(corpus, [sampleDocument(FLOOD), sampleDocument(RENTS)]);
    expect(answer.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['002', 'added'],
      ['001', 'already'],
    ]);
    expect((await store.listDocuments(corpus)).total).toBe(2);
  });

  test('given fifty times at once are one row and fifty answers', async () => {
    const corpus = await corpusOf();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => store.addDocuments(corpus, [sampleDocument(RENTS)])),
    );
    const outcomes = answers.flatMap(({ answer }) => answer.map(({ id, outcome }) => `${id} ${outcome}`));
    expect(outcomes.sort()).toEqual(['001 added', ...Array.from({ length: 49 }, () => '001 already')]);
    expect((await store.listDocuments(corpus)).total).toBe(1);
  });

  test('share their content between corpora, not what is known of them', async () => {
    const one = await corpusOf(RENTS);
    const other = await corpusOf(RENTS);
    await store.updateDocument(one, '001', { outlet: { is: 'The Ledger', found: 'corrected' } });
    const [a, b] = [await store.readDocument(one, '001'), await store.readDocument(other, '001')];
    expect([a.number === b.number, a.short, b.short, b.outlet]).toEqual([true, 'The Ledger', 'Source 001', null]);
  });

  test.each([
    ['a web page', sampleDocument(RENTS)],
    ['a plain text', sampleDocument(RENTS, { bytes: Buffer.from(RENTS) })],
    [
      'what does not shrink',
      sampleDocument(RENTS, { bytes: Uint8Array.from({ length: 999 }, (_, i) => (i * i * 31) % 251) }),
    ],
    ['a long page', sampleDocument(RENTS, { bytes: Buffer.from(RENTS.repeat(500)) })],
  ])('give back the original of %s byte for byte', async (_, document) => {
    const { answer: corpus } = await store.createCorpus('Originals');
    await store.addDocuments(corpus, [document]);
    const kept = await store.readDocument(corpus, '001');
    expect(Buffer.from(await store.readOriginal(kept)).equals(document.bytes)).toBe(true);
    expect(kept.text).toBe(document.text);
  });

  test('keep their offsets where characters that no text has stood', async () => {
    const corpus = await corpusOf('A\u0000b \ud800 c\u0002.');
    expect((await store.readDocument(corpus, '001')).text).toBe('A\ufffdb \ufffd c\ufffd.');
  });

  test('are listed page by page, each once, in their order', async () => {
    const corpus = await corpusOf(...Array.from({ length: 23 }, (_, i) => `Text ${i}.`));
    const seen: string[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await store.listDocuments(corpus, { after, limit: 5 });
      expect(page.total).toBe(23);
      seen.push(...page.documents.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, i) => String(i + 1).padStart(3, '0')));
  });

  test('that come one after another are added in one change, an answer for each, and undone together', async () => {
    const corpus = await corpusOf(RENTS);
    const many = Array.from({ length: 120 }, (_, i) => sampleDocument(`Text ${i % 110}.`));
    const { answer, revision } = await store.importDocuments({ corpus }, many);
    expect([answer.added.length, answer.added.filter(({ outcome }) => outcome === 'already').length]).toEqual([
      120, 10,
    ]);
    expect((await store.listDocuments(corpus)).total).toBe(111);
    await store.undo(corpus, revision);
    expect((await store.listDocuments(corpus)).total).toBe(1);
  });

  test('that come one after another leave nothing where one of them fails, nor the corpus they were to make', async () => {
    const corpora = await store.listCorpora();
    const broken = (async function* () {
      yield sampleDocument('One.');
      yield* await Promise.reject<never[]>(new Error('the parser ended'));
    })();
    await expect(store.importDocuments({ title: 'New' }, broken)).rejects.toThrow('the parser ended');
    expect(await store.listCorpora()).toEqual(corpora);
  });

  test('are all refused when one of them is', async () => {
    const corpus = await corpusOf(RENTS);
    const outside = { start: 3, end: 9_999 };
    for (const change of [{ region: outside }, { furniture: [outside] }, { article: [outside] }])
      await expect(
        store.addDocuments(corpus, [sampleDocument('One more.'), sampleDocument(FLOOD, change)]),
      ).rejects.toMatchObject({ code: 'bad-input' });
    expect((await store.listDocuments(corpus)).total).toBe(1);
  });
});

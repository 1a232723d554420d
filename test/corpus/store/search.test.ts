import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchCorpus, type Found } from '../../../src/corpus/search-corpus.js';
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

const search = (corpus: string, words: string): Promise<Found> => searchCorpus(store, 'test', corpus, words);

async function corpusOf(...texts: string[]): Promise<string> {
  const { answer } = await store.createCorpus('Rents');
  await store.addDocuments(
    answer,
    texts.map((text) => sampleDocument(text)),
  );
  return answer;
}

describe('search', () => {
  test('finds the documents that hold all words, in any form, and their sentences', async () => {
    const corpus = await corpusOf(RENTS, FLOOD, 'Rents rose. A landlord voted against the cap.');
    const { total, found } = await search(corpus, 'landlord voting');
    expect(total).toBe(2);
    const text = found.map(({ document, sentences }) => [
      document.id,
      sentences.map((each) => [each.text, each.hits.map(({ start, end }) => [start, end])]),
    ]);
    expect(text).toEqual(
      expect.arrayContaining([
        [
          '001',
          [
            [
              'Landlords attacked the vote.',
              [
                [26, 35],
                [49, 53],
              ],
            ],
          ],
        ],
        [
          '003',
          [
            [
              'A landlord voted against the cap.',
              [
                [14, 22],
                [23, 28],
              ],
            ],
          ],
        ],
      ]),
    );
  });

  test('finds nothing of another corpus, nor of what was deleted', async () => {
    const corpus = await corpusOf(RENTS, FLOOD);
    const { answer: other } = await store.createCorpus('Other');
    await store.deleteDocuments(corpus, ['001']);
    expect([(await store.search(other, 'river')).total, (await store.search(corpus, 'rents')).total]).toEqual([0, 0]);
  });

  test('of words that stand in different sentences shows the sentences that hold some of them', async () => {
    const corpus = await corpusOf(RENTS, FLOOD);
    const { total, found } = await search(corpus, 'mayor flooding');
    const shown = found.map(({ hits, isRead, sentences }) => ({
      hits,
      isRead,
      texts: sentences.map(({ text }) => text),
    }));
    expect({ total, shown }).toEqual({
      total: 1,
      shown: [
        { hits: 2, isRead: false, texts: ['The river flooded the old town.', 'The mayor’s office denied a delay.'] },
      ],
    });
  });

  test('marks words in quotation marks in both sentences that they stand in', async () => {
    const corpus = await corpusOf(RENTS);
    const { found } = await search(corpus, '“rents landlords”');
    expect(
      found[0]?.sentences.map(({ text, start, hits }) =>
        hits.map((hit) => text.slice(hit.start - start, hit.end - start)),
      ),
    ).toEqual([['rents.'], ['Landlords']]);
  });

  test('gives offsets into the stored text', async () => {
    const corpus = await corpusOf(`😀 ${FLOOD}\n\n${RENTS}`);
    const { text } = await store.readDocument(corpus, '001');
    const { found } = await search(corpus, 'rents delay old');
    const all = found.flatMap(({ sentences }) => sentences);
    expect(all.map(({ start, end }) => text.slice(start, end))).toEqual(all.map((each) => each.text));
    expect(all.flatMap(({ hits }) => hits.map(({ start, end }) => text.slice(start, end)))).toEqual([
      'old',
      'delay',
      'rents',
    ]);
  });

  test('of one document looks into that one alone', async () => {
    const corpus = await corpusOf(RENTS, 'Rents rose. A landlord voted against the cap.');
    const of = async (document: string): Promise<string[]> =>
      (await store.search(corpus, 'rents', { document })).found.map((each) => each.document.id);
    expect([await of('001'), await of('002'), await of('003')]).toEqual([['001'], ['002'], []]);
  });

  test('takes any words for words', async () => {
    const corpus = await corpusOf(RENTS, FLOOD);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const { total } = await store.search(corpus, `${words} NOT "river" OR text:* (`);
        expect(total).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

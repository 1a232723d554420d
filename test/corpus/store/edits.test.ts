import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openStore, type Store } from '../../../src/corpus/store/store.js';
import type { Topic } from '../../../src/topics/topic.js';
import { clock, newFolder, removeFolders, sampleDocument } from './sample.js';

let store: Store;

beforeEach(async () => {
  store = await openStore(newFolder(), { now: clock(), reserved: ['seeds'] });
});
afterEach(() => store.close());
afterAll(removeFolders);

const RENTS = 'The council capped rents. Landlords attacked the vote.';
const FLOOD = 'The river flooded the old town. The mayor’s office denied a delay.';

const topic = (id: string, title = id): Topic => ({
  id,
  title,
  question: 'What happened?',
  cues: [{ groups: [['rent']], near: false }],
  not: [],
  typed: false,
});

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

describe('an edit', () => {
  test('of what was changed since it was seen is refused', async () => {
    const corpus = await corpusOf(RENTS, FLOOD);
    const { revision: seen } = await store.readCorpus(corpus);
    const edits = await Promise.allSettled(
      ['The Ledger', 'The Herald'].map((is) =>
        store.updateDocument(corpus, '001', { outlet: { is, found: 'corrected' } }, { seen }),
      ),
    );
    expect(
      edits.map((edit) => (edit.status === 'rejected' ? (edit.reason as { code: string }).code : 'saved')),
    ).toEqual(['saved', 'conflict']);
    expect((await store.readDocument(corpus, '001')).short).toBe('The Ledger');
  });

  test('of something else goes on beside it', async () => {
    const corpus = await corpusOf(RENTS, FLOOD);
    const { revision: seen } = await store.readCorpus(corpus);
    await store.updateDocument(corpus, '001', { title: { is: 'Rents', found: 'corrected' } }, { seen });
    await store.updateDocument(corpus, '002', { title: { is: 'Flood', found: 'corrected' } }, { seen });
    expect((await store.listDocuments(corpus)).documents.map(({ title }) => title?.is)).toEqual(['Rents', 'Flood']);
  });

  test('of what was deleted since is refused', async () => {
    const corpus = await corpusOf(RENTS);
    const { revision: seen } = await store.save(corpus, 'topic', topic('rents'));
    await store.remove(corpus, 'topic', 'rents');
    await expect(store.save(corpus, 'topic', topic('rents', 'Rents again'), { seen })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('that does not fit says where', async () => {
    const corpus = await corpusOf(RENTS);
    await expect(store.save(corpus, 'topic', { ...topic('rents'), cues: [] })).rejects.toThrow(
      /^in the topic, “cues” is an empty list: /,
    );
  });
});

test('what was changed since is not undone', async () => {
  const corpus = await corpusOf(RENTS);
  const { revision } = await store.save(corpus, 'topic', topic('rents', 'One'));
  await store.save(corpus, 'topic', topic('rents', 'Two'));
  await expect(store.undo(corpus, revision)).rejects.toMatchObject({ code: 'conflict' });
});

test('a deletion is not undone over the same document given again', async () => {
  const corpus = await corpusOf(RENTS);
  const { revision } = await store.deleteDocuments(corpus, ['001']);
  await store.addDocuments(corpus, [sampleDocument(RENTS)]);
  await expect(store.undo(corpus, revision)).rejects.toMatchObject({ code: 'conflict' });
  expect((await store.listDocuments(corpus)).documents.map(({ id }) => id)).toEqual(['002']);
});

test('every write is audited: what, when, before and after', async () => {
  const corpus = await corpusOf(RENTS);
  await store.renameCorpus(corpus, 'Rents in town');
  const [renamed, added, made] = await store.audit({ corpus });
  expect(renamed).toMatchObject({
    revision: 3,
    act: 'rename corpus',
    kind: 'corpus',
    before: { title: 'Rents' },
    after: { title: 'Rents in town' },
    at: expect.stringMatching(/^2024-05-01T00:00:\d\d\.000Z$/),
  });
  expect([added?.act, added?.before, made?.act, made?.revision]).toEqual(['add documents', null, 'create corpus', 1]);
});

test('any changes, undone in turn, leave what was there', async () => {
  const change = fc.oneof(
    fc.record({ do: fc.constant('add' as const), which: fc.nat(5) }),
    fc.record({ do: fc.constant('delete' as const), which: fc.nat(5) }),
    fc.record({ do: fc.constant('correct' as const), which: fc.nat(5) }),
    fc.record({ do: fc.constant('topic' as const), which: fc.nat(3) }),
    fc.record({ do: fc.constant('no topic' as const), which: fc.nat(3) }),
    fc.record({ do: fc.constant('pin' as const), which: fc.nat(3) }),
    fc.record({ do: fc.constant('rename' as const), which: fc.nat(3) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const corpus = await corpusOf(RENTS, FLOOD, 'A third text.');
      await store.save(corpus, 'topic', topic('t0'));
      const before = await everything();
      const done: number[] = [];
      for (const each of changes) {
        const from = (await store.readCorpus(corpus)).revision;
        const revision = await apply(corpus, each.do, each.which);
        if (revision !== undefined && revision > from) done.push(revision);
      }
      for (const revision of done.reverse()) await undoNow(corpus, revision);
      expect(await everything()).toEqual(before);
    }),
    { numRuns: 30, seed: 11 },
  );

  async function apply(corpus: string, what: string, which: number): Promise<number | undefined> {
    const { documents } = await store.listDocuments(corpus);
    const id = documents[which % Math.max(1, documents.length)]?.id;
    if (what === 'add') return (await store.addDocuments(corpus, [sampleDocument(`Added ${which}.`)])).revision;
    if (what === 'topic')
      return (await store.save(corpus, 'topic', topic(`t${which}`, `Title ${documents.length}`))).revision;
    if (what === 'no topic') return (await store.remove(corpus, 'topic', `t${which}`)).revision;
    if (what === 'rename') return (await store.renameCorpus(corpus, `Title ${which}`)).revision;
    if (id === undefined) return undefined;
    if (what === 'delete') return (await store.deleteDocuments(corpus, [id])).revision;
    if (what === 'pin')
      return (await store.save(corpus, 'pin', { topic: 't0', document: id, start: which, end: 9, in: true, note: '' }))
        .revision;
    return (await store.updateDocument(corpus, id, { region: { start: which, end: 6 } })).revision;
  }

  /** An undo is an act as well: taking back the one before it must meet the things as that one left them. */
  async function undoNow(corpus: string, revision: number): Promise<void> {
    await store.undo(corpus, revision);
  }
});

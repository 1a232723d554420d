import { exportCorpus } from '../../src/corpus/archive.js';
import type * as readerModule from '../../src/corpus/reader.js';
import { loadLexicon, loadWordLists, loadSeeds } from '../../src/corpus/compiled.js';
import type { CorporaParts } from '../../src/corpus/corpora.js';
import type { Stated } from '../../src/corpus/corpus.js';
import type { Reader } from '../../src/corpus/reader.js';
import type { Fact } from '../../src/corpus/store/shapes.js';
import type { Store } from '../../src/corpus/store/store.js';

// A thread runs compiled code.
const { openReader } = (await import(
  new URL('../../dist/corpus/reader.js', import.meta.url).pathname
)) as typeof readerModule;

/** What corpora are opened with, and which texts were read. */
export function countingParts(): { parts: CorporaParts; read: string[] } {
  const read: string[] = [];
  const reader = (): Reader => {
    const real = openReader(1);
    return {
      ...real,
      read: (text, name, article) => {
        read.push(name);
        return real.read(text, name, article);
      },
    };
  };
  return { parts: { lexicon: loadLexicon(true), lists: loadWordLists, build: 'test', reader }, read };
}

/** The seeds' documents, names and topics as a corpus of a store. */
export async function storeSeeds(store: Store): Promise<string> {
  const { seeds } = loadSeeds();
  const fact = (stated: Stated | 'unknown'): Fact =>
    stated === 'unknown' ? null : { is: stated.is, found: stated.stated };
  const { answer } = await store.importInto({
    id: 'kept-seeds',
    title: seeds.title,
    documents: seeds.documents.map(({ id, file, short, text, title, outlet, author, date, latest, warnings }) => ({
      id,
      file,
      short,
      format: 'text',
      bytes: Buffer.from(text, 'utf8'),
      text,
      title: fact(title),
      outlet: fact(outlet),
      author: fact(author),
      date: fact(date),
      url: null,
      latest: latest ?? null,
      warnings: [...warnings],
      language: { code: 'en', supported: true },
    })),
    items: { topic: seeds.topics, names: [seeds.referents], entry: [], pin: [], dispute: [] },
  });
  return answer;
}

export async function archiveOf(store: Store, corpus: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportCorpus(store, corpus)) pieces.push(piece);
  return Buffer.concat(pieces);
}

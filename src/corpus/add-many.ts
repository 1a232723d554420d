import type { Added } from './store/add-documents.js';
import type { NewDocument } from './store/shapes.js';
import type { Store } from './store/store.js';

/** A transaction's worth: few enough that a kill loses little, enough that the wait for the disk is shared. */
const DOCUMENTS_A_BATCH = 50;
const BYTES_A_BATCH = 16 * 1024 * 1024;

/** Adds documents as they come from the parsers, a batch a transaction; what is given back is on the disk. */
export async function* addMany(
  store: Store,
  corpus: string,
  documents: AsyncIterable<NewDocument> | Iterable<NewDocument>,
): AsyncGenerator<readonly Added[]> {
  let batch: NewDocument[] = [];
  let bytes = 0;
  const write = async (): Promise<readonly Added[]> => {
    const full = batch;
    batch = [];
    bytes = 0;
    return (await store.addDocuments(corpus, full)).answer;
  };
  for await (const document of documents) {
    batch.push(document);
    bytes += document.bytes.length + 2 * document.text.length;
    if (batch.length >= DOCUMENTS_A_BATCH || bytes >= BYTES_A_BATCH) yield await write();
  }
  if (batch.length > 0) yield await write();
}

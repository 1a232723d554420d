import { act, type Act, type Acted } from './acts.js';
import { addIn, type Added, type Given } from './add-documents.js';
import type { OwnConnection } from './connection.js';
import { newCorpus } from './corpora.js';

export interface ImportedDocuments {
  readonly corpus: string;
  /** One for each document, in their order. */
  readonly added: readonly Added[];
}

/** Documents as they come, however many, into a corpus or a new one of this title, in one transaction: all or nothing. */
export async function importDocuments(
  connection: OwnConnection,
  into: { readonly corpus: string } | { readonly title: string },
  documents: Given,
  { at, reserved }: { readonly at: Date; readonly reserved: ReadonlySet<string> },
): Promise<Acted<ImportedDocuments>> {
  const name = 'add documents';
  let added: readonly Added[] = [];
  const work = async (acting: Act): Promise<void> => {
    added = await addIn(acting, documents);
  };
  if ('title' in into) {
    const { answer: corpus, revision } = await newCorpus(connection, into.title, { at, reserved, name }, work);
    return { revision, answer: { corpus, added } };
  }
  const { revision } = await act(connection, into.corpus, { name, at }, work);
  return { revision, answer: { corpus: into.corpus, added } };
}

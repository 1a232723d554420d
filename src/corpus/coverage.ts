import { setImmediate } from 'node:timers/promises';
import type { Document } from './corpus.js';

/** Which documents of a corpus speak of a topic, and how many do not. */
export interface Coverage {
  /** Ids, those that say most first. */
  readonly speaking: readonly string[];
  readonly silent: number;
}

/** Columns that one page sets side by side: a comparison of so many takes about half a second, and its page a megabyte. */
export const COMPARED_AT_ONCE = 50;
/** Others are served between so many documents. */
const SERVED_BETWEEN = 16;

/** Looks at every document of a corpus, however large, without keeping others waiting. */
export async function throughDocuments(
  documents: readonly Document[],
  look: (document: Document, at: number) => void,
): Promise<void> {
  for (const [at, document] of documents.entries()) {
    if (at % SERVED_BETWEEN === SERVED_BETWEEN - 1) await setImmediate();
    look(document, at);
  }
}

export async function coverageOf(
  documents: readonly Document[],
  sentencesOn: (document: Document) => number,
): Promise<Coverage> {
  const said: { readonly id: string; readonly sentences: number }[] = [];
  await throughDocuments(documents, (document) => {
    const sentences = sentencesOn(document);
    if (sentences > 0) said.push({ id: document.id, sentences });
  });
  said.sort((a, b) => b.sentences - a.sentences);
  return { speaking: said.map(({ id }) => id), silent: documents.length - said.length };
}

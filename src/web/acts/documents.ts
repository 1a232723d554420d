import { z } from 'zod';
import { MOST_AT_ONCE } from '../../corpus/store/add-documents.js';
import { fromImported } from '../../corpus/store/from-imported.js';
import { extentOf } from '../extent.js';
import { ParallaxError } from '../../text/error.js';
import type { Act, ActRequest, Done } from '../act.js';
import { many, readBody, seen } from '../body.js';
import { FACTS } from '../drafts.js';
import { correctFacts } from '../facts.js';
import { gather, gatherRecords, type Gathered } from '../gather.js';
import { Refusal } from '../refusal.js';
import { pasted } from './import.js';

/** `POST /corpora/:corpus/documents`: files or JSON, saved at once; all that is taken in one transaction, or nothing. */
export const addDocuments: Act = async (request) => {
  const { store, corpus } = request;
  await store.readCorpus(corpus);
  const { taken, skipped } = await given(request);
  const [first] = skipped;
  if (taken.length === 0)
    throw new Refusal(
      first?.code === 'too_large' ? 413 : 422,
      first?.problem ?? 'there is no document in it',
      first?.remedy ?? 'give a text or a file',
      {
        code: first?.code ?? 'empty',
        skipped,
      },
    );
  const { answer, revision } = await store.addDocuments(corpus, taken.map(fromImported));
  return added(request, taken, skipped, answer, revision);
};

async function given({ body, parsers }: ActRequest): Promise<Gathered> {
  if (body.json !== undefined) {
    const documents = documentsOf(body.json);
    if (documents.length > MOST_AT_ONCE)
      throw new ParallaxError('too-large', `more than ${MOST_AT_ONCE} documents at once`, 'send them in batches');
    return gatherRecords(documents, { parsers });
  }
  return gather([...pasted(body), ...body.files], { parsers });
}

/** `{ "documents": [ … ] }`, or one document's object. */
function documentsOf(json: unknown): readonly unknown[] {
  const documents: unknown =
    typeof json === 'object' && json !== null && 'documents' in json ? json.documents : undefined;
  return Array.isArray(documents) ? (documents as unknown[]) : [json];
}

export function added(
  { corpus }: Pick<ActRequest, 'corpus'>,
  taken: Gathered['taken'],
  skipped: Gathered['skipped'],
  answer: readonly { readonly id: string; readonly sha256: string; readonly outcome: string }[],
  revision: number,
): Done {
  const documents = answer.map(({ id, sha256, outcome }, index) => {
    const { name = '', language, warnings = [] } = taken[index] ?? {};
    return { id, name, outcome, sha256, language, warnings };
  });
  const isNew = documents.some(({ outcome }) => outcome === 'added');
  return { to: '/', status: isNew ? 201 : 200, json: { corpus, revision, documents, skipped } };
}

const DETAILS = z.object({
  ...Object.fromEntries(FACTS.map((name) => [name, z.string().nullable().optional()])),
  /** `start-end` of the first and of the last sentence; empty as Parallax tells them. */
  first: z.string().optional(),
  last: z.string().optional(),
  furniture: many.optional(),
  /** Of what Parallax takes for furniture. */
  article: many.optional(),
  extent: z.string().optional(),
  seen,
});

/** `POST /corpora/:corpus/documents/:id`: what is known of a document, and where its article stands. */
export const correctDocument: Act = async ({ store, corpus, params, body }) => {
  const id = params.id ?? '';
  const { seen: revisionSeen, first, last, furniture, article, extent, ...typed } = readBody(DETAILS, body);
  const was = await store.readDocument(corpus, id);
  const facts = correctFacts(was, (name) => {
    const value = (typed as Record<string, string | null | undefined>)[name];
    return value === null ? '' : value;
  });
  // A form without the text's part leaves the extent as it is.
  const place = extent === undefined ? {} : extentOf({ first, last, furniture, article }, was.text.length);
  const { revision } = await store.updateDocument(corpus, id, { ...facts, ...place }, { seen: revisionSeen });
  return { to: `/documents/${encodeURIComponent(id)}`, json: { corpus, document: id, revision } };
};

/** `POST /corpora/:corpus/documents/:id/delete` */
export const deleteDocument: Act = async ({ store, corpus, params, body }) => {
  const { seen: revisionSeen } = readBody(z.object({ seen }), body);
  const { revision } = await store.deleteDocuments(corpus, [params.id ?? ''], { seen: revisionSeen });
  return { to: '/', json: { corpus, document: params.id, revision } };
};

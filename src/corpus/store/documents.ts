import { ParallaxError } from '../../text/error.js';
import { act, type Acted } from './acts.js';
import { checkSpans } from './add-documents.js';
import type { OwnConnection } from './connection.js';
import { correctedHash, openOriginal } from './content.js';
import type { CorpusOptions } from './corpora.js';
import { readCorpus } from './corpora.js';
import { check, detailsChange, storedDetails, type DetailsChange, type DocumentDetails, type Fact } from './shapes.js';
import type { DocumentThing } from './things.js';

/** A document as lists show it: all but its text. */
export interface DocumentListing extends Omit<DocumentDetails, 'short'> {
  readonly id: string;
  readonly position: number;
  readonly short: string;
  /** What a reader chose to call it; null where its outlet or number does. */
  readonly ownShort: string | null;
  readonly sha256: string;
  readonly content: string;
  readonly format: string;
  /** Size of the original. */
  readonly bytes: number;
  /** The row that holds its text. */
  readonly number: number;
}

export interface DocumentPage {
  readonly documents: readonly DocumentListing[];
  readonly total: number;
  /** What to ask the next page with; null on the last. */
  readonly next: number | null;
}

const MOST_ON_A_PAGE = 500;

/** A page of a corpus's documents in their order, found by the last position of the page before. */
export async function listDocuments(
  connection: OwnConnection,
  corpus: string,
  { after = 0, limit = 50 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<DocumentPage> {
  await readCorpus(connection, corpus);
  const most = Math.max(1, Math.min(limit, MOST_ON_A_PAGE));
  const rows = await listings(connection, corpus)
    .where('memberships.position', '>', after)
    .orderBy('memberships.position')
    .limit(most + 1)
    .execute();
  const { total } = await connection.read
    .selectFrom('memberships')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where((eb) => eb.and({ owner: connection.owner, corpus }))
    .executeTakeFirstOrThrow();
  const documents = rows.slice(0, most).map(toListing);
  return { documents, total, next: rows.length > most ? (documents.at(-1)?.position ?? null) : null };
}

/** Every document of a corpus without its text: some 2 KB each. */
export async function allDocuments(connection: OwnConnection, corpus: string): Promise<DocumentListing[]> {
  const rows = await listings(connection, corpus).orderBy('memberships.position').execute();
  return rows.map(toListing);
}

/** The documents of a corpus with these numbers, in any order. */
export async function allDocumentsOf(
  connection: OwnConnection,
  corpus: string,
  numbers: readonly number[],
): Promise<DocumentListing[]> {
  const rows = await listings(connection, corpus).where('documents.number', 'in', numbers).execute();
  return rows.map(toListing);
}

/** @throws {ParallaxError} `not-found` */
export async function readDocument(
  connection: OwnConnection,
  corpus: string,
  id: string,
): Promise<DocumentListing & { readonly text: string }> {
  await readCorpus(connection, corpus);
  const row = await listings(connection, corpus)
    .select('documents.text')
    .where('memberships.id', '=', id)
    .executeTakeFirst();
  if (!row) throw noDocument(id);
  return { ...toListing(row), text: row.text };
}

/** The bytes as they came. */
export async function readOriginal({ read, owner }: OwnConnection, number: number): Promise<Uint8Array> {
  const row = await read
    .selectFrom('documents')
    .select(['coding', 'original', 'text'])
    .where((eb) => eb.and({ owner, number }))
    .executeTakeFirstOrThrow();
  return openOriginal(row.coding, row.original, row.text);
}

/** Corrects what is known of a document, or where its article stands in the text. */
export async function updateDocument(
  connection: OwnConnection,
  corpus: string,
  id: string,
  change: DetailsChange,
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  const checked = check(detailsChange, change, 'the document');
  const given = Object.fromEntries(Object.entries(checked).filter(([field]) => field in change));
  return act(connection, corpus, { name: 'correct document', at, seen }, async ({ trx, of, put }) => {
    const row = await trx
      .selectFrom('memberships')
      .innerJoin('documents', 'documents.number', 'memberships.document')
      .select(['position', 'document', 'memberships.sha256', 'content', 'analysed', 'details', 'text_sha256', 'text'])
      .where('memberships.owner', '=', of.owner)
      .where('corpus', '=', corpus)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw noDocument(id);
    const { text, text_sha256: textHash, ...rest } = row;
    const before: DocumentThing = { ...rest, details: JSON.parse(row.details) as unknown };
    const details = { ...storedDetails(before.details), ...given };
    checkSpans(details, text.length);
    const analysed = details.language.supported ? 1 : 0;
    await put('document', id, { ...before, analysed, content: correctedHash(textHash, details), details });
    return null;
  });
}

/** Takes documents out of a corpus; their content stays, so that undo brings them back. */
export async function deleteDocuments(
  connection: OwnConnection,
  corpus: string,
  ids: readonly string[],
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  return act(connection, corpus, { name: 'delete documents', at, seen }, async ({ trx, of, put }) => {
    for (const id of ids) {
      const row = await trx
        .selectFrom('memberships')
        .select('id')
        .where((eb) => eb.and({ ...of, id }))
        .executeTakeFirst();
      if (!row) throw noDocument(id);
      await put('document', id, null);
    }
    return null;
  });
}

function listings({ read, owner }: OwnConnection, corpus: string) {
  return read
    .selectFrom('memberships')
    .innerJoin('documents', 'documents.number', 'memberships.document')
    .select([
      'memberships.id',
      'memberships.position',
      'memberships.sha256',
      'memberships.content',
      'memberships.details',
      'documents.number',
      'documents.format',
      'documents.bytes',
    ])
    .where('memberships.owner', '=', owner)
    .where('memberships.corpus', '=', corpus);
}

function toListing(row: {
  readonly id: string;
  readonly position: number;
  readonly sha256: string;
  readonly content: string;
  readonly details: string;
  readonly number: number;
  readonly format: string;
  readonly bytes: number;
}): DocumentListing {
  const details = storedDetails(JSON.parse(row.details));
  const { id, position, sha256, content, number, format, bytes } = row;
  return {
    ...details,
    short: shortOf(details, id),
    ownShort: details.short,
    id,
    position,
    sha256,
    content,
    number,
    format,
    bytes,
  };
}

function shortOf({ short, outlet }: { readonly short: string | null; readonly outlet: Fact }, id: string): string {
  return short ?? (outlet === null ? `Source ${id}` : outlet.is.slice(0, 80));
}

function noDocument(id: string): ParallaxError {
  return new ParallaxError('not-found', `this corpus has no document "${id.slice(0, 60)}"`, 'choose one from its list');
}

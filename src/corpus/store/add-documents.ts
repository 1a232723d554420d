import { setImmediate } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { act, type Act, type Acted } from './acts.js';
import type { OwnConnection } from './connection.js';
import { correctedHash, keepOriginal, sha256, storedText, type KeptOriginal } from './content.js';
import { ParallaxError } from '../../text/error.js';
import { indexText } from './search.js';
import { check, newDocumentShape, type DocumentDetails, type NewDocument } from './shapes.js';
import type { Tables } from './tables.js';

/** What became of a document that was given: a row of its own, or the row that holds the same bytes. */
export interface Added {
  readonly id: string;
  readonly sha256: string;
  readonly outcome: 'added' | 'already';
}

/** As many as one request may give; an import takes however many, as they come. */
export const MOST_AT_ONCE = 1_000;

/** Others are served between so many documents of one transaction. */
const SERVED_BETWEEN = 16;

/**
 * Adds documents to a corpus in one transaction, an answer for each in their order.
 * @throws {ParallaxError} `bad-input`, `not-found`, `store-full`, `store-read-only`; nothing is added then
 */
export async function addDocuments(
  connection: OwnConnection,
  corpus: string,
  documents: readonly NewDocument[],
  at: Date,
): Promise<Acted<readonly Added[]>> {
  if (documents.length > MOST_AT_ONCE)
    throw new ParallaxError('bad-input', `more than ${MOST_AT_ONCE} documents at once`, 'give them in batches');
  const prepared: Prepared[] = [];
  for (const document of documents) prepared.push(await prepare(document));
  return act(connection, corpus, { name: 'add documents', at }, (acting) => addAll(acting, prepared));
}

/** Asked for one by one; what is thrown on the way takes the whole act back. */
export type Given = Iterable<NewDocument> | AsyncIterable<NewDocument>;

/** In an act that does more, as an archive's import does; a document is in memory only while its turn lasts. */
export async function addIn(acting: Act, documents: Given): Promise<Added[]> {
  return addAll(acting, preparedEach(documents));
}

async function* preparedEach(documents: Given): AsyncGenerator<Prepared> {
  for await (const document of documents) yield prepare(document);
}

interface Prepared extends KeptOriginal {
  readonly id: string | undefined;
  readonly sha256: string;
  readonly textHash: string;
  readonly format: string;
  readonly bytes: number;
  readonly text: string;
  readonly details: DocumentDetails;
}

async function prepare(document: NewDocument): Promise<Prepared> {
  const { id, format, bytes, text: given, ...details } = check(newDocumentShape, document, 'the document');
  const text = storedText(given);
  checkSpans(details, text.length);
  const kept = await keepOriginal(bytes, text);
  return { ...kept, id, sha256: sha256(bytes), textHash: sha256(text), format, bytes: bytes.length, text, details };
}

export function checkSpans(
  { region, furniture, article }: Pick<DocumentDetails, 'region' | 'furniture' | 'article'>,
  length: number,
): void {
  for (const span of [...(region ? [region] : []), ...furniture, ...article])
    if (span.end > length)
      throw new ParallaxError('bad-input', 'a stretch ends behind the text', 'mark it within the text');
}

async function addAll({ trx, of, put }: Act, prepared: Iterable<Prepared> | AsyncIterable<Prepared>): Promise<Added[]> {
  const answers: Added[] = [];
  const isIt = { owner: of.owner, id: of.corpus };
  const row = await trx
    .selectFrom('corpora')
    .select('next')
    .where((eb) => eb.and(isIt))
    .executeTakeFirstOrThrow();
  const last = await trx
    .selectFrom('memberships')
    .select('position')
    .where((eb) => eb.and({ ...of }))
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  let next = row.next;
  let position = Math.max(last?.position ?? 0, next - 1);
  for await (const document of prepared) {
    if (answers.length % SERVED_BETWEEN === SERVED_BETWEEN - 1) await setImmediate();
    const there = await trx
      .selectFrom('memberships')
      .select('id')
      .where((eb) => eb.and({ ...of, sha256: document.sha256 }))
      .executeTakeFirst();
    if (there) {
      answers.push({ id: there.id, sha256: document.sha256, outcome: 'already' });
      continue;
    }
    const number = await keepContent(trx, of.owner, document);
    const id = document.id ?? String(next).padStart(3, '0');
    next = Math.max(next, /^\d{1,9}$/.test(id) ? Number(id) : 0) + 1;
    position += 1;
    const content = correctedHash(document.textHash, document.details);
    const analysed = document.details.language.supported ? 1 : 0;
    const { details, sha256: hash } = document;
    await put('document', id, { position, document: number, sha256: hash, content, analysed, details }, null);
    answers.push({ id, sha256: hash, outcome: 'added' });
  }
  await trx
    .updateTable('corpora')
    .set({ next })
    .where((eb) => eb.and(isIt))
    .execute();
  return answers;
}

/** The row of the same bytes and text, or a new one. */
async function keepContent(trx: Transaction<Tables>, owner: string, document: Prepared): Promise<number> {
  const { sha256: hash, textHash, format, bytes, coding, original, text } = document;
  const there = await trx
    .selectFrom('documents')
    .select('number')
    .where((eb) => eb.and({ owner, sha256: hash, text_sha256: textHash }))
    .executeTakeFirst();
  if (there) return there.number;
  const last = await trx.selectFrom('documents').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('documents')
    .values({ number, owner, sha256: hash, text_sha256: textHash, format, bytes, coding, original, text })
    .execute();
  await indexText(trx, number, text);
  return number;
}

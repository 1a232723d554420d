import { sql, type Kysely } from 'kysely';
import type { CorpusKey, Tables } from './tables.js';

/**
 * Full-text search, the one part that SQLite and PostgreSQL do each their own way: SQLite's FTS5 here; a `tsvector`
 * column would stand behind the same functions. The index holds no second copy of the texts.
 */
export async function createSearch(db: Kysely<Tables>): Promise<void> {
  await sql`create virtual table documents_search using fts5(
    text, content = 'documents', content_rowid = 'number', tokenize = "porter unicode61 remove_diacritics 2"
  )`.execute(db);
}

export async function indexText(db: Kysely<Tables>, number: number, text: string): Promise<void> {
  await sql`insert into documents_search (rowid, text) values (cast(${number} as integer), ${text})`.execute(db);
}

/** Made anew from the texts that are there: a deletion alone would leave words of what is gone in its pages. */
export async function rebuildSearch(db: Kysely<Tables>): Promise<void> {
  await sql`insert into documents_search (documents_search) values ('rebuild')`.execute(db);
}

export interface FoundDocuments {
  readonly total: number;
  /** Numbers of documents, the best match first. */
  readonly numbers: readonly number[];
}

/** Documents of a corpus that hold every word; `only` asks one of them by its id. */
export async function findDocuments(
  db: Kysely<Tables>,
  { owner, corpus }: CorpusKey,
  query: string,
  { limit, offset, only }: { readonly limit: number; readonly offset: number; readonly only?: string | undefined },
): Promise<FoundDocuments> {
  // SQLite keeps the order of a cross join: the other way round it asks the index once a document, and takes seconds.
  const matching = sql`documents_search cross join memberships on memberships.document = documents_search.rowid
    where documents_search match ${query} and memberships.owner = ${owner} and memberships.corpus = ${corpus}
    and (${only ?? null} is null or memberships.id = ${only ?? null})`;
  const found = await sql<{ number: number }>`
    select documents_search.rowid as number from ${matching}
    order by bm25(documents_search), documents_search.rowid limit ${limit} offset ${offset}`.execute(db);
  const total = await sql<{ total: number }>`
    select count(*) as total from ${matching}`.execute(db);
  return { total: total.rows[0]?.total ?? 0, numbers: found.rows.map(({ number }) => number) };
}

/**
 * The text of a found document with each hit between two control characters, which no stored text has.
 * The driver binds numbers as reals, which FTS5 takes for no row at all and gives every match: hence the cast.
 */
export async function highlight(db: Kysely<Tables>, number: number, query: string): Promise<string> {
  const found = await sql<{ marked: string }>`
    select highlight(documents_search, 0, ${HIT_START}, ${HIT_END}) as marked from documents_search
    where documents_search match ${query} and documents_search.rowid = cast(${number} as integer)`.execute(db);
  return found.rows[0]?.marked ?? '';
}

export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

const MOST_WORDS = 20;

/** A reader's words as a query: all must be there, "words in quotation marks" side by side. Nothing of FTS5's syntax gets through. */
export function toQuery(words: string): string | undefined {
  const phrases = [...words.slice(0, 500).matchAll(/["“]([^"“”]*)["”]|[^\s"“”]+/g)].flatMap(([all, quoted]) => {
    const found = (quoted ?? all).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    return found.length > 0 ? [`"${found.join(' ')}"`] : [];
  });
  return phrases.length > 0 ? phrases.slice(0, MOST_WORDS).join(' ') : undefined;
}

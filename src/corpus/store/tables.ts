import type { Selectable } from 'kysely';

// JSON stands in text columns and times are ISO 8601 in text, so that SQLite and PostgreSQL hold the same values.

/** Whose rows are read and written where nobody else is named: there is one reader until accounts come. */
export const OWNER = 'local';

/** Every row has an owner, and is found by it: ids of corpora are an owner’s own. */
interface Owned {
  readonly owner: string;
}

export interface CorporaTable extends Owned {
  readonly id: string;
  readonly title: string;
  /** Counts acts: every change of a corpus has one. */
  readonly revision: number;
  /** The number that the next document's id is made of; none is given twice. */
  readonly next: number;
  readonly made: string;
  readonly deleted: number;
  /** The version its analyses were last asked for in; others that no corpus uses are dropped. */
  readonly analysis: string;
}

/** A document's content, shared by the corpora that hold it: one row for the same bytes with the same text. */
export interface DocumentsTable extends Owned {
  readonly number: number;
  readonly sha256: string;
  readonly text_sha256: string;
  readonly format: string;
  readonly bytes: number;
  /** How `original` is kept: `text` (not at all, it is the text in UTF-8), `plain` or `deflate`. */
  readonly coding: string;
  readonly original: Uint8Array;
  readonly text: string;
}

/** A document in a corpus: what is known of it there. */
export interface MembershipsTable extends Owned {
  readonly corpus: string;
  readonly id: string;
  readonly position: number;
  readonly document: number;
  readonly sha256: string;
  /** What its analysis is kept under: the hash of its text and of what the reader corrected of its extent. */
  readonly content: string;
  readonly analysed: number;
  readonly details: string;
}

/** What a corpus holds besides documents: topics, names, lexicon entries, pins, disputes. */
export interface ItemsTable extends Owned {
  readonly corpus: string;
  readonly kind: string;
  readonly key: string;
  readonly position: number;
  readonly value: string;
}

export interface AnalysesTable extends Owned {
  readonly content: string;
  readonly version: string;
  /** The program's version: who reads a text the same way may take the reading of an older analysis. */
  readonly program: string;
  readonly packed: Uint8Array;
}

/** One row a changed thing; rows of one corpus and revision are one act. */
export interface AuditTable extends Owned {
  readonly number: number;
  readonly corpus: string;
  readonly revision: number;
  readonly at: string;
  readonly act: string;
  readonly kind: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whose corpus, and which: what everything that hangs on a corpus is found by. */
export interface CorpusKey {
  readonly owner: string;
  readonly corpus: string;
}

export interface Tables {
  readonly corpora: CorporaTable;
  readonly documents: DocumentsTable;
  readonly memberships: MembershipsTable;
  readonly items: ItemsTable;
  readonly analyses: AnalysesTable;
  readonly audit: AuditTable;
}

export type CorpusRow = Selectable<CorporaTable>;
export type MembershipRow = Selectable<MembershipsTable>;

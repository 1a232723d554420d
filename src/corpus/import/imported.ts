/** What a file turned out to be; `text` covers plain text and `.md`, whose marks are kept as typed. */
export type Format = 'text' | 'html' | 'docx' | 'pdf' | 'eml' | 'jsonl' | 'csv';

/** A fact about a document and where it was found: `JSON-LD`, `og:title`, `<title>`, `From: line`, `column “outlet”`. */
export interface Found {
  readonly is: string;
  readonly found: string;
}

/** Unknown is null, never a guess. `date` is an ISO date; `url` is http or https. */
export interface Metadata {
  readonly title: Found | null;
  readonly outlet: Found | null;
  readonly author: Found | null;
  readonly date: Found | null;
  readonly url: Found | null;
}

export const UNKNOWN: Metadata = { title: null, outlet: null, author: null, date: null, url: null };

export interface Language {
  /** ISO 639 code, or `und` where there is too little to tell. */
  readonly code: string;
  /** English is analysed, and so is a text too short to tell; others are kept and said to be unsupported. */
  readonly supported: boolean;
}

/** One document out of a file. */
export interface Imported {
  /** The file’s name; inside an archive `archive.zip/folder/name.html`, of a table `rows.csv, row 3`. Never a path to write to. */
  readonly name: string;
  readonly format: Format;
  /** The bytes as they came, of this document alone; of a table’s row its text as UTF-8. */
  readonly original: Uint8Array;
  /** Of `original`, in hexadecimal. */
  readonly sha256: string;
  /** Well-formed; lines end in `\n`; no control character but that and `\t`. */
  readonly text: string;
  readonly metadata: Metadata;
  readonly language: Language;
  /** What a reader should know before relying on the text, in plain sentences. */
  readonly warnings: readonly string[];
}

export type SkipCode =
  | 'binary'
  | 'dtd_forbidden'
  | 'empty'
  | 'encrypted'
  | 'encrypted_or_legacy'
  | 'expands_too_large'
  | 'invalid'
  | 'invalid_url'
  | 'malformed'
  | 'no_text'
  | 'not_docx'
  | 'timeout'
  | 'too_large'
  | 'too_long'
  | 'too_many_entries'
  | 'too_many_pages'
  | 'type_mismatch'
  | 'unsupported'
  | 'unsupported_encoding';

/** A file, or a part of one, that was not taken. `${problem}: ${remedy}.` is a sentence to print. */
export interface Skipped {
  readonly name: string;
  readonly code: SkipCode;
  readonly problem: string;
  readonly remedy: string;
}

export function isSkipped(each: Imported | Skipped): each is Skipped {
  return 'code' in each;
}

/** What a parser gives; the rest of `Imported` is worked out for all formats alike. */
export interface Parsed {
  readonly text: string;
  readonly metadata: Metadata;
  readonly warnings: readonly string[];
}

/** Thrown by a parser for what it will not take. `says` follows the file’s name: “needs a password”. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: SkipCode,
    readonly says: string,
    readonly remedy: string,
  ) {
    super(`${says}: ${remedy}`);
  }
}

export function skipped(name: string, { code, says, remedy }: Pick<Refusal, 'code' | 'says' | 'remedy'>): Skipped {
  return { name, code, problem: `${name} ${says}`, remedy };
}

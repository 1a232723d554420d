import { isDocx } from './docx-parts.js';
import { Refusal, type Format } from './imported.js';
import { zipEntries } from './zip-entries.js';

export type FileKind = Format | 'zip';

/** An archive of ten thousand documents, and as many folders. */
export const MOST_FILES = 20_000;

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  eml: 'eml',
  zip: 'zip',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
};

/** What many people have, and what to do with it. */
const UNREAD: Readonly<Record<string, string>> = {
  doc: 'save it as .docx',
  rtf: 'save it as .docx or .txt',
  odt: 'save it as .docx or .txt',
  pages: 'export it as .docx or .pdf',
  xls: 'save it as .csv',
  xlsx: 'save it as .csv',
  pptx: 'save it as .pdf',
  epub: 'give its text as .html or .txt',
  msg: 'save it as .eml',
  mbox: 'save its messages as .eml',
};

const TAKEN = 'give .txt, .md, .html, .docx, .pdf, .eml, .zip, .jsonl or .csv';

/** Signatures of what is neither text nor taken: pictures, programs, other archives. */
const SIGNATURES = [
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x7fELF',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
  'RIFF',
  'ID3',
  'SQLite',
];

/**
 * What a file is: its first bytes decide, its name only between kinds of text. A name that promises another kind than
 * the bytes are is refused, since one of the two is a mistake or a trick.
 * @throws {Refusal} `type_mismatch`, `encrypted_or_legacy`, `not_docx`, `unsupported` or `binary`
 */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = BY_EXTENSION[extension];
  const is = signedKind(bytes);
  if (is === 'zip' && extension in UNREAD)
    throw new Refusal('unsupported', `is a .${extension} file`, UNREAD[extension] ?? TAKEN);
  if (is !== undefined) {
    const kind = is === 'zip' ? zipKind(bytes, named) : is;
    // A Word file is an archive, so “.zip” is no lie about it.
    if (named === undefined || named === kind || (named === 'zip' && kind === 'docx')) return kind;
    throw mismatch(extension, `a ${kind.toUpperCase()} file`);
  }
  if (named === 'docx' || named === 'pdf' || named === 'zip') throw mismatch(extension, 'something else');
  const remedy = UNREAD[extension];
  if (remedy !== undefined) throw new Refusal('unsupported', `is a .${extension} file`, remedy);
  if (named === 'eml' && !looksLikeMail(headOf(bytes))) throw mismatch(extension, 'no message');
  return named ?? textKind(bytes);
}

function signedKind(bytes: Uint8Array): FileKind | undefined {
  const head = headOf(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    throw new Refusal(
      'encrypted_or_legacy',
      'is an old Office file (.doc) or a .docx locked with a password',
      'save it as .docx without a password',
    );
  }
  if (head.startsWith('{\\rtf')) throw new Refusal('unsupported', 'is an RTF file', 'save it as .docx or .txt');
  // An archive begins with its first file, an empty one with its end.
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  // Readers of PDF look for its mark in the first kilobyte; in a text it would stand in a sentence.
  if (/(?:^|\n)%PDF-\d/.test(head.slice(0, 1024))) return 'pdf';
  const program = head.startsWith('MZ') && head.includes('\0');
  if (program || SIGNATURES.some((each) => head.startsWith(each))) {
    throw program && head.includes('PK\x03\x04')
      ? new Refusal('type_mismatch', 'begins as a program', 'get it again from where it came')
      : new Refusal('binary', 'is not text', TAKEN);
  }
  return undefined;
}

function zipKind(bytes: Uint8Array, named: FileKind | undefined): FileKind {
  if (named === 'docx') return 'docx';
  return isDocx(zipEntries(bytes, MOST_FILES).map(({ name }) => name)) ? 'docx' : 'zip';
}

/** Of a file whose name says nothing. */
function textKind(bytes: Uint8Array): FileKind {
  const head = headOf(bytes)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(?:<!doctype\s+html|<html[\s>]|<\?xml[^>]{0,100}>\s*<(?:!doctype\s+)?html)/i.test(head)) return 'html';
  return looksLikeMail(head) && /^(?:received|return-path|message-id|mime-version|delivered-to):/im.test(head)
    ? 'eml'
    : 'text';
}

function looksLikeMail(head: string): boolean {
  return /^(?:From [^\n]*\n)?[!-9;-~]{1,80}:[^\n]*\r?\n/.test(head.trimStart());
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, 4096);
}

function mismatch(extension: string, is: string): Refusal {
  return new Refusal(
    'type_mismatch',
    `is named .${extension} but is ${is}`,
    'name it for what it is, or save it again',
  );
}

import { MAX_DOCUMENT_BYTES } from '../../text/decode.js';
import { Refusal } from './imported.js';
import { decoded } from './plain-text.js';
import { fieldOf, recordOf, type Field, type Given } from './record.js';
import type { Row } from './row.js';

const QUOTE = 0x22;
const LF = 10;
const CR = 13;
/** Spreadsheets write semicolons where the comma is the decimal mark. */
const DELIMITERS = [',', ';', '\t'];

/**
 * A document a row (RFC 4180: quotes, doubled quotes, line ends within quotes). The first row names the columns, in any
 * order; the delimiter is the one under which a column “text” is found. Rows are cut from the bytes and decoded one by
 * one, so that a large file never stands in memory as text.
 * @throws {Refusal} `invalid` if there is no column for the text
 */
export function* csvRows(given: Uint8Array): Generator<Row> {
  const bytes = withoutSeparatorLine(asUtf8(given));
  const { delimiter, columns, end } = headOf(bytes);
  let number = 0;
  for (let from = end; from < bytes.length;) {
    const cut = rowAt(bytes, from, delimiter.charCodeAt(0));
    const original = bytes.subarray(from, cut.end);
    from = cut.next;
    if (original.every((byte) => byte <= 32)) continue;
    number += 1;
    yield { label: `row ${number}`, original, parse: () => recordOf(fieldsOf(original, delimiter, columns, cut.open)) };
  }
}

/** Excel’s own first line, `sep=;`, which is no row; the delimiter is found as in any table. */
function withoutSeparatorLine(bytes: Uint8Array): Uint8Array {
  const found = /^sep=.\r?\n/i.exec(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));
  return bytes.subarray(found?.[0].length ?? 0);
}

interface Column {
  readonly name: string;
  readonly field: Field | undefined;
}

function headOf(bytes: Uint8Array): { delimiter: string; columns: Column[]; end: number } {
  for (const delimiter of DELIMITERS) {
    const { end, next } = rowAt(bytes, 0, delimiter.charCodeAt(0));
    const names = cells(decoded(bytes.subarray(0, Math.min(end, 64 * 1024)), 'head').text, delimiter);
    const columns = names.map((name) => ({ name: name.trim(), field: fieldOf(name) }));
    if (columns.some(({ field }) => field === 'text')) return { delimiter, columns, end: next };
  }
  throw new Refusal(
    'invalid',
    'has no column text',
    'name its columns in the first row: text, title, outlet, author, date, url',
  );
}

function fieldsOf(row: Uint8Array, delimiter: string, columns: readonly Column[], open: boolean): Map<Field, Given> {
  if (open) throw new Refusal('malformed', 'has a quote that never closes', 'close it, or double it within the cell');
  if (row.length > MAX_DOCUMENT_BYTES) throw new Refusal('too_large', 'is larger than 8 MB', 'split it');
  const fields = new Map<Field, Given>();
  cells(decoded(row, 'row').text, delimiter).forEach((raw, at) => {
    const column = columns[at];
    if (column?.field && !fields.has(column.field)) fields.set(column.field, { raw, found: `column “${column.name}”` });
  });
  return fields;
}

/** Where a row ends and the next begins; `open` if the file ends within quotes. */
function rowAt(bytes: Uint8Array, from: number, delimiter: number): { end: number; next: number; open: boolean } {
  let at = from;
  let atStart = true;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE && atStart) {
      at = closingQuote(bytes, at + 1);
      if (at >= bytes.length) return { end: bytes.length, next: bytes.length, open: true };
    } else if (byte === LF || byte === CR) {
      return { end: at, next: at + (byte === CR && bytes[at + 1] === LF ? 2 : 1), open: false };
    }
    atStart = byte === delimiter;
    at += 1;
  }
  return { end: at, next: at, open: false };
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
    if (bytes[at + 1] !== QUOTE) return at;
  }
  return bytes.length;
}

/** The cells of one row. */
export function cells(row: string, delimiter: string): string[] {
  const found: string[] = [];
  for (let at = 0; at <= row.length;) {
    let cell = '';
    if (row[at] === '"') {
      const close = endOfQuoted(row, at + 1);
      cell = row.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    // What follows a closing quote belongs to the cell, as spreadsheets read it.
    const end = row.indexOf(delimiter, at);
    cell += row.slice(at, end < 0 ? row.length : end);
    found.push(cell);
    at = end < 0 ? row.length + 1 : end + 1;
  }
  return found;
}

function endOfQuoted(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) {
    if (row[at + 1] !== '"') return at;
  }
  return row.length;
}

/** Spreadsheets export “Unicode text” as UTF-16; a mark before UTF-8 would become part of the first column’s name. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return new TextEncoder().encode(decoded(bytes, 'table').text);
  return bytes;
}

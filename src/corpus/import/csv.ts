import { MAX_DOCUMENT_BYTES } from '../../text/decode.js';
import { Refusal, type Parsed } from './imported.js';
import { isoDate, orderOf, type Order } from './iso-date.js';
import { chosen, decoded } from './plain-text.js';
import { fieldOf, recordOf, type Field, type Given } from './record.js';
import { MOST_ROWS, type Row } from './row.js';

const QUOTE = 0x22;
const LF = 10;
const CR = 13;
/** Spreadsheets write semicolons where the comma is the decimal mark. */
const DELIMITERS = [',', ';', '\t'];

/**
 * A document a row (RFC 4180: quotes, doubled quotes, line ends within quotes). The first row names the columns, in any
 * order; the delimiter is the one under which a column “text” is found. Rows are cut from the bytes and decoded one by
 * one, so that a large file never stands in memory as text; in no encoding that can be chosen is a delimiter or a quote
 * part of another character.
 * @throws {Refusal} `invalid` if there is no column for the text
 */
export function* csvRows(given: Uint8Array, encoding?: string): Generator<Row> {
  const marked = asUtf8(given);
  const bytes = withoutSeparatorLine(marked);
  // A byte-order mark decides.
  const table = tableOf(bytes, marked === given ? encoding : undefined);
  let order: { readonly told: Order | undefined } | undefined;
  let number = 0;
  for (const { original, open } of rowsOf(bytes, table)) {
    number += 1;
    const parse = (): Parsed => {
      order ??= { told: dateOrder(bytes, table) };
      return parsedRow(original, table, open, order.told);
    };
    yield { label: `row ${number}`, original, parse };
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

interface Table {
  readonly delimiter: string;
  readonly columns: readonly Column[];
  /** Where its first row begins. */
  readonly start: number;
  readonly encoding: string | undefined;
}

function tableOf(bytes: Uint8Array, encoding: string | undefined): Table {
  for (const delimiter of DELIMITERS) {
    const { end, next } = rowAt(bytes, 0, delimiter.charCodeAt(0));
    const names = cells(textOf(bytes.subarray(0, Math.min(end, 64 * 1024)), 'head', encoding).text, delimiter);
    const columns = names.map((name) => ({ name: name.trim(), field: fieldOf(name) }));
    if (columns.some(({ field }) => field === 'text')) return { delimiter, columns, start: next, encoding };
  }
  throw new Refusal(
    'invalid',
    'has no column text',
    'name its columns in the first row: text, title, outlet, author, date, url',
  );
}

function* rowsOf(bytes: Uint8Array, { start, delimiter }: Table): Generator<{ original: Uint8Array; open: boolean }> {
  for (let from = start; from < bytes.length;) {
    const { end, next, open } = rowAt(bytes, from, delimiter.charCodeAt(0));
    const original = bytes.subarray(from, end);
    from = next;
    if (!original.every((byte) => byte <= 32)) yield { original, open };
  }
}

/** The order of day and month that all rows agree on whose dates tell it. */
function dateOrder(bytes: Uint8Array, table: Table): Order | undefined {
  const at = table.columns.findIndex(({ field }) => field === 'date');
  if (at < 0) return undefined;
  const told = new Set<Order>();
  let number = 0;
  for (const { original } of rowsOf(bytes, table)) {
    // Digits and slashes are the same bytes in every encoding; decoding all rows twice would double an import’s time.
    const row = Buffer.from(original.buffer, original.byteOffset, original.byteLength).toString('latin1');
    const order = orderOf(cells(row, table.delimiter)[at] ?? '');
    if (order) told.add(order);
    number += 1;
    if (told.size > 1 || number >= MOST_ROWS) break;
  }
  const [only, another] = told;
  return another === undefined ? only : undefined;
}

function parsedRow(row: Uint8Array, table: Table, open: boolean, order: Order | undefined): Parsed {
  if (open) throw new Refusal('malformed', 'has a quote that never closes', 'close it, or double it within the cell');
  if (row.length > MAX_DOCUMENT_BYTES) throw new Refusal('too_large', 'is larger than 8 MB', 'split it');
  const { text, warnings } = textOf(row, 'row', table.encoding);
  const fields = new Map<Field, Given>();
  cells(text, table.delimiter).forEach((raw, at) => {
    const column = table.columns[at];
    if (column?.field && !fields.has(column.field)) fields.set(column.field, givenIn(column, raw, order));
  });
  const parsed = recordOf(fields);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}

function givenIn({ name, field }: Column, raw: string, order: Order | undefined): Given {
  const found = `column “${name}”`;
  const settled = field === 'date' && order && isoDate(raw) === undefined ? isoDate(raw, order) : undefined;
  return settled === undefined ? { raw, found } : { raw: settled, found: `${found}, ${order ?? ''} as in other rows` };
}

function textOf(bytes: Uint8Array, name: string, encoding: string | undefined): ReturnType<typeof chosen> {
  return encoding === undefined ? decoded(bytes, name) : chosen(bytes, encoding);
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

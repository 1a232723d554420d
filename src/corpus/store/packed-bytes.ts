import type { Column } from '../../text/reading.js';
import type { PackedAnalysis } from '../packed.js';

/**
 * A packed analysis as bytes: one byte of version, four of the head's length, the head in JSON (strings, counts, and for
 * each column its name, width and length), then the columns, little-endian. Node's own serialisation is not promised to
 * be read by another version.
 */
export function toBytes(packed: PackedAnalysis): Uint8Array {
  const columns: [name: string, width: number, length: number][] = [];
  const values: Column[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(packed) as [string, unknown][]) {
    if (isColumn(value)) {
      columns.push([name, value.BYTES_PER_ELEMENT, value.length]);
      values.push(value);
    } else rest[name] = value;
  }
  const head = Buffer.from(JSON.stringify({ columns, rest }), 'utf8');
  const bytes = Buffer.alloc(HEAD_AT + head.length + values.reduce((sum, each) => sum + each.byteLength, 0));
  bytes.writeUInt8(FORMAT, 0);
  bytes.writeUInt32LE(head.length, 1);
  bytes.set(head, HEAD_AT);
  let at = HEAD_AT + head.length;
  for (const column of values) {
    for (const value of column) at = bytes.writeUIntLE(value, at, column.BYTES_PER_ELEMENT);
  }
  return bytes;
}

export function fromBytes(given: Uint8Array): PackedAnalysis {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.readUInt8(0) !== FORMAT) throw new Error(`a packed analysis of format ${bytes.readUInt8(0)}`);
  let at = HEAD_AT + bytes.readUInt32LE(1);
  const { columns, rest } = JSON.parse(bytes.toString('utf8', HEAD_AT, at)) as Head;
  const packed: Record<string, unknown> = { ...rest };
  for (const [name, width, length] of columns) {
    const column =
      width === 1 ? new Uint8Array(length) : width === 2 ? new Uint16Array(length) : new Uint32Array(length);
    for (let i = 0; i < length; i += 1, at += width) column[i] = bytes.readUIntLE(at, width);
    packed[name] = column;
  }
  return packed as unknown as PackedAnalysis;
}

/** `instanceof` would miss an array that another thread's or a test's own globals made. */
function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value);
}

interface Head {
  readonly columns: readonly (readonly [name: string, width: number, length: number])[];
  readonly rest: Readonly<Record<string, unknown>>;
}

const FORMAT = 1;
const HEAD_AT = 5;

import { crc32, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { Refusal } from './imported.js';

export interface ZipEntry {
  /** As the archive says, for showing; nothing is ever written under it. */
  readonly name: string;
  /** Bytes after inflating, as declared; `readEntry` holds the entry to it. */
  readonly size: number;
  readonly packed: number;
  readonly isLink: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const BROKEN = 'get it again from where it came, or unpack it and give its files';

/**
 * The archive’s table of contents; no entry is inflated.
 * @throws {Refusal} `malformed` or `too_many_entries`
 */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfArchive(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  // 0xFFFF and 0xFFFFFFFF stand for “see the 64-bit table”, which archives of articles never need.
  if (count === 0xffff || at === 0xffffffff) throw malformed('says it is larger than 4 GB');
  if (count > most) {
    throw new Refusal('too_many_entries', `holds ${count} files; the most is ${most}`, 'give them in several archives');
  }
  const entries: ZipEntry[] = [];
  for (; entries.length < count;) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== CENTRAL) throw malformed('has a broken table of contents');
    const nameLength = buffer.readUInt16LE(at + 28);
    const flags = buffer.readUInt16LE(at + 8);
    const mode = buffer.readUInt32LE(at + 38) >>> 16;
    entries.push({
      name: buffer.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + 46, at + 46 + nameLength),
      size: buffer.readUInt32LE(at + 24),
      packed: buffer.readUInt32LE(at + 20),
      isLink: (mode & 0o170000) === 0o120000,
      encrypted: (flags & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      headerAt: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

const inflate = promisify(
  (packed: Uint8Array, maxOutputLength: number, done: (error: Error | null, result: Buffer) => void) =>
    inflateRaw(packed, { maxOutputLength }, done),
);

/**
 * One entry’s bytes: what comes out is counted against what was declared, and checked by its checksum.
 * @throws {Refusal} `encrypted`, `malformed` or `expands_too_large`
 */
export async function readEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Promise<Uint8Array> {
  if (entry.encrypted) throw new Refusal('encrypted', 'is locked with a password', 'unlock it first');
  if (entry.size > most) throw expands(most);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + 30 > buffer.length || buffer.readUInt32LE(entry.headerAt) !== LOCAL)
    throw malformed('is damaged');
  const from =
    entry.headerAt + 30 + buffer.readUInt16LE(entry.headerAt + 26) + buffer.readUInt16LE(entry.headerAt + 28);
  const packed = buffer.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw malformed('is cut short');
  const inflated = await unpack(packed, entry);
  if (inflated.length !== entry.size || crc32(inflated) !== entry.crc) throw malformed('is damaged');
  return inflated;
}

async function unpack(packed: Uint8Array, { method, size }: ZipEntry): Promise<Uint8Array> {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw malformed('is packed in an unknown way');
  try {
    return await inflate(packed, Math.max(1, size));
  } catch (error) {
    if (outgrew(error)) throw expands(size);
    throw malformed('is damaged');
  }
}

function endOfArchive(buffer: Buffer): number {
  // The archive’s comment, at most 64 KB, may follow its end.
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  throw malformed('is cut short');
}

/** Whether zlib stopped at the limit it was given. */
export function outgrew(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

export function expands(most: number): Refusal {
  const measure = most >= 1024 * 1024 ? `${Math.floor(most / (1024 * 1024))} MB` : `${most} bytes`;
  return new Refusal('expands_too_large', `grows past ${measure} when unpacked`, 'give its text alone');
}

function malformed(says: string): Refusal {
  return new Refusal('malformed', says, BROKEN);
}

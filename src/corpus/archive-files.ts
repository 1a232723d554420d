import { ParallaxError } from '../text/error.js';
import { MOST_BYTES, MOST_DOCUMENTS } from './archive.js';
import { Refusal } from './import/imported.js';
import { readEntry, zipEntries, type ZipEntry } from './import/zip-entries.js';
import { sha256 } from './store/content.js';

/** The files of an archive, each expanded when it is asked for. Their names are looked up, never written to. */
export interface Archive {
  readonly read: (name: string) => Promise<Uint8Array>;
  readonly readText: (name: string) => Promise<string>;
  readonly readJson: (name: string) => Promise<unknown>;
  /** The same files, each held to its SHA-256; none is missing and none more. */
  readonly checkedBy: (hashes: Readonly<Record<string, string>>) => Archive;
}

// Twenty-five thousand documents have two files each, the corpus eight.
const MOST_FILES = 2 * MOST_DOCUMENTS + 8;
// A text has 8 MB at most, its original (a PDF) more; the list of documents 2 KB for each.
const MOST_BYTES_OF_A_FILE = 128 * 1024 * 1024;
// A line of it is 200 bytes at most; parsed it takes ten times its size.
const MOST_BYTES_OF_A_MANIFEST = 16 * 1024 * 1024;

/** @throws {ParallaxError} `bad-archive`, `too-large` */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = said(() => zipEntries(bytes, MOST_FILES));
  const together = entries.reduce((sum, { size }) => sum + size, 0);
  if (together > MOST_BYTES || entries.some(({ size }) => size > MOST_BYTES_OF_A_FILE)) throw tooLarge();
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size < entries.length) throw broken('it has two files of one name');
  return archiveOf(bytes, byName);
}

function archiveOf(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  hashes?: Readonly<Record<string, string>>,
): Archive {
  const read = async (name: string): Promise<Uint8Array> => {
    const entry = entries.get(name);
    if (!entry) throw broken(`${name} is missing`);
    const most = name === 'manifest.json' ? MOST_BYTES_OF_A_MANIFEST : MOST_BYTES_OF_A_FILE;
    const found = await readEntry(bytes, entry, most).catch((error: unknown) => {
      throw asArchives(error, name);
    });
    if (hashes && sha256(found) !== hashes[name]) throw broken(`${name} is not what its manifest says`);
    return found;
  };
  const readText = async (name: string): Promise<string> => utf8(await read(name), name);
  return {
    read,
    readText,
    readJson: async (name) => {
      const text = await readText(name);
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw broken(`${name} is no JSON`);
      }
    },
    checkedBy: (listed) => {
      for (const name of entries.keys())
        if (name !== 'manifest.json' && !Object.hasOwn(listed, name)) throw broken(`${name} is not in its manifest`);
      for (const name of Object.keys(listed)) if (!entries.has(name)) throw broken(`${name} is missing`);
      return archiveOf(bytes, entries, listed);
    },
  };
}

function said<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asArchives(error);
  }
}

/** What the reader of zips says, as this archive’s fault. */
function asArchives(error: unknown, name?: string): unknown {
  if (!(error instanceof Refusal)) return error;
  if (error.code === 'too_many_entries' || error.code === 'expands_too_large') return tooLarge();
  return broken(`${name ?? 'it'} ${error.says}`);
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw broken(`${name} is not UTF-8`);
  }
}

export function broken(how: string): ParallaxError {
  return new ParallaxError('bad-archive', `the archive cannot be taken (${how})`, 'export it again with Parallax');
}

function tooLarge(): ParallaxError {
  return new ParallaxError('too-large', 'the archive is larger than is taken', 'export a smaller corpus');
}

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { findDevices, type Analysis } from '../devices/analysis.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import type { Names } from '../devices/referent.js';
import { decode, MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { ParallaxError } from '../text/error.js';
import type { Document } from './corpus.js';
import type { Reader } from './reader.js';

/** A text file as a document: its bytes decide all, nothing about it is guessed. */
export async function readDocument(path: string, id: string): Promise<Document> {
  const bytes = await readBytes(path);
  const { text, warnings } = decode(bytes, path);
  const file = basename(path);
  return {
    id,
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    short: file.replace(/\.[^.]+$/, ''),
    title: 'unknown',
    outlet: 'unknown',
    author: 'unknown',
    date: 'unknown',
    text,
    warnings,
  };
}

/** Documents of a command line: named alike only if they are the same file, so each gets an id of its own. */
export async function readDocuments(paths: readonly string[]): Promise<Document[]> {
  const documents: Document[] = [];
  const taken = new Set<string>();
  for (const path of paths) {
    const base = basename(path).replace(/\.[^.]+$/, '');
    let id = base;
    for (let copy = 2; taken.has(id); copy += 1) id = `${base}-${copy}`;
    taken.add(id);
    documents.push(await readDocument(path, id));
  }
  return documents;
}

export async function analyseDocument(
  document: Document,
  reader: Reader,
  lexicon: Lexicon,
  names: Names,
): Promise<Analysis> {
  return findDevices(await reader.read(document.text, document.file), lexicon, names);
}

/** Reads no more than the limit: a device file or a growing log has no end. */
async function readBytes(path: string): Promise<Uint8Array> {
  const remedy = 'give the path of a text file';
  const file = await open(path, 'r').catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ParallaxError('no-file', missing ? `there is no file ${path}` : `${path} cannot be opened`, remedy);
  });
  try {
    if ((await file.stat()).isDirectory()) throw new ParallaxError('no-file', `${path} is a folder`, remedy);
    const bytes = Buffer.alloc(MAX_DOCUMENT_BYTES + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

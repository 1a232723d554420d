import { importFile, importRecord } from '../corpus/import/import-file.js';
import { isSkipped, type Imported, type Skipped } from '../corpus/import/imported.js';
import type { Parsers } from '../corpus/import/parser-process.js';
import { MOST_AT_ONCE } from '../corpus/store/add-documents.js';
import type { UploadedFile } from './body.js';

/** What came of the files of one request. */
export interface Gathered {
  readonly taken: readonly Imported[];
  readonly skipped: readonly Skipped[];
}

/** Bytes and text of what one request may bring: an archive is many times as large unpacked. */
export const MOST_GATHERED = 64 * 1024 * 1024;

export interface GatherOptions {
  readonly parsers?: Parsers | undefined;
  readonly encoding?: string | undefined;
}

/** Files → documents, in memory and within its limits: what is over them is said, and left to the command line. */
export async function gather(files: readonly UploadedFile[], options: GatherOptions = {}): Promise<Gathered> {
  const { parsers, encoding } = options;
  const results = async function* (): AsyncGenerator<Imported | Skipped> {
    for (const { name, bytes } of files)
      yield* importFile(name, bytes, { ...(parsers && { parsers }), ...(encoding && { encoding }) });
  };
  return within(results());
}

/** JSON objects, each a document's text and what is known of it. */
export async function gatherRecords(records: readonly unknown[], { parsers }: GatherOptions = {}): Promise<Gathered> {
  const results = async function* (): AsyncGenerator<Imported | Skipped> {
    for (const [index, record] of records.entries()) {
      const name = records.length === 1 ? 'document' : `document ${index + 1}`;
      yield await importRecord(name, Buffer.from(JSON.stringify(record)), parsers && { parsers });
    }
  };
  return within(results());
}

async function within(results: AsyncIterable<Imported | Skipped>): Promise<Gathered> {
  const taken: Imported[] = [];
  const skipped: Skipped[] = [];
  let bytes = 0;
  for await (const each of results) {
    if (isSkipped(each)) {
      if (skipped.length < MOST_AT_ONCE) skipped.push(each);
      continue;
    }
    bytes += sizeOf(each);
    if (taken.length >= MOST_AT_ONCE || bytes > MOST_GATHERED) {
      skipped.push({
        name: each.name,
        code: taken.length >= MOST_AT_ONCE ? 'too_many_entries' : 'too_large',
        problem: `${each.name} and what follows it is more than is taken at once`,
        remedy: 'give the rest in another go, or use “parallax import” from the command line',
      });
      break;
    }
    taken.push(each);
  }
  return { taken, skipped };
}

/** Bytes that a document keeps in memory. */
export function sizeOf({ original, text }: Imported): number {
  return original.length + 2 * text.length;
}

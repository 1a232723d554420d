import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLexicon } from '../../../src/corpus/compiled.js';
import { pack, type PackedAnalysis } from '../../../src/corpus/packed.js';
import { openStore } from '../../../src/corpus/store/store.js';
import type { NewDocument } from '../../../src/corpus/store/shapes.js';
import { findDevices } from '../../../src/devices/analysis.js';
import { openNames } from '../../../src/devices/referent.js';
import { read } from '../../../src/text/read.js';

const folders: string[] = [];

/** An empty folder of its own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-store-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A clock that goes on by a second each time it is asked. */
export function clock(): () => Date {
  let time = Date.UTC(2024, 4, 1);
  return () => new Date((time += 1_000));
}

export function sampleDocument(text: string, changes: Partial<NewDocument> = {}): NewDocument {
  return {
    file: 'report.html',
    format: 'html',
    bytes: Buffer.from(`<p>${text}</p>`, 'utf8'),
    text,
    title: null,
    outlet: null,
    author: null,
    date: null,
    url: null,
    warnings: [],
    language: { code: 'en', supported: true },
    ...changes,
  };
}

/** A text's analysis without names. */
export function samplePacked(text: string): PackedAnalysis {
  const lexicon = loadLexicon(true);
  const reading = read(text, () => [{ kind: 'prose', start: 0, end: text.length }]);
  return pack(findDevices(reading, lexicon, openNames([], lexicon.inflect)), lexicon.entries);
}

export const databaseOf = (folder: string): string => join(folder, 'parallax.sqlite');

/** A folder with a store of some documents, closed. */
export async function filledFolder(documents = 3): Promise<string> {
  const folder = newFolder();
  const store = await openStore(folder, { now: clock() });
  const { answer } = await store.createCorpus('Rents');
  await store.addDocuments(
    answer,
    Array.from({ length: documents }, (_, i) => sampleDocument(`Text ${i}. The council capped rents.`)),
  );
  store.close();
  return folder;
}

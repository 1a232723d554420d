import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { comparisonJsonSchema } from '../compare/schema/comparison.js';
import {
  DETAILS_FILE,
  FURNITURE_FILE,
  LEXICON_FILE,
  LISTS_FILE,
  SEEDS_FILE,
  tableBytes,
  TABLES_FILE,
  VALIDITY_FILE,
  toJson,
} from '../corpus/compiled.js';
import { analysisVersion } from '../corpus/library.js';
import { pack } from '../corpus/packed.js';
import { analyse } from '../devices/analyse.js';
import { compileLexicon } from '../devices/lexicon/compile.js';
import { DETAILS, type Entry, type EntryDetails } from '../devices/lexicon/entry.js';
import { openLexicon } from '../devices/lexicon/lexicon.js';
import { compileNames, openNames } from '../devices/referent.js';
import { ParallaxError } from '../text/error.js';
import { LEXICON_FOLDER, ROOT, SEEDS_FOLDER } from './folders.js';
import { readLexicon } from './read-lexicon.js';
import { readSeeds } from './read-seeds.js';
import { readWordLists } from './read-word-lists.js';

/** `npm run build`, last step: lexicon/ and seeds/ → dist/data/. Work that no start and no request should repeat. */
function main(): void {
  const compiled = compileLexicon(readLexicon(LEXICON_FOLDER));
  const lexicon = openLexicon(compiled);
  const seeds = readSeeds(SEEDS_FOLDER);
  const names = openNames(seeds.referents, lexicon.inflect);
  const entries = [...lexicon.entries, ...names.entries];
  const analyses = seeds.documents.map(({ text }) => toJson(pack(analyse(text, lexicon, names), entries)));
  const { phrases, guardPhrases, ...rest } = compiled;
  write(LEXICON_FILE, { ...rest, entries: compiled.entries.map(withoutDetails) });
  writeFileSync(TABLES_FILE, tableBytes({ phrases, guardPhrases }));
  write(DETAILS_FILE, compiled.entries.map(detailsOf));
  write(LISTS_FILE, readWordLists(LEXICON_FOLDER, lexicon.inflect, new Set(compiled.works.map(({ key }) => key))));
  write(VALIDITY_FILE, JSON.parse(readFileSync(join(LEXICON_FOLDER, 'validity.json'), 'utf8')));
  write(FURNITURE_FILE, compiled.furniture);
  write(SEEDS_FILE, {
    seeds,
    names: compileNames(seeds.referents, lexicon.inflect),
    analysisVersion: analysisVersion(lexicon, seeds.referents),
    build: programHash(`${ROOT}dist`),
    analyses,
  });
  write(`${ROOT}dist/data/comparison.schema.json`, comparisonJsonSchema());
}

/** Of the compiled program's own files, so that pages kept by a browser are asked for anew when it changes. */
function programHash(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function detailsOf(entry: Entry): EntryDetails {
  const { terms, finds, ignores, unless, onlyWith, notWith } = entry;
  return { terms, finds, ignores, unless, onlyWith, notWith };
}

function withoutDetails(entry: Entry): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !DETAILS.some((detail) => detail === field)));
}

function write(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

try {
  main();
} catch (error) {
  if (!(error instanceof ParallaxError)) throw error;
  process.stderr.write(`parallax: ${error.message}\n`);
  process.exitCode = 1;
}

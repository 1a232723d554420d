import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { openWordLists, type CompiledWordLists, type WordLists } from '../compare/word-lists.js';
import type { CompiledLexicon } from '../devices/lexicon/compile.js';
import type { EntryDetails } from '../devices/lexicon/entry.js';
import { openLexicon, type Lexicon } from '../devices/lexicon/lexicon.js';
import { namedAnywhere, openNames, type Names } from '../devices/referent.js';
import { ParallaxError } from '../text/error.js';
import type { PhraseTable } from '../text/phrase-table.js';
import type { Column } from '../text/reading.js';
import type { SeedCorpus } from './corpus.js';
import type { PackedAnalysis } from './packed.js';

// What `npm run build` makes of lexicon/ and seeds/, so that a start parses no YAML and loads no language model.
const COMPILED = new URL('../../dist/data/', import.meta.url);
export const LEXICON_FILE = fileURLToPath(new URL('lexicon.json', COMPILED));
export const SEEDS_FILE = fileURLToPath(new URL('seeds.json', COMPILED));
/** The lexicon's two phrase tables as typed arrays: numbers that need no parsing. */
export const TABLES_FILE = fileURLToPath(new URL('tables.bin', COMPILED));
export const DETAILS_FILE = fileURLToPath(new URL('details.json', COMPILED));
export const LISTS_FILE = fileURLToPath(new URL('lists.json', COMPILED));
export const VALIDITY_FILE = fileURLToPath(new URL('validity.json', COMPILED));
export const FURNITURE_FILE = fileURLToPath(new URL('furniture.json', COMPILED));

/** Packed analyses in JSON: columns as arrays of numbers. */
export interface CompiledSeeds {
  readonly seeds: SeedCorpus;
  readonly names: PhraseTable;
  /** Hash of the compiled program. */
  readonly build: string;
  readonly analysisVersion: string;
  readonly analyses: readonly Record<keyof PackedAnalysis, unknown>[];
}

const NO_DETAILS: EntryDetails = { terms: [], finds: [], ignores: [], unless: [], onlyWith: [], notWith: [] };

/** The compiled lexicon; its entries' examples and guards only `withDetails`, since they double the time it takes. */
export function loadLexicon(withDetails = false): Lexicon {
  const details = withDetails ? (readCompiled(DETAILS_FILE) as EntryDetails[]) : [];
  const compiled = readCompiled(LEXICON_FILE) as Omit<CompiledLexicon, keyof LexiconTables>;
  // Completed in place, which takes a tenth of copying them.
  compiled.entries.forEach((entry, index) => Object.assign(entry, NO_DETAILS, details[index]));
  return openLexicon({ ...compiled, ...readTables() });
}

export function loadSeeds(): CompiledSeeds {
  return readCompiled(SEEDS_FILE) as CompiledSeeds;
}

/** What `npm run validity` measured last, of marks and tone against what people annotated. */
export interface Validity {
  readonly scores: readonly {
    readonly id: string;
    readonly measure: string;
    readonly data: string;
    readonly statistic: string;
    readonly n: number;
    readonly items: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly baselines: Readonly<Record<'afinn' | 'vader' | 'everything' | 'random', number | null>>;
    readonly published: { readonly value: number; readonly by: string; readonly source: string | null };
  }[];
  readonly notes: readonly string[];
}

export function loadValidity(): Validity {
  return readCompiled(VALIDITY_FILE) as Validity;
}

let lists: WordLists | undefined;

/** The lists that comparing needs; a run that only analyses does without, so they are loaded when the first compares. */
export function loadWordLists(): WordLists {
  lists ??= openWordLists(readCompiled(LISTS_FILE) as CompiledWordLists);
  return lists;
}

/** The built-in corpus's names. */
export function loadNames(lexicon: Lexicon, { seeds, names }: CompiledSeeds = loadSeeds()): Names {
  return openNames(seeds.referents, lexicon.inflect, names);
}

/** The same for any other text: without labels that mean their referent only in the built-in corpus. */
export function loadNamesAnywhere(lexicon: Lexicon, { seeds }: CompiledSeeds = loadSeeds()): Names {
  return openNames(namedAnywhere(seeds.referents), lexicon.inflect);
}

const BYTES = new Map<string, (values: number[]) => Column>([
  ['Uint8Array', (values) => Uint8Array.from(values)],
  ['Uint16Array', (values) => Uint16Array.from(values)],
  ['Uint32Array', (values) => Uint32Array.from(values)],
]);

function isColumn(value: unknown): value is Column {
  return value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;
}

export function toJson(packed: PackedAnalysis): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(packed).map(([name, value]: [string, unknown]) => [
      name,
      isColumn(value) ? { type: value.constructor.name, values: Array.from(value) } : value,
    ]),
  );
}

export function fromJson(json: Record<string, unknown>): PackedAnalysis {
  const isJson = (value: unknown): value is { type: string; values: number[] } =>
    typeof value === 'object' && value !== null && 'type' in value;
  const columns = Object.entries(json).map(([name, value]): [string, unknown] => [
    name,
    isJson(value) ? BYTES.get(value.type)?.(value.values) : value,
  ]);
  return Object.fromEntries(columns) as unknown as PackedAnalysis;
}

export type LexiconTables = Pick<CompiledLexicon, 'phrases' | 'guardPhrases'>;

/** Tables → bytes; read back by the Node that `npm ci` ran on, or a newer one. */
export function tableBytes({ phrases, guardPhrases }: LexiconTables): Buffer {
  const typed = ({ forms, keyStarts, keys, edges, accepts }: PhraseTable): PhraseTable => ({
    forms,
    keyStarts: Uint32Array.from(keyStarts),
    keys: Uint32Array.from(keys),
    edges: Uint32Array.from(edges),
    accepts: Uint32Array.from(accepts),
  });
  return serialize({ phrases: typed(phrases), guardPhrases: typed(guardPhrases) });
}

function readTables(): LexiconTables {
  try {
    return deserialize(readFileSync(TABLES_FILE)) as LexiconTables;
  } catch {
    throw stale();
  }
}

function readCompiled(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw stale();
  }
}

export function stale(): ParallaxError {
  return new ParallaxError('lexicon', 'the compiled lexicon is missing or does not fit its seeds', 'run npm run build');
}

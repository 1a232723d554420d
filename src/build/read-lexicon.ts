import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { LexiconSources } from '../devices/lexicon/compile.js';
import { DEVICE_IDS, DIRECTIONS, STANCES, type Category, type Entry, type Work } from '../devices/lexicon/entry.js';
import { ParallaxError } from '../text/error.js';
import { parseIrregular } from '../text/inflect.js';
import { COMPLEMENTS } from '../text/speech.js';
import { readYaml, yamlFiles } from './read-files.js';
import { readTone } from './read-tone.js';

const POS = z.enum(['noun', 'verb', 'adj', 'adv', 'fixed']);
// YAML reads a bare 1945 as a number and a bare true as a truth value; both are words here.
const text = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z.string().trim().min(1),
);
const term = text.refine((value) => !/[A-Z]/.test(value), 'is not in small letters');
const strings = z.array(text).default([]);

const entryShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not of small letters, digits and hyphens'),
  /** Found by the program from the text's structure, not by terms. */
  structural: z.literal(true).optional(),
  terms: z.array(term).default([]),
  pos: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(POS).min(1)).default(['fixed']),
  direction: z.enum(DIRECTIONS).default('neither'),
  strength: z.number().int().min(1).max(3).default(2),
  unless: strings,
  'only-with': strings,
  'not-with': strings,
  neutral: z.array(text.refine((value) => !/[[\]]/.test(value), 'has brackets; write [] for none')).default([]),
  why: text,
  source: text,
  finds: z.array(z.string().regex(/\[[^\]]+\]/, 'shows no mark in [brackets]')).min(1),
  ignores: z.array(z.string().regex(/^[^[\]]+$/, 'has brackets')).min(1),
  stance: z.enum(STANCES).optional(),
  takes: z.array(z.enum(COMPLEMENTS)).min(1).optional(),
});

const entrySchema = entryShape.refine((entry) => entry.structural === true || entry.terms.length > 0, 'has no terms');

const fileSchema = z.strictObject({
  device: z.enum(DEVICE_IDS),
  category: text,
  about: text,
  entries: z.array(entrySchema).min(1),
});

const worksSchema = z.array(z.strictObject({ key: text, work: text, for: text }));
const furnitureSchema = z.strictObject({
  about: text,
  ends: strings,
  phrases: strings,
  notes: strings,
  roles: strings,
});
const speakersSchema = z.strictObject({
  about: text,
  people: z.array(text),
  bodies: z.array(text),
  times: z.array(text),
});
const DEVICE_FOLDERS = ['loaded-terms', 'distancing', 'attribution', 'certainty'];

export interface ReadOptions {
  /** Reads only the device files whose path holds this. */
  readonly only?: string | undefined;
  /** Takes a fault; the default stops at the first. */
  readonly onFault?: (fault: ParallaxError) => void;
}

/**
 * Reads and checks the lexicon's files: shape, unique ids, known sources, no term twice in a device.
 * @throws {ParallaxError} `lexicon`, naming file, entry and remedy
 */
export function readLexicon(folder: string, { only = '', onFault = stop }: ReadOptions = {}): LexiconSources {
  const shown = (path: string): string => `lexicon/${relative(folder, path)}`;
  const works: Work[] = readYaml(join(folder, 'sources.yaml'), worksSchema, 'lexicon/sources.yaml');
  const keys = new Set(works.map((work) => work.key));
  const entries: Entry[] = [];
  const categories: Category[] = [];
  const ids = new Map<string, string>();
  const terms = new Map<string, string>();
  for (const path of DEVICE_FOLDERS.flatMap((device) => yamlFiles(join(folder, device))).filter((each) =>
    each.includes(only),
  )) {
    const file = readYaml(path, fileSchema, shown(path));
    categories.push({ device: file.device, id: file.category, about: file.about });
    for (const raw of file.entries) {
      const entry = toEntry(raw, file.device, file.category);
      const fault = (problem: string, remedy: string): void =>
        onFault(new ParallaxError('lexicon', `${shown(path)}, entry ${entry.id}: ${problem}`, remedy));
      if (!keys.has(entry.source.split(',')[0] ?? ''))
        fault(`its source "${entry.source}" is no key of sources.yaml`, 'cite a key of sources.yaml, or "usage"');
      if (entry.device === 'attribution' && (!entry.stance || !entry.takes))
        fault('it has no stance or takes', 'give both');
      once(ids, `${entry.device}/${entry.id}`, shown(path), (where) =>
        fault(`its id is also in ${where}`, 'rename one'),
      );
      for (const each of entry.terms) {
        for (const pos of entry.pos)
          once(terms, `${entry.device} ${pos} ${each}`, entry.id, (where) =>
            fault(`its term "${each}" is also in entry ${where}`, 'keep it in one'),
          );
      }
      entries.push(entry);
    }
  }
  const { ends, phrases, notes, roles } = readYaml(
    join(folder, 'furniture.yaml'),
    furnitureSchema,
    'lexicon/furniture.yaml',
  );
  const { people, bodies, times } = readYaml(join(folder, 'speakers.yaml'), speakersSchema, 'lexicon/speakers.yaml');
  return {
    entries,
    categories,
    works,
    furniture: { ends, phrases, notes, roles },
    tone: readTone(folder, onFault),
    speakers: { people, bodies, times },
    irregular: parseIrregular(readFileSync(join(folder, 'irregular.tsv'), 'utf8')),
  };
}

function stop(fault: ParallaxError): never {
  throw fault;
}

function once(seen: Map<string, string>, key: string, here: string, fault: (where: string) => void): void {
  const where = seen.get(key);
  if (where === undefined) seen.set(key, here);
  else fault(where);
}

function toEntry(raw: z.infer<typeof fileSchema>['entries'][number], device: Entry['device'], category: string): Entry {
  const { unless, neutral, why, source, finds, ignores, direction, strength, id, stance, takes, pos } = raw;
  return {
    id,
    device,
    category,
    terms: raw.terms,
    pos,
    direction,
    strength,
    unless,
    onlyWith: raw['only-with'],
    notWith: raw['not-with'],
    neutral,
    why,
    source,
    finds,
    ignores,
    ...(raw.structural ? { structural: true } : {}),
    ...(stance ? { stance } : {}),
    ...(takes ? { takes } : {}),
  };
}

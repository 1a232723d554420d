import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compileFrames } from '../compare/frames.js';
import { compileMirrors, SAID_OF } from '../compare/mirrors.js';
import type { CompiledWordLists } from '../compare/word-lists.js';
import { ParallaxError } from '../text/error.js';
import type { Inflect } from '../text/inflect.js';
import { compileRelated, type RelatedWords } from '../topics/related.js';
import { readYaml } from './read-files.js';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not of small letters, digits and hyphens');
const terms = z.array(z.string().regex(/^[^A-Z]+$/, 'is not in small letters')).min(1);

const relatedSchema = z.strictObject({
  about: text,
  families: z.array(z.strictObject({ id: text, words: z.array(text).min(2) })),
  empty: z.array(text),
});
const framesSchema = z.strictObject({
  about: text,
  frames: z.array(
    z.strictObject({
      id,
      name: text,
      about: text,
      source: text,
      cues: terms,
      unless: z.array(text).default([]),
      finds: z.array(z.string().regex(/\[[^\]]+\]/, 'shows no mark in [brackets]')).min(1),
      ignores: z.array(z.string().regex(/^[^[\]]+$/, 'has brackets')).min(1),
    }),
  ),
});
const side = z.strictObject({ label: text, terms, plain: z.literal(true).optional() });
const mirrorsSchema = z.strictObject({
  about: text,
  pairs: z.array(
    z.strictObject({
      id,
      word: side,
      mirror: side,
      unless: z.array(text).default([]),
      'said-of': z.enum(SAID_OF).default('bearer'),
      why: text,
      source: text,
    }),
  ),
});

/**
 * Reads and checks the word lists that comparing needs, and compiles them.
 * @throws {ParallaxError} `lexicon`, naming file, row and remedy
 */
export function readWordLists(folder: string, inflect: Inflect, works: ReadonlySet<string>): CompiledWordLists {
  const { frames } = readYaml(join(folder, 'frames.yaml'), framesSchema, 'lexicon/frames.yaml');
  const mirrors = readYaml(join(folder, 'mirrors.yaml'), mirrorsSchema, 'lexicon/mirrors.yaml');
  const pairs = mirrors.pairs.map(({ 'said-of': saidOf, ...pair }) => ({ ...pair, saidOf }));
  for (const [file, rows] of [
    ['frames.yaml', frames],
    ['mirrors.yaml', pairs],
  ] as const)
    checkRows(`lexicon/${file}`, rows, works);
  return {
    related: compileRelated(readRelated(folder), inflect),
    frames: compileFrames(frames, inflect),
    mirrors: compileMirrors(pairs, inflect),
    rarity: { words: readFileSync(join(folder, 'common-words.txt'), 'utf8').trim().split('\n') },
  };
}

/** Families of related words for topics typed in plain words. */
export function readRelated(folder: string): RelatedWords {
  const { families, empty } = readYaml(join(folder, 'related.yaml'), relatedSchema, 'lexicon/related.yaml');
  return { families, empty };
}

function checkRows(
  file: string,
  rows: readonly { readonly id: string; readonly source: string }[],
  works: ReadonlySet<string>,
): void {
  const ids = new Set<string>();
  for (const row of rows) {
    if (ids.has(row.id)) throw new ParallaxError('lexicon', `${file}: ${row.id} stands twice`, 'rename one');
    ids.add(row.id);
    if (!works.has(row.source.split(',')[0] ?? ''))
      throw new ParallaxError(
        'lexicon',
        `${file}, ${row.id}: its source "${row.source}" is no key of sources.yaml`,
        'cite a key of sources.yaml, or "usage"',
      );
  }
}

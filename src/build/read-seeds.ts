import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REFERENT_KINDS, type Referent } from '../devices/referent.js';
import { ParallaxError } from '../text/error.js';
import type { SeedCorpus, Stated } from '../corpus/corpus.js';
import type { Topic } from '../topics/topic.js';
import { decode } from '../text/decode.js';
import { readYaml } from './read-files.js';

const text = z.string().trim().min(1);
const strings = z.array(text).default([]);
const label = z
  .strictObject({
    label: text,
    terms: z.array(text).min(1),
    contested: z.boolean().default(false),
    here: z.literal(true).optional(),
    why: text.default('A name in plain use.'),
    source: text.default('usage'),
    finds: strings,
    ignores: strings,
  })
  .refine(
    (each) => !each.contested || (each.finds.length > 0 && each.ignores.length > 0),
    'is contested and needs finds and ignores',
  );
const namesSchema = z.strictObject({
  about: text,
  referents: z.array(
    z.strictObject({
      id: text,
      name: text,
      kind: z.enum(REFERENT_KINDS),
      of: text.optional(),
      labels: z.array(label).min(1),
    }),
  ),
});

const group = z.array(text).min(1);
const topicsSchema = z.strictObject({
  about: text,
  topics: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      title: text,
      question: text,
      cues: z
        .array(
          z.union([
            z.strictObject({ alone: group }),
            z.strictObject({ together: z.array(group).min(2), near: z.boolean().default(true) }),
          ]),
        )
        .min(1),
      not: strings,
      event: z.strictObject({ date: z.string().regex(/^\d{4}(?:-\d\d){0,2}$/), what: text }).optional(),
    }),
  ),
});

const stated = z.union([z.literal('unknown'), z.strictObject({ is: text, stated: text })]);
const corpusSchema = z.strictObject({
  id: text,
  title: text,
  documents: z.array(
    z.strictObject({
      id: text,
      file: text,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      short: text,
      title: stated,
      outlet: stated,
      author: stated,
      date: stated,
      latest: z.strictObject({ mentions: text, stated: text }).optional(),
    }),
  ),
});

/**
 * Reads and checks the built-in corpus: bytes against their SHA-256, every statement about a document against its text.
 * @throws {ParallaxError} `seeds`, naming file, place and remedy
 */
export function readSeeds(folder: string): SeedCorpus {
  const corpus = readYaml(join(folder, 'corpus.yaml'), corpusSchema, 'seeds/corpus.yaml');
  const names = readYaml(join(folder, 'names.yaml'), namesSchema, 'seeds/names.yaml');
  const topics = readYaml(join(folder, 'topics.yaml'), topicsSchema, 'seeds/topics.yaml');
  return {
    id: corpus.id,
    title: corpus.title,
    referents: names.referents satisfies Referent[],
    topics: topics.topics.map(({ cues, ...topic }): Topic => ({
      ...topic,
      typed: false,
      cues: cues.flatMap((cue) =>
        'alone' in cue
          ? cue.alone.map((phrase) => ({ groups: [[phrase]], near: false }))
          : [{ groups: cue.together, near: cue.near }],
      ),
    })),
    documents: corpus.documents.map(({ short, latest, ...document }) => {
      const bytes = readFileSync(join(folder, 'documents', document.file));
      if (createHash('sha256').update(bytes).digest('hex') !== document.sha256) {
        throw new ParallaxError(
          'seeds',
          `seeds/documents/${document.file} is not the file that corpus.yaml describes`,
          'restore it byte for byte',
        );
      }
      const { text: stored, warnings } = decode(bytes, document.file);
      const check = (field: Stated | 'unknown' | { stated: string } | undefined): void => {
        if (field !== undefined && field !== 'unknown' && !stored.includes(field.stated)) {
          throw new ParallaxError(
            'seeds',
            `seeds/corpus.yaml, document ${document.id}: its text does not say "${field.stated}"`,
            'quote the text, or write unknown',
          );
        }
      };
      for (const field of [document.title, document.outlet, document.author, document.date, latest]) check(field);
      return { ...document, short, latest, text: stored, warnings };
    }),
  };
}

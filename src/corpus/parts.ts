import { readFileSync } from 'node:fs';
import { fold } from '../text/fold.js';
import { furnitureRules, type FurniturePhrases, type PartLines } from '../text/furniture.js';
import { linesOf } from '../text/lines-of.js';
import type { Part } from '../text/reading.js';
import type { Span } from '../text/span.js';
import { FURNITURE_FILE } from './compiled.js';
import { articleAlone, withBlanked, type Corrections } from './corrected.js';

let rules: PartLines | undefined;

/** The parts of a text as its reading will tell them, without reading it: in milliseconds, before anything is saved. */
export function partsOf(text: string, article: readonly Span[] = []): Part[] {
  rules ??= furnitureRules(JSON.parse(readFileSync(FURNITURE_FILE, 'utf8')) as FurniturePhrases);
  const folded = fold(text);
  const origin = folded.origins();
  const lines = linesOf(folded, rules, article);
  return lines.map(({ kind, start, end }) => ({ kind, start: origin(start), end: origin(end) }));
}

/** The same of a text whose extent a reader corrected. */
export function correctedParts(text: string, corrections: Corrections): Part[] {
  return withBlanked(partsOf(articleAlone(text, corrections), corrections.article), text, corrections);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A longer line is no paragraph; the segmenter takes more than linear time over it. */
const LONGEST_LINE = 4_000;

/** A part cut into sentences by the language's own rules: near to the reading's, and enough to point with. */
export function sentencesIn(text: string, { start, end, kind }: Part): Part[] {
  const sentences: Part[] = [];
  for (let at = start; at < end; at += LONGEST_LINE) {
    for (const { index, segment } of segmenter.segment(text.slice(at, Math.min(end, at + LONGEST_LINE)))) {
      const from = at + index + (segment.length - segment.trimStart().length);
      const to = from + segment.trim().length;
      if (to > from) sentences.push({ kind, start: from, end: to });
    }
  }
  return sentences;
}

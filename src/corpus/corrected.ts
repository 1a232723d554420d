import type { Part, Reading } from '../text/reading.js';
import { apart, type Span } from '../text/span.js';

/** What a reader corrected of an article's extent in its page. */
export interface Corrections {
  /** What the article stands in; null as Parallax tells it. */
  readonly region: Span | null;
  /** Stretches that are furniture. */
  readonly furniture: readonly Span[];
  /** Stretches that Parallax takes for furniture and that are the article's; what is furniture by hand stays so. */
  readonly article: readonly Span[];
}

export const UNCORRECTED: Corrections = { region: null, furniture: [], article: [] };

/** The text with everything blanked that is not the article's, one unit for one, so that offsets stay the stored text's. */
export function articleAlone(text: string, corrections: Corrections): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of outside(text.length, corrections)) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** The reading of an article alone as that of its page: the stored text, and what was blanked as furniture, a part a line. */
export function onItsPage(reading: Reading, text: string, corrections: Corrections): Reading {
  const parts = withBlanked(reading.parts, text, corrections);
  const place = new Map(parts.map((part, index) => [part, index]));
  const sentences = reading.sentences.map((sentence) => {
    const part = reading.parts[sentence.part];
    return { ...sentence, part: part ? (place.get(part) ?? 0) : 0 };
  });
  return { ...reading, text, parts, sentences };
}

/** The parts of an article alone and, as furniture, what was blanked round them. */
export function withBlanked(parts: readonly Part[], text: string, corrections: Corrections): Part[] {
  const blanked = outside(text.length, corrections).flatMap((span) => linesIn(text, span));
  return [...parts, ...blanked].sort((a, b) => a.start - b.start);
}

/** Spans outside the article, in order and apart. */
function outside(length: number, { region, furniture }: Corrections): Span[] {
  const round = region
    ? [
        { start: 0, end: region.start },
        { start: region.end, end: length },
      ]
    : [];
  return apart([...round, ...furniture]);
}

function linesIn(text: string, { start, end }: Span): Part[] {
  const parts: Part[] = [];
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const to = newline < 0 || newline > end ? end : newline;
    const line = text.slice(at, to);
    const from = at + (line.length - line.trimStart().length);
    const words = line.trim();
    if (words !== '') parts.push({ kind: 'furniture', start: from, end: from + words.length });
    at = to + 1;
  }
  return parts;
}

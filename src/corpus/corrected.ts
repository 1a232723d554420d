import type { Part, Reading } from '../text/reading.js';
import type { Span } from '../text/span.js';

/** What a reader corrected of an article's extent in its page: the region it stands in, stretches that are furniture. */
export interface Corrections {
  readonly region: Span | null;
  readonly furniture: readonly Span[];
}

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
  const blanked = outside(text.length, corrections).flatMap((span) => linesIn(text, span));
  const parts = [...reading.parts, ...blanked].sort((a, b) => a.start - b.start);
  const place = new Map(parts.map((part, index) => [part, index]));
  const sentences = reading.sentences.map((sentence) => {
    const part = reading.parts[sentence.part];
    return { ...sentence, part: part ? (place.get(part) ?? 0) : 0 };
  });
  return { ...reading, text, parts, sentences };
}

/** Spans outside the article, in order and apart. */
function outside(length: number, { region, furniture }: Corrections): Span[] {
  const spans = [
    ...(region
      ? [
          { start: 0, end: region.start },
          { start: region.end, end: length },
        ]
      : []),
    ...furniture,
  ].sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) apart.push({ start, end });
  }
  return apart;
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

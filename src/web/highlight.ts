import type { DeviceId } from '../devices/lexicon/entry.js';
import type { Span } from '../text/span.js';
import { closed } from '../text/bidi.js';

/** What a marked span shows: its device, and the code that leads to its note. */
export interface Mark extends Span {
  readonly device: DeviceId;
  /** "L1"; none where the page marks without notes. */
  readonly code?: string | undefined;
  /** Spoken with the code: "Loaded terms". */
  readonly label?: string | undefined;
  /** Whether this is the code's first place on the page, which its note leads back to. */
  readonly first?: boolean | undefined;
  /** Drawn lighter: not in the voice that is counted. */
  readonly aside?: boolean | undefined;
  /** A reader objects to it: its code is struck through. */
  readonly disputed?: boolean | undefined;
}

/** A piece of text between two neighbouring span boundaries. */
export interface Segment<M extends Span = Mark> {
  readonly text: string;
  /** Spans that cover the piece, outer ones first. */
  readonly marks: readonly M[];
  /** Spans whose last piece this is. */
  readonly ends: readonly M[];
}

declare const escaped: unique symbol;
/** HTML in which every piece of text has been escaped: all that `<%-` may print beside includes. */
export type Markup = string & { readonly [escaped]: true };

/**
 * Cuts a text at every boundary of its marks, so that any overlaps work. `offset` is where the text begins in the
 * document that the spans point into; parts of spans outside the text are left out.
 */
export function highlight<M extends Span>(text: string, marks: readonly M[], offset = 0): Segment<M>[] {
  const inside = marks
    .map((mark) => ({ mark, start: Math.max(0, mark.start - offset), end: Math.min(text.length, mark.end - offset) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = [...new Set([0, ...inside.flatMap(({ start, end }) => [start, end]), text.length])].sort(
    (a, b) => a - b,
  );
  const segments: Segment<M>[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? from;
    open = open.filter(({ end }) => end > from);
    while (next < inside.length && (inside[next]?.start ?? 0) <= from) {
      open.push(...inside.slice(next, next + 1));
      next += 1;
    }
    segments.push({
      text: text.slice(from, to),
      marks: open.map(({ mark }) => mark),
      ends: open.filter(({ end }) => end === to).map(({ mark }) => mark),
    });
  }
  return segments;
}

/** Segments → HTML. Marks nest within a piece, so that each draws its own underline. */
export function markup(segments: readonly Segment[]): Markup {
  let html = '';
  let codes = '';
  for (const { text, marks, ends } of segments) {
    let open = '';
    let close = '';
    for (const { device, aside } of marks) {
      open += aside ? `<mark class="${device} aside">` : `<mark class="${device}">`;
      close += '</mark>';
    }
    html += open + escapeText(text) + close;
    for (const end of ends) codes += codeLink(end);
    // Codes wait for the end of all marks that overlap, so that none stands inside another's words.
    if (ends.length === marks.length) {
      html += codes;
      codes = '';
    }
  }
  return html as Markup;
}

/** A text with its marks, ready for a page. */
export function marked(text: string, marks: readonly Mark[], offset = 0): Markup {
  // A text's own closers, if any, stand behind all of it.
  return (markup(highlight(text, marks, offset)) + closed(text).slice(text.length)) as Markup;
}

function codeLink({ code, device, label, first, aside, disputed }: Mark): string {
  if (code === undefined) return '';
  const id = first ? ` id="m-${code}"` : '';
  return `<sup class="code ${device}${aside ? ' aside' : ''}"><a${id} href="#n-${code}" aria-label="${code}, ${escapeText(label ?? device)}${disputed ? ', disputed' : ''}">${disputed ? `<s>${code}</s>` : code}</a></sup>`;
}

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

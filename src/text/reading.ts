import type { Forms } from './form.js';
import type { Span } from './span.js';

/** The tagger's universal part-of-speech tags; a token keeps its index here. */
export const TAGS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const;
export type Tag = (typeof TAGS)[number];

/** A column of a table: the narrowest typed array that holds its values. */
export type Column = Uint8Array | Uint16Array | Uint32Array;

/**
 * Tokens as columns: a 6 KB article is some 1,100 tokens, and an object each would weigh ten times the text.
 * A token's own text is `text.slice(start[i], start[i] + length[i])`; its folded form is made when it is asked for.
 */
export interface Tokens {
  readonly start: Column;
  readonly length: Column;
  readonly tag: Uint8Array;
}

/** What a stretch of a document is to its article. Only `prose`, `title` and `heading` are the article's own argument. */
export type PartKind = 'prose' | 'title' | 'heading' | 'note' | 'biography' | 'furniture';

export const OWN_KINDS: ReadonlySet<PartKind> = new Set(['prose', 'title', 'heading']);

export interface Part extends Span {
  readonly kind: PartKind;
}

/** Tokens `[first, last)` of one part. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Index into `Reading.parts`. */
  readonly part: number;
  readonly kind: PartKind;
}

/** A pair of quotation marks and what stands between; `start` and `end` include the marks. */
export interface Quotation extends Span {
  readonly first: number;
  readonly last: number;
}

/** A document's text, parsed once. Spans are in the stored text. */
export interface Reading extends Forms {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly parts: readonly Part[];
  readonly quotations: readonly Quotation[];
  /** Stretches left unread, since they are no words: long runs without a space, addresses. */
  readonly unread: number;
}

/** Packs numbers into the narrowest column that holds them. */
export function column(values: readonly number[]): Column {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  if (most < 1 << 8) return Uint8Array.from(values);
  return most < 1 << 16 ? Uint16Array.from(values) : Uint32Array.from(values);
}

/** The span of tokens `[first, last)`; empty at the text's end when there are none. */
export function spanOf(tokens: Tokens, first: number, last: number): Span {
  const start = tokens.start[first] ?? 0;
  const end = last > first ? (tokens.start[last - 1] ?? 0) + (tokens.length[last - 1] ?? 0) : start;
  return { start, end };
}

export function tagAt(tokens: Tokens, index: number): Tag {
  return TAGS[tokens.tag[index] ?? 0] ?? 'X';
}

/** The sentence that holds token `index`, by bisection. */
export function sentenceAt(sentences: readonly Sentence[], index: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.first ?? Infinity) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

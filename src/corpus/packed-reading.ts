import { formsOf } from '../text/form.js';
import {
  spanOf,
  type Column,
  type PartKind,
  type Quotation,
  type Reading,
  type Sentence,
  type Tokens,
} from '../text/reading.js';
import { packRows, unpackRows } from './columns.js';

/** A reading as columns: what crosses threads and is kept. All that can be made again from the text is left out. */
export interface PackedReading {
  readonly start: Column;
  readonly length: Column;
  readonly tag: Uint8Array;
  /** Rows of first, last, part. */
  readonly sentences: Column;
  /** Rows of kind, start, end. */
  readonly parts: Column;
  /** Rows of first, last, start, end. */
  readonly quotations: Column;
  readonly unread: number;
}

const KINDS: readonly PartKind[] = ['prose', 'title', 'heading', 'note', 'biography', 'furniture'];

export function packReading({ tokens, sentences, parts, quotations, unread }: Reading): PackedReading {
  return {
    start: tokens.start,
    length: tokens.length,
    tag: tokens.tag,
    sentences: packRows(sentences, ({ first, last, part }) => [first, last, part]),
    parts: packRows(parts, ({ kind, start, end }) => [KINDS.indexOf(kind), start, end]),
    quotations: packRows(quotations, ({ first, last, start, end }) => [first, last, start, end]),
    unread,
  };
}

export function unpackReading(text: string, packed: PackedReading): Reading {
  const tokens = tokensOf(packed);
  return {
    text,
    tokens,
    ...formsOf(text, tokens),
    ...unpackOutline(packed),
    quotations: unpackRows(packed.quotations, 4, ([first = 0, last = 0, start = 0, end = 0]): Quotation => ({
      first,
      last,
      start,
      end,
    })),
    unread: packed.unread,
  };
}

/** Parts and sentences alone, which need no text. */
export function unpackOutline(packed: PackedReading): Pick<Reading, 'parts' | 'sentences'> {
  const tokens = tokensOf(packed);
  const parts = unpackRows(packed.parts, 3, ([kind = 0, start = 0, end = 0]) => ({
    kind: KINDS[kind] ?? 'prose',
    start,
    end,
  }));
  return {
    sentences: unpackRows(packed.sentences, 3, ([first = 0, last = 0, part = 0]): Sentence => ({
      first,
      last,
      part,
      kind: parts[part]?.kind ?? 'prose',
      ...spanOf(tokens, first, last),
    })),
    parts,
  };
}

const tokensOf = ({ start, length, tag }: PackedReading): Tokens => ({ start, length, tag });

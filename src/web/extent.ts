import { ParallaxError } from '../text/error.js';
import type { Span } from '../text/span.js';

/** A span as a form's value: `120-260`, UTF-16 offsets into the stored text. */
export function valueOfSpan({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** @throws {ParallaxError} `bad-input` */
export function spanOfValue(value: string): Span {
  const [, start = '', end = ''] = /^(\d{1,9})-(\d{1,9})$/.exec(value) ?? [];
  if (end === '') throw notWithin();
  return { start: Number(start), end: Number(end) };
}

export function checkWithin(span: Span, length: number): Span {
  if (span.start >= span.end || span.end > length) throw notWithin();
  return span;
}

function notWithin(): ParallaxError {
  return new ParallaxError('bad-input', 'a sentence is not of this text', 'choose one from the list');
}

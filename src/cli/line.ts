import { MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { ParallaxError } from '../text/error.js';
import type { Span } from '../text/span.js';

/** A line of input, checked. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly text: string;
  readonly targets: readonly Span[] | undefined;
}

const FORM =
  'write one {"id": "…", "text": "…", "targets": [{"start": 0, "end": 5}]} a line, targets only where wanted';

/** @throws {ParallaxError} naming the line and what is wrong with it */
export function parseLine(line: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ParallaxError('bad-option', `line ${number} is not JSON`, FORM);
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new ParallaxError('bad-option', `line ${number} has no text`, FORM);
  }
  if (value.text.length > MAX_DOCUMENT_BYTES)
    throw new ParallaxError('too-large', `the text of line ${number} is larger than 8 MB`, 'split it');
  const id =
    'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? String(value.id) : String(number);
  const targets = 'targets' in value ? parseTargets(value.targets, value.text.length, number) : undefined;
  return { number, id, text: value.text.toWellFormed(), targets };
}

/** The cost of a target is its sentence; this many are more than any text names. */
const MOST_TARGETS = 1000;

function parseTargets(value: unknown, length: number, number: number): Span[] {
  if (!Array.isArray(value)) throw new ParallaxError('bad-option', `the targets of line ${number} are no list`, FORM);
  if (value.length > MOST_TARGETS)
    throw new ParallaxError('too-large', `line ${number} has more than ${MOST_TARGETS} targets`, 'split it');
  return value.map((target: unknown, index) => {
    const { start, end } = (typeof target === 'object' && target !== null ? target : {}) as Partial<Span>;
    if (!isOffset(start) || !isOffset(end) || start >= end || end > length)
      throw new ParallaxError(
        'bad-option',
        `target ${index + 1} of line ${number} is no stretch of its text`,
        `give start and end as whole numbers, 0 ≤ start < end ≤ ${length}, counted in UTF-16 units`,
      );
    return { start, end };
  });
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

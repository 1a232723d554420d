import type { Corrections } from '../corpus/corrected.js';
import { ParallaxError } from '../text/error.js';
import { overlaps, type Span } from '../text/span.js';
import type { Body } from './body.js';

/** What a form says of an article's extent: `start-end` of sentences; empty as Parallax tells them. */
export interface TypedExtent {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly furniture?: readonly string[] | undefined;
  readonly article?: readonly string[] | undefined;
}

/** The form's part with fields `first`, `last`, `furniture`, `article` and the suffix; undefined where it has none. */
export function typedExtent({ fields }: Body, suffix: string): TypedExtent | undefined {
  const of = (name: string): readonly string[] | undefined => fields.get(`${name}${suffix}`);
  const [first, last, furniture, article] = [of('first'), of('last'), of('furniture'), of('article')];
  if (!first && !last && !furniture && !article) return undefined;
  return { first: first?.[0], last: last?.[0], furniture, article };
}

/** @throws {ParallaxError} `bad-input` for spans that are none of the text, or that contradict one another */
export function extentOf({ first, last, furniture = [], article = [] }: TypedExtent, length: number): Corrections {
  const spanOf = (value: string): Span => checkWithin(spanOfValue(value), length);
  const from = first ? spanOf(first) : undefined;
  const to = last ? spanOf(last) : undefined;
  const region = from || to ? { start: from?.start ?? 0, end: to?.end ?? length } : null;
  if (region && region.start >= region.end)
    throw new ParallaxError(
      'bad-input',
      'the last sentence stands before the first',
      'choose a last sentence that follows the first',
    );
  const extent = { region, furniture: furniture.map(spanOf), article: article.map(spanOf) };
  if (extent.article.some((own) => extent.furniture.some((each) => overlaps(own, each))))
    throw new ParallaxError(
      'bad-input',
      'a sentence is ticked as furniture and as part of the article',
      'leave one of the two',
    );
  return extent;
}

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

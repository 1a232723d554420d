import { articleAlone, type Corrections } from '../../corpus/corrected.js';
import { partsOf, sentencesIn } from '../../corpus/parts.js';
import { OWN_KINDS } from '../../text/reading.js';
import { overlaps, type Span } from '../../text/span.js';
import { valueOfSpan, type TypedExtent } from '../extent.js';
import { counted, grouped } from '../prose.js';

interface SentenceRow {
  /** Where links lead to it; empty on a page of several documents. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly value: string;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isFurniture: boolean;
  /** Parallax takes it for furniture by itself. */
  readonly isTold: boolean;
  /** A reader said that it is the article's all the same. */
  readonly isArticle: boolean;
}

/** Where an article stands in its text: a table of sentences to choose from. */
export interface ExtentView {
  /** What the names of its fields end in. */
  readonly suffix: string;
  readonly label: string;
  readonly rows: readonly SentenceRow[];
  readonly isFirstTold: boolean;
  readonly isLastTold: boolean;
  readonly isCorrected: boolean;
  /** What is not listed, in words; empty where all is. */
  readonly rest: string;
}

export interface ExtentOptions {
  readonly suffix?: string;
  readonly label?: string;
  /** Sentences that are listed; beyond them only those that something was said of. */
  readonly most?: number;
  /** What a refused form said, to be shown again. */
  readonly typed?: TypedExtent | undefined;
}

/** Sentences that can be chosen; a longer text is a book, whose extent is better cut before it is given. */
export const MOST_ROWS = 1_000;

export function extentView(
  text: string,
  corrections: Corrections,
  { suffix = '', label = 'Sentences', most = MOST_ROWS, typed }: ExtentOptions = {},
): ExtentView {
  const parts = partsOf(text);
  const all = parts.flatMap((part) => sentencesIn(text, part));
  const { first, last, furniture, article } = typed ? chosenIn(typed) : chosenOf(all, text.length, corrections);
  const alone = articleAlone(text, corrections);
  const folded = (alone === text ? parts : partsOf(alone)).filter(({ kind }) => !OWN_KINDS.has(kind));
  const rows = all.flatMap((span, index): SentenceRow[] => {
    const value = valueOfSpan(span);
    const [isFirst, isLast] = [value === first, value === last];
    const [isFurniture, isArticle] = [furniture.has(value), article.has(value)];
    // A form sends all of what was chosen: what it leaves out would be taken back.
    if (index >= most && !(isFirst || isLast || isFurniture || isArticle)) return [];
    const isTold = folded.some((part) => overlaps(part, span));
    const words = text.slice(span.start, span.end);
    const id = suffix === '' ? `s-${span.start}` : '';
    return [{ id, number: index + 1, value, text: words, isFirst, isLast, isFurniture, isTold, isArticle }];
  });
  return {
    suffix,
    label,
    rows,
    isFirstTold: !rows.some(({ isFirst }) => isFirst),
    isLastTold: !rows.some(({ isLast }) => isLast),
    isCorrected: first !== '' || last !== '' || furniture.size > 0 || article.size > 0,
    rest:
      all.length > rows.length
        ? `and ${counted(all.length - rows.length, 'sentence')} more, ${grouped(text.length)} characters in all`
        : '',
  };
}

/** Values of the rows that are chosen; empty as Parallax tells it. */
interface Chosen {
  readonly first: string;
  readonly last: string;
  readonly furniture: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
}

function chosenIn({ first = '', last = '', furniture = [], article = [] }: TypedExtent): Chosen {
  return { first, last, furniture: new Set(furniture), article: new Set(article) };
}

function chosenOf(all: readonly Span[], length: number, { region, furniture, article }: Corrections): Chosen {
  const within = (spans: readonly Span[]): Set<string> =>
    new Set(all.filter((span) => spans.some((each) => overlaps(each, span))).map(valueOfSpan));
  const first = region && region.start > 0 ? all.find(({ end }) => end > region.start) : undefined;
  const last = region && region.end < length ? all.findLast(({ start }) => start < region.end) : undefined;
  return {
    first: first ? valueOfSpan(first) : '',
    last: last ? valueOfSpan(last) : '',
    furniture: within(furniture),
    article: within(article),
  };
}

import { findQuantities, quantitiesAgree, type Quantity } from '../../text/quantity.js';
import { precision } from '../../text/calendar.js';
import { grouped } from '../grouped.js';
import type { OnTopic } from '../on-topic.js';
import { groupOf, type Row } from './alignment.js';
import type { Mention } from './mention.js';
import { isCommon, valuesAgree } from './one-thing.js';
import { keysOfNumber, shareWords } from './same-number.js';
import { isCapital } from './wording.js';

/** Whether another document has what a row's only document says, of whatever thing: then nobody says it alone. */
export type IsElsewhere = (row: Row) => boolean;

/** A month stands in many articles, of many things; with a word beside it in common it may be of one. */
const WORDS_OF_MONTH = 1;

/**
 * What one source alone gives is a claim about all that the others print, headlines too. A number or a day is looked for
 * by itself, a small count with its noun, a month with a word beside it, a person by the surname, another name by its
 * first two words.
 */
export function valuesElsewhere(documents: readonly OnTopic[], mentions: readonly Mention[]): IsElsewhere {
  const told = documents.flatMap(({ id, analysis: { reading } }) =>
    reading.sentences.flatMap(({ first, last, kind }) =>
      kind === 'furniture' ? [] : findQuantities(reading, first, last).map((quantity) => ({ id, quantity })),
    ),
  );
  const numbers = new Map<string, Set<string>>();
  for (const { id, quantity } of told)
    for (const key of keysOfNumber(quantity)) numbers.set(key, (numbers.get(key) ?? new Set()).add(id));
  const capitals = documentsWith(documents, ({ analysis: { reading } }) =>
    reading.forms.flatMap((form, at) =>
      isCapital(reading, at)
        ? [form, ...(isCapital(reading, at + 1) ? [`${form} ${reading.forms[at + 1] ?? ''}`] : [])]
        : [],
    ),
  );
  const dated = grouped(
    mentions.filter(({ when }) => when?.from.month !== undefined),
    ({ when }) => String(when?.from.month),
  );
  const counted = grouped(
    mentions.filter(({ kind }) => kind === 'count'),
    groupOf,
  );

  return (row) => row.some((mention) => documentsSaying(mention).some((id) => id !== mention.document.id));

  function documentsSaying(mention: Mention): readonly string[] {
    const { kind, subject, quantity, when } = mention;
    const words = subject.split('-');
    if (kind === 'person') return [...(capitals.get(words.at(-1) ?? '') ?? [])];
    // "Thornley General" is Thornley General Hospital.
    if (kind === 'body' || kind === 'place')
      return [...((words.length > 2 && capitals.get(words.slice(0, 2).join(' '))) || [])];
    if (quantity && !isCommon(mention)) {
      const rounded = told.filter((other) => isRounded(other.quantity, quantity)).map(({ id }) => id);
      return [...rounded, ...keysOfNumber(quantity).flatMap((key) => [...(numbers.get(key) ?? [])])];
    }
    const alike = quantity
      ? (counted.get(groupOf(mention)) ?? []).filter(({ value }) => value === mention.value)
      : (dated.get(String(when?.from.month)) ?? []).filter((other) => isSameDate(mention, other));
    return alike.map(({ document }) => document.id);
  }
}

/** "About 15,000 names" and "15,300 people" may be one petition. */
function isRounded(a: Quantity, b: Quantity): boolean {
  return (a.relation === '~' || b.relation === '~') && quantitiesAgree(a, b);
}

function isSameDate(a: Mention, b: Mention): boolean {
  if (!a.when || !b.when || !valuesAgree(a, b)) return false;
  const isDay = precision(a.when.from) > 2 && precision(b.when.from) > 2;
  return isDay || shareWords(a, b, WORDS_OF_MONTH);
}

function documentsWith(
  documents: readonly OnTopic[],
  keysOf: (document: OnTopic) => readonly string[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const document of documents)
    for (const key of keysOf(document)) found.set(key, (found.get(key) ?? new Set()).add(document.id));
  return found;
}

import { tagAt, type Reading, type Sentence } from '../../text/reading.js';

/** Tokens `[first, last)`. */
export type Range = readonly [first: number, last: number];

/** More mentions than this in one sentence tell nothing new; without a bound a hostile text would cost its square. */
const MOST_MENTIONS = 8;
const PRONOUN = /^(?:he|she|him|her|his|hers|himself|herself|they|them|their|theirs|themselves)$/;

/** The word that names a target: its last name or noun ("Finch" of "the mayor Tom Finch’s"). */
export function headOf({ forms, tokens }: Reading, [first, last]: Range): string | undefined {
  for (let i = last - 1; i >= first; i -= 1) {
    if (/^(?:PROPN|NOUN|PRON|X)$/.test(tagAt(tokens, i)) && /^\p{L}/u.test(forms[i] ?? '')) return forms[i];
  }
  return last > first ? forms[first] : undefined;
}

/** Where a sentence names the target: the target itself, its name again, and pronouns behind it. */
export function mentionsOf(reading: Reading, { first, last }: Sentence, target: Range): Range[] {
  const { text, forms, tokens } = reading;
  const mentions: Range[] = [target];
  const head = headOf(reading, target);
  const isName = /^\p{Lu}/u.test(text.slice(tokens.start[target[0]] ?? 0));
  for (let i = first; i < last && mentions.length < MOST_MENTIONS; i += 1) {
    const form = forms[i] ?? '';
    const outside = i < target[0] || i >= target[1];
    const named = mentions.some(([from]) => from < i);
    if (outside && ((isName && form === head) || (named && PRONOUN.test(form)))) mentions.push([i, i + 1]);
  }
  return mentions;
}

/** The tokens that a span touches, by bisection. */
export function tokensOf({ tokens }: Reading, start: number, end: number): Range {
  let first = 0;
  let high = tokens.start.length;
  while (first < high) {
    const middle = (first + high) >> 1;
    if ((tokens.start[middle] ?? 0) + (tokens.length[middle] ?? 0) <= start) first = middle + 1;
    else high = middle;
  }
  let last = first;
  while (last < tokens.start.length && (tokens.start[last] ?? 0) < end) last += 1;
  return [first, last];
}

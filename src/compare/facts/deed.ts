import { clausesIn, type Clause, type NounPhrase } from '../../text/clause.js';
import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { isFunctionWord } from '../function-word.js';
import { deedKey } from './deed-words.js';
import { partsClause } from './wording.js';

/** What is done, by and to what: by this, and not by a noun or a date alone, are two details of one thing. */
export interface Deed {
  /** Key of the verb or event noun; empty where the text has none. */
  readonly key: string;
  /** Keys of nouns and names who do it, and of those it is done to; empty where the words leave it open. */
  readonly doers: ReadonlySet<string>;
  readonly undergoers: ReadonlySet<string>;
  /** Keys of all nouns and names of the clause. */
  readonly about: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
export const NO_DEED: Deed = { key: '', doers: NONE, undergoers: NONE, about: NONE };

/** Whether one deed can be meant: the same verb or a related one, and nobody on one side who is not on the other. */
export function deedsMeet(a: Deed, b: Deed): boolean {
  return a.key !== '' && a.key === b.key && !areApart(a.doers, b.doers) && !areApart(a.undergoers, b.undergoers);
}

export function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const each of a) if (b.has(each)) common += 1;
  return common;
}

/** "Police officers" are police and officers, and not customs officers: of two names one must hold the other. */
export function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return inCommon(a, b) < Math.min(a.size, b.size);
}

/** By what two deeds are told to be the same, for mentions that can stand for one another. */
export function signatureOf({ key, doers, undergoers, about }: Deed): string {
  return [[key], doers, undergoers, about].map((each) => [...each].sort().join(' ')).join('\n');
}

const parsed = new WeakMap<Sentence, readonly Clause[]>();

export function clausesOf(reading: Reading, sentence: Sentence): readonly Clause[] {
  const known = parsed.get(sentence);
  if (known) return known;
  const { clauses } = clausesIn(reading, sentence);
  parsed.set(sentence, clauses);
  return clauses;
}

/** Keys of a noun phrase's nouns and names, with those of its "of". */
export function keysOf(reading: Reading, phrases: readonly NounPhrase[], skip?: NounPhrase): Set<string> {
  return new Set(
    phrases
      .filter((phrase) => phrase !== skip)
      .flatMap(({ first, last, tail = last }) => [...namesAndNouns(reading, first, tail)]),
  );
}

export function namesAndNouns({ forms, tokens }: Reading, first: number, last: number): Set<string> {
  const keys = new Set<string>();
  for (let i = first; i < last; i += 1) {
    const form = forms[i] ?? '';
    if (/^(?:NOUN|PROPN)$/.test(tagAt(tokens, i)) && /\p{L}{2}/u.test(form) && !isFunctionWord(form))
      keys.add(deedKey(form));
  }
  return keys;
}

/** Names and nouns from the last mark of punctuation before `at` to the next one. */
export function aboutClause(
  reading: Reading,
  sentence: Sentence,
  at: number,
  skip: readonly [number, number],
): Set<string> {
  const parts = (i: number): boolean => partsClause(reading.forms[i]) && !(i >= skip[0] && i < skip[1]);
  let first = at;
  let last = at + 1;
  while (first > sentence.first && !parts(first - 1)) first -= 1;
  while (last < sentence.last && !parts(last)) last += 1;
  const before = namesAndNouns(reading, first, Math.max(first, Math.min(last, skip[0])));
  for (const key of namesAndNouns(reading, Math.min(last, Math.max(first, skip[1])), last)) before.add(key);
  return before;
}

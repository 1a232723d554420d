import { clausesIn } from '../text/clause.js';
import { findQuantities, type Relation } from '../text/quantity.js';
import { tagAt, type Reading, type Sentence } from '../text/reading.js';
import { isFunctionWord } from './function-word.js';

/** What a sentence says of its words beyond naming them: with the same words another may say the opposite. */
export interface Claim {
  /** Tokens of words that it denies. */
  readonly denied: ReadonlySet<number>;
  /** Tokens by which it denies them. */
  readonly denying: ReadonlySet<number>;
  /** How it bounds its numbers, by each token of a numeral; plain numbers are left out. */
  readonly bounds: ReadonlyMap<number, Relation>;
}

/** Tokens of a verb, and of the heads of those who do it and to whom it is done. */
export interface Deed {
  readonly verb: number;
  readonly doers: readonly number[];
  readonly undergoers: readonly number[];
}

export function claimOf(reading: Reading, sentence: Sentence | undefined): Claim {
  const bounds = new Map<number, Relation>();
  if (!sentence) return { denied: new Set(), denying: new Set(), bounds };
  for (const { relation, numeral } of findQuantities(reading, sentence.first, sentence.last))
    if (relation !== '=') for (let at = numeral[0]; at < numeral[1]; at += 1) bounds.set(at, relation);
  return { ...denialsIn(reading, sentence), bounds };
}

export function deedsOf(reading: Reading, sentence: Sentence | undefined): Deed[] {
  return (sentence ? clausesIn(reading, sentence).clauses : []).map(({ main, doers, undergoers }) => ({
    verb: main,
    doers: doers.map(({ head }) => head),
    undergoers: undergoers.map(({ head }) => head),
  }));
}

/** `not` for a word that is denied, a relation for a number that is bounded; empty for what is plainly said. */
export function claimedOf({ denied, bounds }: Claim, token: number): string {
  return bounds.get(token) ?? (denied.has(token) ? DENIED : '');
}

export const DENIED = 'not';

/** Words that deny what follows them; "not only" denies nothing. */
const NEGATOR = /^(?:not|n't|never|neither|nor|no|nobody|none|without|.+n't|cannot)$/;
/** Verbs that say that what they govern was not done, or is not so (Karttunen 1971, negative implicatives). */
const DENIES_VERB =
  /^(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|neglect(?:s|ed|ing)?|den(?:y|ies|ied|ying))$/;
/** A negation reaches its word over an article, an auxiliary and a few adverbs; further words have other company. */
const REACH = 6;

/** "Did not condemn" and "refused to condemn" deny "condemn"; two denials of one word take each other away. */
function denialsIn(reading: Reading, { first, last }: Sentence): Pick<Claim, 'denied' | 'denying'> {
  const denied = new Set<number>();
  const denying = new Set<number>();
  for (let at = first; at < last; at += 1) {
    const form = reading.forms[at] ?? '';
    const byVerb = DENIES_VERB.test(form) && tagAt(reading.tokens, at) === 'VERB';
    if (!byVerb && !(NEGATOR.test(form) && !/^(?:only|just|least|more|less|fewer)$/.test(reading.forms[at + 1] ?? '')))
      continue;
    const target = byVerb ? nextVerb(reading, at + 1, last) : nextTelling(reading, at + 1, last);
    if (target === undefined) continue;
    denying.add(at);
    // "Did not deny paying": the verb that denies is itself denied.
    if (byVerb && denied.has(at)) continue;
    if (denied.has(target)) denied.delete(target);
    else denied.add(target);
  }
  return { denied, denying };
}

function nextTelling({ forms }: Reading, from: number, last: number): number | undefined {
  for (let at = from; at < Math.min(last, from + REACH); at += 1) {
    const form = forms[at] ?? '';
    if (!/^[\p{L}\p{N}]/u.test(form) && form !== "n't") return undefined;
    if (!isFunctionWord(form) && !form.endsWith('ly')) return at;
  }
  return undefined;
}

function nextVerb({ forms, tokens }: Reading, from: number, last: number): number | undefined {
  for (let at = from; at < Math.min(last, from + REACH); at += 1) {
    const form = forms[at] ?? '';
    if (!/^\p{L}/u.test(form)) return undefined;
    if (tagAt(tokens, at) === 'VERB' && !isFunctionWord(form)) return at;
  }
  return undefined;
}

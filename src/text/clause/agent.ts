import type { NounPhrase } from './noun-phrase.js';
import { listFrom } from './object.js';
import { isTimePhrase } from './phrase.js';
import type { Clauses } from './clauses.js';

/** Prepositional phrases between a passive and its "by" are stepped over up to this many. */
const MOST_PHRASES_BEFORE_BY = 6;

const MEANS =
  /^(?:train|car|bus|plane|boat|ship|air|sea|road|rail|land|bike|foot|post|mail|email|phone|telephone|hand|accident|chance|mistake|default|law|force|means|cent|percent|half|third|quarter|degree|margin|majority|proxy|decree|way|virtue|sight|surprise|storm|metre|meter|kilometer|mile|point|far|comparison|contrast|definition|nature|now|then|\d.*)s?$/;

export interface Agent {
  readonly phrases: readonly NounPhrase[];
  readonly certain: boolean;
}

/**
 * Who does what a passive tells: the noun phrase behind the verb's own "by". A "by" further on may belong to a noun
 * between ("was seen as a plot by the mayor"), so it decides nothing.
 */
export function agentOf(clauses: Clauses, at: number): Agent {
  const { words, phrases } = clauses;
  let direct = true;
  for (let i = at + 1; i <= at + MOST_PHRASES_BEFORE_BY; i += 1) {
    const phrase = phrases[i];
    // "was shot dead by police"
    if (phrase?.kind === 'other') continue;
    if (phrase?.kind !== 'noun' && phrase?.kind !== 'preposition') break;
    if (phrase.kind === 'noun' || words.form(phrase.first) !== 'by') {
      direct = false;
      continue;
    }
    const noun = phrases[i + 1];
    if (noun?.kind !== 'noun') continue;
    if (
      isTimePhrase(words, noun) ||
      words.tag(noun.head) === 'NUM' ||
      (noun.last - noun.first === 1 && MEANS.test(words.form(noun.head)))
    )
      continue;
    return direct ? { phrases: listFrom(clauses, i + 1), certain: true } : { phrases: [], certain: false };
  }
  return { phrases: [], certain: true };
}

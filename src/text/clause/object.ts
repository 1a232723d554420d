import type { NounPhrase } from './noun-phrase.js';
import { isTimePhrase, type Phrase } from './phrase.js';
import type { Clauses } from './clauses.js';
import { isFinite } from './clauses.js';
import { BONDS, pairsWith, SAYS, TAKES_CLAUSE } from './verb-words.js';

/** What a verb acts upon, and how far the words of the act reach: "voted against", "imposed sanctions against". */
export interface Reach {
  readonly phrases: readonly NounPhrase[];
  readonly last: number;
  readonly certain: boolean;
}

/** The object of the verb at phrase `at`: the noun phrase right behind it, or behind the preposition it pairs with. */
export function objectOf(clauses: Clauses, at: number): Reach {
  const { words, phrases } = clauses;
  const verb = phrases[at];
  if (verb?.kind !== 'verb') return { phrases: [], last: 0, certain: false };
  const none: Reach = { phrases: [], last: verb.last, certain: true };
  const next = phrases[at + 1];
  if (next?.kind === 'preposition') {
    const paired = [words.form(verb.main), words.form(verb.lead)].some((form) =>
      pairsWith(form, words.form(next.first)),
    );
    const target = phrases[at + 2];
    if (!paired || target?.kind !== 'noun' || isTimePhrase(words, target)) return none;
    return against(clauses, at + 2, { phrases: listFrom(clauses, at + 2), last: next.last, certain: true });
  }
  if (next?.kind !== 'noun' || isTimePhrase(words, next)) return { ...none, phrases: relativeObject(clauses, at) };
  if (isSubjectOfNext(clauses, at + 1)) {
    // "said Russia had left" acts on no one; "saw the plan opposed" does.
    const says = TAKES_CLAUSE.has(words.form(verb.main));
    return says ? none : { ...none, certain: false };
  }
  if (SAYS.has(words.form(verb.main)) && isBehindWords(phrases[at - 1])) return none;
  return against(clauses, at + 1, { phrases: listFrom(clauses, at + 1), last: verb.last, certain: true });
}

/** "the bill, which the senate passed" */
function relativeObject({ phrases }: Clauses, at: number): NounPhrase[] {
  if (phrases[at - 1]?.kind !== 'noun' || phrases[at - 2]?.kind !== 'relative') return [];
  const holder = phrases[at - 3]?.kind === 'comma' ? at - 4 : at - 3;
  const noun = phrases[holder];
  return noun?.kind === 'noun' && phrases[holder - 1]?.kind !== 'preposition' ? [noun] : [];
}

function isBehindWords(before: Phrase | undefined): boolean {
  return before?.kind === 'comma' || before?.kind === 'mark';
}

/** Not the sanctions are acted upon, but whom they are against; not the deal, but whom it is with. */
function against(clauses: Clauses, at: number, reach: Reach): Reach {
  const { words, phrases } = clauses;
  const preposition = phrases[at + 1];
  const target = phrases[at + 2];
  const object = phrases[at];
  if (preposition?.kind !== 'preposition' || object?.kind !== 'noun' || target?.kind !== 'noun') return reach;
  const leads = words.form(preposition.first);
  const verb = phrases[at - 1];
  // "makes relations with Peru essential"
  if (verb?.kind === 'verb' && /^ma(?:k|d)/.test(words.form(verb.main))) return reach;
  if (leads !== 'against' && !(leads === 'with' && BONDS.has(words.form(object.head)))) return reach;
  return { phrases: listFrom(clauses, at + 2), last: preposition.last, certain: true };
}

/** "A, B and C", unless the last has a verb of its own. */
export function listFrom(clauses: Clauses, at: number): NounPhrase[] {
  const { phrases } = clauses;
  const first = phrases[at];
  if (first?.kind !== 'noun') return [];
  const list = [first];
  let end = at;
  for (;;) {
    const joint = phrases[end + 1];
    const skip = joint?.kind === 'comma' && phrases[end + 2]?.kind === 'and' ? 3 : 2;
    const next = phrases[end + skip];
    const joins = joint?.kind === 'and' || skip === 3 || (joint?.kind === 'comma' && continuesList(phrases, end + 2));
    if (!joins || next?.kind !== 'noun' || isSubjectOfNext(clauses, end + skip)) return list;
    list.push(next);
    end += skip;
  }
}

function continuesList(phrases: readonly Phrase[], at: number): boolean {
  let end = at;
  while (phrases[end]?.kind === 'noun' && phrases[end + 1]?.kind === 'comma') end += 2;
  return (
    (phrases[end]?.kind === 'and' || (phrases[end]?.kind === 'noun' && phrases[end + 1]?.kind === 'and')) && end > at
  );
}

/** Whether a finite verb follows the noun phrase, over its prepositional phrases: it is that verb's subject. */
export function isSubjectOfNext({ phrases }: Clauses, at: number): boolean {
  let end = at;
  while (phrases[end + 1]?.kind === 'preposition' && phrases[end + 2]?.kind === 'noun') end += 2;
  const verb = phrases[end + 1];
  return verb?.kind === 'verb' && isFinite(verb) && verb.finite !== 'past' ? true : isPastWithObject(phrases, end + 1);
}

/** "and the police arrested two": a past tense with an object is no participle. */
function isPastWithObject(phrases: readonly Phrase[], at: number): boolean {
  const verb = phrases[at];
  // "the proof required to win the case" has its object from the infinitive.
  return verb?.kind === 'verb' && verb.finite === 'past' && verb.main === verb.lead && phrases[at + 1]?.kind === 'noun';
}

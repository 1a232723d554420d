import type { Clauses } from './clauses.js';
import type { NounPhrase } from './noun-phrase.js';
import { listFrom, objectOf } from './object.js';
import { GETS_FROM, REACTIONS, UNDERGOES } from './verb-words.js';

/** An active verb whose subject is done to, and by whom as far as a "from" says. */
export interface Undergoing {
  readonly doers: readonly NounPhrase[];
  /** Where its words end: "faced criticism from". */
  readonly last: number;
}

/** "The council faced criticism from the union": in form the council acts, in sense the union does (Fowler 1991). */
export function undergoingOf(clauses: Clauses, at: number): Undergoing | undefined {
  const { words, phrases } = clauses;
  const verb = phrases[at];
  const object = phrases[at + 1];
  if (verb?.kind !== 'verb' || object?.kind !== 'noun' || objectOf(clauses, at).phrases.length === 0) return undefined;
  const form = words.form(verb.main);
  const from = phrases[at + 2];
  const giver = phrases[at + 3];
  const isGiven = from?.kind === 'preposition' && words.form(from.first) === 'from' && giver?.kind === 'noun';
  if (isGiven && (UNDERGOES.has(form) || (GETS_FROM.has(form) && REACTIONS.has(words.form(object.head)))))
    return { doers: listFrom(clauses, at + 3), last: from.last };
  return UNDERGOES.has(form) ? { doers: [], last: object.last } : undefined;
}

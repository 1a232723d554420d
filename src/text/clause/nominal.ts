import { NOBODY, type Clauses, type Subject } from './clauses.js';
import type { NounPhrase } from './noun-phrase.js';
import { isTimePhrase } from './phrase.js';
import { TAKES_CLAUSE } from './verb-words.js';
import type { Words } from './word.js';

/** "A, B, C and D": so many are listed together at most; prepositional chains likewise. */
const MOST_STEPS = 12;

const SUBORDINATING = /^(?:after|before|since|until|till|as|than|while|like|once|except)$/;

/** The noun phrase at `at` through its prepositional phrases and its coordination. */
export function nominal(clauses: Clauses, at: number, verbAt: number): Subject {
  const { words, phrases } = clauses;
  const noun = phrases[at];
  if (noun?.kind !== 'noun') return NOBODY;
  let conjuncts: NounPhrase[] = [noun];
  let start = at;
  let certain = true;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const left = phrases[start - 1];
    const further = phrases[start - 2];
    if (left?.kind === 'preposition') {
      const preposition = words.form(left.first);
      if (SUBORDINATING.test(preposition) && !(conjuncts[0] && isTimePhrase(words, conjuncts[0])))
        return found(conjuncts, certain, true);
      if (further?.kind === 'noun') {
        // "the minister of health and the mayor": one person's post, or two people
        certain &&= conjuncts.length === 1 || preposition === 'between';
        conjuncts = [further];
        start -= 2;
        continue;
      }
      const holder = further?.kind === 'verb' ? relativeHolder(clauses, start - 2) : undefined;
      if (holder !== undefined) return nominal(clauses, holder, verbAt);
      const reducedTo = phrases[start - 3];
      if (further?.kind === 'verb' && isReduced(clauses, start - 2) && reducedTo?.kind === 'noun') {
        reduce(clauses, start - 2, reducedTo);
        conjuncts = [reducedTo];
        start -= 3;
        continue;
      }
      return NOBODY;
    }
    const joins = left?.kind === 'and' && /^(?:and|or|nor|&)$/.test(words.form(left.first));
    if (joins || (left?.kind === 'comma' && conjuncts.length > 1)) {
      const skip = further?.kind === 'comma' ? 3 : 2;
      const other = phrases[start - skip];
      // ", and it …" begins a clause.
      const pronoun = words.tag(conjuncts[0]?.head ?? -1) === 'PRON';
      if (pronoun && (skip === 3 || isNominative(words, conjuncts[0]))) return found(conjuncts, certain, false);
      if (other?.kind !== 'noun' || isTimePhrase(words, other)) return found(conjuncts, certain, false);
      // "The mayor, who is 61, and two pilots": the list may go on behind the relative clause.
      if (skip === 3 && closesRelative(clauses, start - 2)) return found([], false, false);
      const opener = chainStart(clauses, start - skip);
      const bound = phrases[opener - 1];
      if (bound?.kind === 'verb' && !saysClause(clauses, opener - 1)) return found(conjuncts, certain, false);
      if (bound?.kind === 'preposition') return { ...found(conjuncts, false, false), phrases: [] };
      conjuncts = [other, ...conjuncts];
      start -= skip;
      continue;
    }
    if (left?.kind === 'verb') return behindVerb(clauses, start - 1, conjuncts, certain, verbAt);
    if (left?.kind === 'noun')
      certain &&= isTimePhrase(words, left) || isNominative(words, conjuncts[0]) || isOpeningPhrase(clauses, start - 1);
    return found(conjuncts, certain, left?.kind === 'subordinator' || left?.kind === 'relative');
  }
  return NOBODY;
}

/** A comma that may close ", who …". */
function closesRelative({ phrases }: Clauses, comma: number): boolean {
  for (let i = comma - 1; i > comma - MOST_STEPS && i > 0; i -= 1)
    if (phrases[i]?.kind === 'comma') return phrases[i + 1]?.kind === 'relative';
  return false;
}

function found(phrases: readonly NounPhrase[], certain: boolean, embedded: boolean): Subject {
  return { ...NOBODY, phrases, certain, embedded };
}

/** A verb stands before the noun phrase: "said Russia had left", "adopted a plan opposed by", "the man carrying X shot". */
function behindVerb(
  clauses: Clauses,
  verbBefore: number,
  conjuncts: readonly NounPhrase[],
  certain: boolean,
  verbAt: number,
): Subject {
  const { words, phrases } = clauses;
  const verb = phrases[verbAt];
  const before = phrases[verbBefore];
  const described = phrases[verbBefore - 1];
  // "the measures adopted last year failed"
  if (
    conjuncts[0] &&
    isTimePhrase(words, conjuncts[0]) &&
    described?.kind === 'noun' &&
    isReduced(clauses, verbBefore)
  ) {
    reduce(clauses, verbBefore, described);
    return nominal(clauses, verbBefore - 1, verbAt);
  }
  if (verb?.kind !== 'verb' || before?.kind !== 'verb') return NOBODY;
  if (saysClause(clauses, verbBefore) || isNominative(words, conjuncts[0])) return found(conjuncts, certain, true);
  const relative = relativeHolder(clauses, verbBefore);
  if (relative !== undefined) return nominal(clauses, relative, verbAt);
  const holder = phrases[verbBefore - 1];
  if (before.finite === 'participle' && holder?.kind === 'noun' && verb.finite !== 'past')
    return { ...nominal(clauses, verbBefore - 1, verbAt), reduced: false };
  if (verb.finite === 'past') return { ...found(conjuncts, certain, true), reduced: true };
  return { ...found(conjuncts, false, true), phrases: [] };
}

/** "residents who have lived there for years may", "the strike that the union called on Monday cost": the noun that holds the clause. */
function relativeHolder({ phrases }: Clauses, at: number): number | undefined {
  if (phrases[at - 1]?.kind === 'relative') return phrases[at - 2]?.kind === 'noun' ? at - 2 : undefined;
  const opens = phrases[at - 2]?.kind;
  const holds = phrases[at - 1]?.kind === 'noun' && (opens === 'relative' || opens === 'subordinator');
  return holds && phrases[at - 3]?.kind === 'noun' ? at - 3 : undefined;
}

/** A verb group that takes a clause at once, and does not stand as a passive. */
function saysClause({ words, phrases }: Clauses, at: number): boolean {
  const verb = phrases[at];
  return verb?.kind === 'verb' && !verb.passive && TAKES_CLAUSE.has(words.form(verb.main));
}

function isNominative(words: Words, noun: NounPhrase | undefined): boolean {
  return noun !== undefined && /^(?:i|he|she|they|we)$/.test(words.form(noun.head));
}

/** A participle behind its noun with a prepositional phrase: "protests sparked by rents". */
export function isReduced({ phrases }: Clauses, at: number): boolean {
  const verb = phrases[at];
  return verb?.kind === 'verb' && (verb.finite === 'past' || verb.finite === 'participle');
}

export function reduce({ subjects }: Clauses, at: number, noun: NounPhrase): void {
  subjects.set(at, { ...NOBODY, phrases: [noun], certain: true, embedded: true, reduced: true });
}

/** Where a chain "X of Y in Z" begins, from its last noun phrase. */
export function chainStart({ phrases }: Clauses, at: number): number {
  let start = at;
  while (phrases[start - 1]?.kind === 'preposition' && phrases[start - 2]?.kind === 'noun') start -= 2;
  return start;
}

/** "On Monday, …": a prepositional phrase that opens the sentence is no item of a list. */
export function isOpeningPhrase(clauses: Clauses, at: number): boolean {
  let start = chainStart(clauses, at);
  while (clauses.phrases[start - 1]?.kind === 'preposition') start -= 1;
  return clauses.phrases.slice(0, start).every(({ kind }) => kind === 'comma' || kind === 'and' || kind === 'mark');
}

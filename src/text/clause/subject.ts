import { NOBODY, type Clauses, type Subject } from './clauses.js';
import { nominal, reduce } from './nominal.js';
import { isTimePhrase } from './phrase.js';
import { acrossParenthesis, sharedSubject } from './shared-subject.js';
import { SAYS } from './verb-words.js';

/** The subject of the verb at phrase `at`: looked for to its left, in the patterns listed here and no others. */
export function subjectOf(clauses: Clauses, at: number): Subject {
  const { phrases } = clauses;
  const inverted = invertedSubject(clauses, at) ?? speakerBehind(clauses, at);
  if (inverted) return inverted;
  const before = phrases[at - 1];
  switch (before?.kind) {
    case 'noun': {
      // "Lind (the mayor) on Monday asked"
      const isAside = isTimePhrase(clauses.words, before) && phrases[at - 3]?.kind === 'close';
      return isAside ? acrossParenthesis(clauses, at - 3, at) : nominal(clauses, at - 1, at);
    }
    case 'relative':
      return antecedent(clauses, at - 1);
    case 'verb': {
      // "the man arrested denied it"
      const noun = phrases[at - 2];
      // "the mayor said there was": no participle stands before "there".
      const isThere = clauses.words.form(before.last) === 'there';
      if (noun?.kind !== 'noun' || before.finite !== 'past' || isThere) return NOBODY;
      reduce(clauses, at - 1, noun);
      return nominal(clauses, at - 2, at);
    }
    case 'and':
      return sharedSubject(clauses, at);
    case 'comma':
      return describedBefore(clauses, at) ?? acrossParenthesis(clauses, at - 1, at);
    case 'dash':
    case 'close':
      return acrossParenthesis(clauses, at - 1, at);
    default:
      return NOBODY;
  }
}

/** "Did the council ignore …?", "… has the council ignored?" */
function invertedSubject({ words, phrases }: Clauses, at: number): Subject | undefined {
  const verb = phrases[at];
  const noun = phrases[at - 1];
  const auxiliary = phrases[at - 2];
  if (verb?.kind !== 'verb' || noun?.kind !== 'noun' || auxiliary?.kind !== 'verb' || auxiliary.finite !== 'bare')
    return undefined;
  const opens = phrases[at - 3];
  const asks = !opens || /^(?:subordinator|and|mark|stop)$/.test(opens.kind) || words.form(opens.first) === 'who';
  if (!asks || auxiliary.last !== noun.first) return undefined;
  return { ...NOBODY, phrases: [noun], certain: true, auxiliary };
}

/** "The union, angered by the cuts, …" */
function describedBefore(clauses: Clauses, at: number): Subject | undefined {
  const { words, phrases } = clauses;
  const verb = phrases[at];
  const by = phrases[at + 1];
  if (verb?.kind !== 'verb' || verb.finite !== 'past' || by?.kind !== 'preposition' || words.form(by.first) !== 'by')
    return undefined;
  return phrases[at - 2]?.kind === 'noun' ? { ...nominal(clauses, at - 2, at), reduced: true } : undefined;
}

/** "…, said the mayor." */
function speakerBehind(clauses: Clauses, at: number): Subject | undefined {
  const { words, phrases } = clauses;
  const verb = phrases[at];
  const before = phrases[at - 1];
  const noun = phrases[at + 1];
  if (verb?.kind !== 'verb' || noun?.kind !== 'noun' || !SAYS.has(words.form(verb.main))) return undefined;
  if (before?.kind !== 'mark' && before?.kind !== 'comma') return undefined;
  if (isTimePhrase(words, noun)) return undefined;
  // "Lind, the mayor, said the port never shut": behind a comma nothing of a clause of its own may follow.
  let end = at + 1;
  while (phrases[end + 1]?.kind === 'preposition' && phrases[end + 2]?.kind === 'noun') end += 2;
  const next = phrases[end + 1]?.kind ?? 'stop';
  const closes = /^(?:stop|dash|open|relative|subordinator)$/.test(next);
  const further = phrases[end + 2];
  const isAdded = further?.kind === 'verb' && further.finite === 'participle';
  const mayClose = next === 'comma' && (words.tag(noun.head) === 'PROPN' || isAdded);
  if (before.kind === 'comma' && !closes && !mayClose) return undefined;
  return { ...NOBODY, phrases: [noun], certain: true };
}

/** "The firm, which …": the noun phrase before; behind "X of Y" the words do not say whose clause it is. */
function antecedent(clauses: Clauses, relative: number): Subject {
  const { words, phrases } = clauses;
  const at = phrases[relative - 1]?.kind === 'comma' ? relative - 2 : relative - 1;
  const noun = phrases[at];
  if (noun?.kind !== 'noun') return { ...NOBODY, embedded: true };
  const before = phrases[at - 1];
  const certain = before?.kind !== 'preposition' && before?.kind !== 'and' && !isTimePhrase(words, noun);
  return { ...NOBODY, phrases: certain ? [noun] : [], certain, embedded: true };
}

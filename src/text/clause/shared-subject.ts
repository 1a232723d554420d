import { isFinite, NOBODY, type Clauses, type Subject } from './clauses.js';
import { chainStart, isOpeningPhrase, nominal } from './nominal.js';
import type { VerbGroup } from './verb-group.js';
import { SAYS } from './verb-words.js';

/** Between commas or dashes up to this many phrases are stepped over. */
const MOST_PHRASES_BETWEEN = 16;
/** "The mayor, a banker, resigned": what stands before the opening comma, if what is between is no clause of its own. */
export function acrossParenthesis(clauses: Clauses, closing: number, at: number): Subject {
  const { phrases } = clauses;
  const closer = phrases[closing]?.kind;
  const opens = closer === 'close' ? 'open' : closer;
  let open = closing - 1;
  while (open > 0 && closing - open <= MOST_PHRASES_BETWEEN && phrases[open]?.kind !== opens) open -= 1;
  // ", who said that X, and Y, vetoed": a relative clause reaches back over a comma of its own.
  for (
    let earlier = open - 1;
    closer === 'comma' && earlier > 0 && closing - earlier <= MOST_PHRASES_BETWEEN;
    earlier -= 1
  )
    if (
      phrases[earlier]?.kind === 'comma' &&
      phrases[earlier + 1]?.kind === 'relative' &&
      phrases[open + 1]?.kind !== 'relative'
    )
      open = earlier;
  // "Lind (51), the mayor, resigned"
  let held = open - 1;
  if (closer === 'comma' && phrases[held]?.kind === 'close')
    while (held > 0 && open - held <= MOST_PHRASES_BETWEEN && phrases[held + 1]?.kind !== 'open') held -= 1;
  const holder = phrases[held];
  const aside = closer === 'close' || isAside(clauses, open + 1, closing);
  if (phrases[open]?.kind !== opens || holder?.kind !== 'noun' || !aside)
    return closer === 'comma' ? sharedSubject(clauses, at) : NOBODY;
  const start = chainStart(clauses, held);
  const listed = phrases[start - 1]?.kind === 'comma' && phrases[start - 2]?.kind === 'noun';
  const subject = nominal(clauses, held, at);
  if (subject.phrases.length === 0) return sharedSubject(clauses, at);
  if (listed && !isOpeningPhrase(clauses, start - 2)) return { ...subject, phrases: [], certain: false };
  // "The mayor, and the council in particular, agreed"
  const partner = phrases[open + 2];
  const joined = phrases[open + 1]?.kind === 'and' && partner?.kind === 'noun';
  return joined ? { ...subject, phrases: [...subject.phrases, partner] } : subject;
}

function isAside(clauses: Clauses, from: number, to: number): boolean {
  const { words, phrases } = clauses;
  const first = phrases[from];
  if (!first || from >= to) return true;
  if (first.kind === 'relative' || first.kind === 'preposition' || first.kind === 'subordinator') return true;
  if (first.kind === 'verb') return first.finite === 'past' || first.finite === 'participle';
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i];
    if (phrase?.kind !== 'verb' || phrase.finite === 'infinitive' || phrase.finite === 'participle') continue;
    const behindRelative = phrases.slice(from, i).some(({ kind }) => kind === 'relative');
    // "the plan, the mayor said, failed"
    if (!behindRelative && !(i === to - 1 && SAYS.has(words.form(phrase.main)))) return false;
  }
  return true;
}

/** "adopted X and recognised Y": the verb before has the same subject; which verb, where one hangs on another, only its tense can tell. */
export function sharedSubject({ phrases, subjects }: Clauses, at: number): Subject {
  const verb = phrases[at];
  if (verb?.kind !== 'verb') return NOBODY;
  let inner: { readonly verb: VerbGroup; readonly subject: Subject } | undefined;
  for (let i = at - 1; i >= 0; i -= 1) {
    const earlier = phrases[i];
    if (earlier?.kind === 'stop' || earlier?.kind === 'mark') break;
    const subject = subjects.get(i);
    if (earlier?.kind !== 'verb' || !subject || subject.reduced || !isFinite(earlier)) continue;
    if (!subject.embedded) {
      if (!inner) return { ...subject, shared: true };
      if (sameWords(inner.subject, subject)) return { ...subject, shared: true };
      const innermost = inner.verb.tense === verb.tense && earlier.tense !== verb.tense;
      return innermost ? { ...inner.subject, shared: true } : NOBODY;
    }
    inner ??= { verb: earlier, subject };
  }
  return inner?.verb.tense === verb.tense ? { ...inner.subject, shared: true } : NOBODY;
}

function sameWords(a: Subject, b: Subject): boolean {
  return a.phrases.length === b.phrases.length && a.phrases.every(({ head }, i) => head === b.phrases[i]?.head);
}

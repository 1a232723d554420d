import { isFinite, type Clauses } from '../clause/clauses.js';
import type { NounPhrase } from '../clause/noun-phrase.js';
import { TAKES_CLAUSE } from '../clause/verb-words.js';
import type { CanSpeak } from './subject.js';

const NOBODY: readonly NounPhrase[] = [];

/** A clause that one of these opens tells its own deed, and may hold a participle behind it. */
const OPENS_OWN = /^(?:when|while|after|before|as|because|since|where|until|although|though)$/;

/**
 * The subject of the nearest verb before phrase `at`, for a verb without its own ("…, adding that", "and accused"). Verbs
 * between quotation marks, in relative clauses and in what somebody is said to say are passed over.
 */
export function governing(table: Clauses, at: number, canSpeak: CanSpeak): readonly NounPhrase[] {
  const { words, phrases, subjects } = table;
  let quoted = 0;
  for (let i = at - 1; i >= 0; i -= 1) {
    const verb = phrases[i];
    if (verb?.kind === 'mark') quoted += words.opens(verb.first) ? -1 : 1;
    // Who utters the whole is not told within the marks.
    if (quoted < 0) return NOBODY;
    const subject = subjects.get(i);
    if (quoted > 0 || verb?.kind !== 'verb' || !isFinite(verb) || !subject || subject.reduced) continue;
    if (subject.phrases.length === 0 || (subject.embedded && isHeld(table, i))) continue;
    if (subject.phrases.some((noun) => canSpeak(noun))) return subject.phrases;
    if (!subject.embedded) return NOBODY;
  }
  return NOBODY;
}

/** "In addition to demanding talks, the mayor …": the first subject behind the comma, where no verb stands before. */
export function leading({ phrases, subjects }: Clauses, at: number): readonly NounPhrase[] {
  const isFirst = phrases.slice(0, at).every((phrase) => phrase.kind !== 'verb');
  const comma = phrases.findIndex(({ kind }, i) => i > at && kind === 'comma');
  if (!isFirst || comma < 0) return NOBODY;
  for (let i = comma + 1; i < phrases.length; i += 1) {
    const phrase = phrases[i];
    const subject = subjects.get(i);
    if (phrase?.kind === 'mark' || phrase?.kind === 'stop') return NOBODY;
    if (phrase?.kind === 'verb' && isFinite(phrase) && subject && !subject.embedded) return subject.phrases;
  }
  return NOBODY;
}

/** Whether the clause of the verb at `at` hangs on a noun, or is what is said ("said X had left"). */
function isHeld({ words, phrases, subjects }: Clauses, at: number): boolean {
  const first = subjects.get(at)?.phrases[0]?.first ?? -1;
  const opens = phrases[phrases.findIndex((phrase) => phrase.first === first) - 1];
  if (phrases[at - 1]?.kind === 'relative' || opens?.kind === 'relative') return true;
  if (opens?.kind === 'verb') return TAKES_CLAUSE.has(words.form(opens.main));
  return (opens?.kind === 'subordinator' || opens?.kind === 'preposition') && !OPENS_OWN.test(words.form(opens.first));
}

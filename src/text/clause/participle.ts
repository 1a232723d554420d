import { isFinite, NOBODY, type Clauses, type Subject } from './clauses.js';
import { nominal } from './nominal.js';
import { BLAMES } from './verb-words.js';

/** A participle behind these is what the subject of the verb before does: "won by cutting fees". */
const LEADS_TO_DEED = /^(?:by|after|before|without|while|when|despite|since|in|on|upon|through|for)$/;
const OPENERS = 2;

/**
 * Whose deed a participle tells: "Despite raising fees, the city …", "won by cutting fees", "accused X of hiding data".
 * Undefined for one that tells no deed, `NOBODY` where the words do not say whose it is.
 */
export function participleSubject(clauses: Clauses, at: number): Subject | undefined {
  const { words, phrases } = clauses;
  const verb = phrases[at];
  if (verb?.kind !== 'verb') return undefined;
  // "Accused of fraud, the mayor resigned."
  const opens = phrases[at - 1];
  const leads = at < OPENERS && (!opens || opens.kind === 'preposition' || opens.kind === 'subordinator');
  if (verb.finite === 'past' && leads) return { ...leadingSubject(clauses, at), reduced: true };
  if (verb.finite !== 'participle') return undefined;
  if (/^(?:being|be|been)$/.test(words.form(verb.first))) return undefined;
  if (leads) return leadingSubject(clauses, at);
  const before = phrases[at - 1];
  if (before?.kind === 'preposition') {
    const blamed = blamedBefore(clauses, at - 1);
    if (blamed) return blamed;
    return LEADS_TO_DEED.test(words.form(before.first)) ? governingSubject(clauses, at) : undefined;
  }
  return before?.kind === 'comma' && words.form(verb.main).endsWith('ing') ? NOBODY : undefined;
}

/** Behind the comma that closes it stands the subject of the sentence. */
function leadingSubject({ words, phrases, subjects }: Clauses, at: number): Subject {
  for (let i = at + 1; i < phrases.length; i += 1) {
    const main = phrases[i];
    if (main?.kind !== 'verb' || !isFinite(main)) continue;
    const subject = subjects.get(i);
    if (!subject || subject.embedded) continue;
    const noun = subject.phrases[0];
    const comma = phrases.findIndex(
      ({ kind, first }, p) => p > at && kind === 'comma' && noun !== undefined && first < noun.first,
    );
    return comma > at && noun && words.form(noun.head) !== 'it' && !main.passive
      ? { ...subject, shared: true }
      : NOBODY;
  }
  return NOBODY;
}

/** The subject of the nearest finite verb before, if that verb is active. */
function governingSubject({ phrases, subjects }: Clauses, at: number): Subject {
  for (let i = at - 1; i >= 0; i -= 1) {
    const verb = phrases[i];
    if (verb?.kind !== 'verb' || !isFinite(verb)) continue;
    const subject = subjects.get(i);
    return subject && !verb.passive && !subject.reduced ? { ...subject, shared: true } : NOBODY;
  }
  return NOBODY;
}

function blamedBefore(clauses: Clauses, preposition: number): Subject | undefined {
  const { words, phrases, subjects } = clauses;
  if (!/^(?:of|for|with)$/.test(words.form(phrases[preposition]?.first ?? -1))) return undefined;
  const noun = phrases[preposition - 1];
  const verbAt = noun?.kind === 'noun' ? preposition - 2 : preposition - 1;
  const verb = phrases[verbAt];
  if (verb?.kind !== 'verb' || !BLAMES.has(words.form(verb.main))) return undefined;
  if (noun?.kind === 'noun') {
    const { phrases: blamed } = nominal(clauses, preposition - 1, verbAt);
    const whole = noun.first > verb.first && blamed.length === 0 ? [noun] : blamed;
    return { ...NOBODY, phrases: whole, certain: true, embedded: true };
  }
  return verb.passive ? { ...(subjects.get(verbAt) ?? NOBODY), embedded: true } : undefined;
}

import type { Clauses } from '../clause/clauses.js';
import type { NounPhrase } from '../clause/noun-phrase.js';
import { isCalendar } from '../clause/verb-words.js';
import { isFinite } from '../clause/clauses.js';
import type { Reading } from '../reading.js';
import type { Range, SpeakerWords } from '../speaker.js';

export const NOBODY: Range = [0, 0];

/** The words of one sentence that can name a speaker. */
export interface Naming {
  readonly table: Clauses;
  readonly words: SpeakerWords;
  readonly isCapital: (token: number) => boolean;
}

export function namingOf({ text, tokens }: Reading, table: Clauses, words: SpeakerWords): Naming {
  const isCapital = (token: number): boolean => {
    const start = tokens.start[token] ?? 0;
    return /^\p{Lu}/u.test(text.slice(start, start + 2));
  };
  return { table, words, isCapital };
}

/** "History has shown": a capital at a sentence's head makes no name of these. */
const ABSTRACT = /(?:[st]ion|ment|ness|ity|ism|ory|ence)$/;
/** "I" and "you" are left to the voice that says them. */
const PRONOUN = /^(?:he|she|they|it|we|him|her|them|one|anyone|everyone|someone|everybody|somebody)$/;

/** Whether a noun phrase names someone who can speak: by its head, which is a name, a pronoun or a listed noun, and no time. */
export function canSpeak({ table, words, isCapital }: Naming, { head }: NounPhrase, who?: 'person'): boolean {
  const { form, tag } = table.words;
  if (who === 'person' && words.bodies.has(form(head))) return false;
  if (tag(head) === 'PRON') return PRONOUN.test(form(head)) || words.people.has(form(head));
  const named = isCapital(head) && (head > table.words.first || (tag(head) === 'PROPN' && !ABSTRACT.test(form(head))));
  // "June" tells when, "Anna June" and "the Times" who.
  if (words.times.has(form(head)))
    return named && !isDay(form(head)) && (isCapital(head - 1) || form(head).endsWith('s'));
  return named || isListed(words, form(head)) || PRONOUN.test(form(head));
}

export function isListed({ people, bodies }: SpeakerWords, form: string): boolean {
  return people.has(form) || bodies.has(form);
}

const isDay = (form: string): boolean => /[^o]days?$/.test(form);

/** "Anna Lind last week": the noun phrase without a time at its end. */
export function withoutTime({ table, words }: Naming, noun: NounPhrase): NounPhrase {
  const { form } = table.words;
  if (!words.times.has(form(noun.head))) return noun;
  for (let i = noun.first + 1; i < noun.head; i += 1)
    if (/^(?:last|this|next|earlier|late|early)$/.test(form(i))) return { ...noun, last: i, head: i - 1 };
  return noun;
}

/** The noun phrases as one range, with what belongs to their name; empty where none of them can speak. */
export function nameOf(naming: Naming, nouns: readonly NounPhrase[], cue = Infinity): Range {
  const able = nouns.filter((noun) => canSpeak(naming, noun));
  const first = able[0];
  const last = able.at(-1);
  if (!first || !last) return NOBODY;
  // "A and B" are named together; "…, and B" begins a clause, and with one between that cannot speak the last alone is.
  const { form } = naming.table.words;
  const pair = able.length === 2 && /^(?:and|or)$/.test(form(last.first - 1)) && form(last.first - 2) === ',';
  const together = !pair && nouns.lastIndexOf(last) - nouns.indexOf(first) === able.length - 1;
  return [startOf(naming, together ? first : last), tailOf(naming, last, last.first < cue ? cue : Infinity)];
}

const PARTICLE = /^(?:de|da|del|di|du|van|von|der|den|bin|ibn|al)$/;
const MARKS_A_NAME = /^(?:mr|mrs|ms|miss)\.?$/;
const DROPPED = /^(?:the|a|an|this|that|these|those|his|her|their|its|my|our|your|whose|both|even|only|"|'|'s|-)$/;

/** Where the name begins: behind articles, behind a name or a noun that stands beside it ("a story | Lind called"). */
function startOf({ table, words, isCapital }: Naming, { first, head }: NounPhrase): number {
  const { form, tag } = table.words;
  let from = first;
  // "de Blasio", "van der Burgh"
  while ((isCapital(from) || from < first) && PARTICLE.test(form(from - 1)) && from - 1 >= table.words.first) from -= 1;
  // "Left-wing leaders": the tagger may take what stands before the hyphen for another word.
  while (form(from - 1) === '-' && from - 2 >= table.words.first) from -= 2;
  // "the Malmo Morning Post": a time within a name.
  if (isCapital(from - 1) && words.times.has(form(from - 1)) && !isCalendar(form(from - 1)))
    while (from > table.words.first && isCapital(from - 1)) from -= 1;
  for (let i = from + 1; i <= head; i += 1) {
    const besideName = form(i) === 'the' && isCapital(i);
    const otherName = MARKS_A_NAME.test(form(i)) && isCapital(i - 1);
    const isNoun = tag(i - 1) === 'NOUN' && !isCapital(i - 1) && form(i - 2) !== '-';
    const otherNoun =
      isNoun && !PARTICLE.test(form(i - 1)) && isCapital(i) && isCapital(head) && !isListed(words, form(i - 1));
    // "Americans | Team Lind": a name of several people stands before no other name.
    const several = isCapital(i - 1) && isCapital(i) && /[^s]s$/.test(form(i - 1)) && words.people.has(form(i - 1));
    const time = words.times.has(form(i - 1)) && !isCapital(i - 1) && form(i) !== '-';
    if (besideName || otherName || otherNoun || several || time) from = i;
  }
  while (from < head && DROPPED.test(form(from))) from += 1;
  return from;
}

const MOST_IN_TAIL = 4;

/** Where the name ends: "spokesman | for the firm", "Agency | for Migration and Refugees", "Supporters | of the mayor". */
function tailOf({ table, words, isCapital }: Naming, noun: NounPhrase, before: number): number {
  const { phrases } = table;
  const { form } = table.words;
  const isNoun = isListed(words, form(noun.head));
  const named = isCapital(noun.head) && !words.people.has(form(noun.head)) && !PRONOUN.test(form(noun.head));
  let at = phrases.findIndex(({ first }) => first === noun.first);
  let end = endOf(noun);
  for (let steps = 0; steps < MOST_IN_TAIL; steps += 1) {
    const joint = phrases[at + 1];
    const next = phrases[at + 2];
    if (!joint || next?.kind !== 'noun' || next.last > before || joint.first !== phrases[at]?.last) break;
    const word = form(joint.first);
    const leads =
      joint.kind === 'preposition' && (word === 'of' || ((isNoun || named) && /^(?:for|from|at|with)$/.test(word)));
    const joins = joint.kind === 'and' && word !== 'but' && named && isCapital(next.first) && !hasVerb(at + 2);
    // "… of the union and the mayor": only a name goes over an "and", since a new subject may begin there.
    if (!(leads && (!named || isCapital(next.head) || word !== 'of')) && !joins) break;
    end = endOf(next);
    at += 2;
  }
  return end;

  function hasVerb(index: number): boolean {
    const verb = phrases[index + 1];
    return verb?.kind === 'verb' && isFinite(verb) && !(verb.first <= before && before < verb.last);
  }

  function endOf({ last, head }: NounPhrase): number {
    if (/^['"]$|^'s$/.test(form(last - 1))) return head + 1;
    // "Lind Cooper rejected": of a name the tagger may take the last word for a verb.
    let end = last;
    while (
      end < Math.min(before, table.words.last) &&
      isCapital(end - 1) &&
      isCapital(end) &&
      !words.times.has(form(end))
    )
      end += 1;
    return end;
  }
}

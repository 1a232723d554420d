import type { Clauses } from '../clause/clauses.js';
import { chainStart } from '../clause/nominal.js';
import type { NounPhrase } from '../clause/noun-phrase.js';
import { participleSubject } from '../clause/participle.js';
import { isTimePhrase } from '../clause/phrase.js';
import type { VerbGroup } from '../clause/verb-group.js';
import { BE, BLAMES, CONTROLS, GET, SAYS } from '../clause/verb-words.js';
import { governing, leading } from './governing.js';

type Nouns = readonly NounPhrase[];
const NOBODY: Nouns = [];

/** Whether a noun phrase can name who speaks: where the words leave a choice, one that can is chosen. */
export type CanSpeak = (noun: NounPhrase, who?: 'person') => boolean;

/** The noun phrases that a word of saying at `token` is said of, by the clause it stands in; none where no pattern decides. */
export function sayersOf(table: Clauses, token: number, canSpeak: CanSpeak): Nouns {
  const { words, phrases } = table;
  const at = phrases.findIndex(({ first, last }) => first <= token && token < last);
  const phrase = phrases[at];
  const before = phrases[at - 1];
  if (phrase?.kind === 'verb') return sayersOfVerb(table, at, phrase, token, canSpeak);
  if (phrase?.kind === 'noun') {
    // The tagger takes some verbs for nouns: "…, ruling that" and "The Lindhaven Observer notes that".
    if (token === phrase.first && before?.kind === 'comma' && words.form(token).endsWith('ing'))
      return governing(table, at, canSpeak);
    const ends = token > phrase.first && token === phrase.last - 1 && /[^s]s$/.test(words.form(token));
    return ends ? [{ ...phrase, last: token, head: token - 1 }].filter((noun) => canSpeak(noun)) : NOBODY;
  }
  // "the judge informed them", where the tagger takes the verb for an adjective.
  if (phrase?.kind === 'other' && before?.kind === 'noun' && before.last === token && words.form(token).endsWith('ed'))
    return [before].filter((noun) => canSpeak(noun));
  // "she is hopeful": the copula's subject. "his angry face" has none.
  return phrase?.kind === 'other' && before?.kind === 'verb' && isCopula(table, at - 1)
    ? sayersOfVerb(table, at - 1, before, before.main, canSpeak)
    : NOBODY;
}

function isCopula({ words, phrases }: Clauses, at: number): boolean {
  const verb = phrases[at];
  return verb?.kind === 'verb' && BE.has(words.form(verb.main));
}

function sayersOfVerb(table: Clauses, at: number, verb: VerbGroup, token: number, canSpeak: CanSpeak): Nouns {
  const { words, phrases, subjects } = table;
  const subject = subjects.get(at);
  const isReduced = subject?.reduced === true && !SAYS.has(words.form(token)) && !leadsToThat(table, at);
  if (isBlamed(table, at, verb, token)) return NOBODY;
  if (isPassive(table, verb, token) || isReduced) return agents(table, at, canSpeak);
  if (verb.finite === 'infinitive')
    return whoWould(table, at) ?? governing(table, at, canSpeak).filter((noun) => !isDummy(table, noun));
  if (verb.finite === 'participle') return whoseParticiple(table, at, canSpeak);
  if (phrases[at - 1]?.kind === 'relative') return antecedent(table, at - 1, canSpeak);
  if (subject?.reduced) return firstOfChain(table, at - 1, canSpeak);
  const isOther = subject?.shared === true && !subject.phrases.some((noun) => canSpeak(noun));
  if (isOther) return governing(table, at, canSpeak);
  if (subject && subject.phrases.length > 0) return besideTime(table, at) ?? subject.phrases;
  return beside(table, at, canSpeak);
}

/** "is expected to say": in a group of verbs each is passive by the word before it. */
function isPassive({ words }: Clauses, { parts }: VerbGroup, token: number): boolean {
  if (words.form(token).endsWith('ing')) return false;
  const before = words.form(parts.findLast((part) => part < token && !/^(?:not|n't)$/.test(words.form(part))) ?? -1);
  return BE.has(before) || GET.has(before);
}

/** "the mayor is to blame", "the man accused of lies": whom others blame, since a blame without its object is a participle. */
function isBlamed({ words, phrases }: Clauses, at: number, verb: VerbGroup, token: number): boolean {
  const form = words.form(token);
  const copula = phrases[at - 1];
  const before = [...(copula?.kind === 'verb' ? copula.parts : []), ...verb.parts].filter((part) => part < token);
  if (form === 'blame' && words.form(token - 1) === 'to') return BE.has(words.form(before.at(-2) ?? -1));
  const lacksObject = /^(?:of|for)$/.test(words.form(phrases[at + 1]?.first ?? -1));
  return verb.finite === 'past' && verb.parts.length === 1 && BLAMES.has(form) && lacksObject;
}

const MOST_PHRASES_BEFORE_BY = 6;

/** "was accused of fraud by the mayor": the first behind a "by" that can speak, if no clause stands between. */
function agents({ phrases, words }: Clauses, at: number, canSpeak: CanSpeak): Nouns {
  for (let i = at + 1; i <= at + MOST_PHRASES_BEFORE_BY; i += 1) {
    const joint = phrases[i];
    const noun = phrases[i + 1];
    if (joint?.kind === 'preposition' && words.form(joint.first) === 'by' && noun?.kind === 'noun' && canSpeak(noun))
      return [noun];
    if (!joint || !/^(?:noun|preposition|other|mark)$/.test(joint.kind)) return NOBODY;
  }
  return NOBODY;
}

/** "reported this week that": no participle. */
function leadsToThat({ words, phrases }: Clauses, at: number): boolean {
  const next = phrases[at + 1];
  const that = next?.kind === 'noun' && isTimePhrase(words, next) ? phrases[at + 2] : next;
  return words.form(that?.first ?? -1) === 'that';
}

/** "The mayor last week said" */
function besideTime({ words, phrases }: Clauses, at: number): Nouns | undefined {
  const time = phrases[at - 1];
  const noun = phrases[at - 2];
  return time?.kind === 'noun' && isTimePhrase(words, time) && noun?.kind === 'noun' ? [noun] : undefined;
}

/** A verb without a subject by any pattern: a name right before it, or the subject of a verb that it is joined to. */
function beside(table: Clauses, at: number, canSpeak: CanSpeak): Nouns {
  const { words, phrases } = table;
  const before = phrases[at - 1];
  const further = phrases[at - 2];
  // "the man accused of", "…, cited as": a participle.
  const verb = phrases[at];
  const behind = words.form(phrases[at + 1]?.first ?? -1);
  if (verb?.kind === 'verb' && verb.finite === 'past' && /^(?:of|as|by)$/.test(behind)) return NOBODY;
  if (before?.kind === 'and' || before?.kind === 'comma') return governing(table, at, canSpeak);
  // "the city's police chief said", where the tagger takes the head for an adjective.
  if (before?.kind === 'other' && further?.kind === 'noun' && further.last === before.first)
    return [{ ...further, last: before.last, head: before.first }].filter((noun) => canSpeak(noun));
  if (before?.kind !== 'noun') return NOBODY;
  // "near the port" leaves open who speaks, "81% of Swedes" does not.
  return further?.kind === 'preposition' && words.form(further.first) !== 'of'
    ? NOBODY
    : [before].filter((noun) => canSpeak(noun));
}

/** "urged the mayor to say", "time for the mayor to say": whom others would have say it. */
function whoWould({ words, phrases }: Clauses, at: number): Nouns | undefined {
  const noun = phrases[at - 1];
  const opens = phrases[at - 2];
  if (noun?.kind !== 'noun') return undefined;
  if (opens?.kind === 'preposition' && words.form(opens.first) === 'for') return [noun];
  return opens?.kind === 'verb' && CONTROLS.has(words.form(opens.main)) ? [noun] : undefined;
}

/** "the head of the union, who said": of a chain the outermost that can speak; "who" is no paper and no party. */
function antecedent(table: Clauses, relative: number, canSpeak: CanSpeak): Nouns {
  const { words, phrases } = table;
  const at = phrases[relative - 1]?.kind === 'comma' ? relative - 2 : relative - 1;
  return firstOfChain(table, at, canSpeak, words.form(phrases[relative]?.first ?? -1) === 'who' ? 'person' : undefined);
}

/** Of the noun phrases "X of Y at Z" that end at `at` the first that can speak. */
function firstOfChain(table: Clauses, at: number, canSpeak: CanSpeak, who?: 'person'): Nouns {
  const { phrases } = table;
  if (phrases[at]?.kind !== 'noun') return NOBODY;
  let start = chainStart(table, at);
  // "a source close to the mayor who"
  if (phrases[start - 1]?.kind === 'preposition' && phrases[start - 2]?.kind === 'other')
    start = chainStart(table, start - 3);
  const noun = phrases.slice(start, at + 1).find((each) => each.kind === 'noun' && canSpeak(each, who));
  return noun?.kind === 'noun' ? [noun] : NOBODY;
}

/** "…, saying that", "by saying that", "with the mayor saying that". */
function whoseParticiple(table: Clauses, at: number, canSpeak: CanSpeak): Nouns {
  const { words, phrases } = table;
  const known = participleSubject(table, at)?.phrases ?? NOBODY;
  if (known.length > 0) return known;
  const before = phrases[at - 1];
  if (before?.kind !== 'noun') {
    const loose = before?.kind === 'comma';
    const nouns = governing(table, at, canSpeak).filter((noun) => loose || !isDummy(table, noun));
    return nouns.length > 0 ? nouns : leading(table, at);
  }
  // Behind an object either may be meant ("wrote to the mayor demanding"); behind "with" or at the head only one.
  const opens = phrases[at - 2];
  return !opens || (opens.kind === 'preposition' && words.form(opens.first) === 'with') ? [before] : NOBODY;
}

/** "It is worth noting that": this "it" names nobody. */
function isDummy({ words }: Clauses, { head }: NounPhrase): boolean {
  return words.form(head) === 'it';
}

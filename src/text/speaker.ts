import { tagAt, type Reading, type Sentence } from './reading.js';
import { isInverted } from './aside.js';
import type { Cue } from './speech.js';

type Range = readonly [number, number];
const NONE: Range = [0, 0];
/** A subject that cannot speak; another is not looked for. */
const NOBODY: Range = [0, 0];
const AUXILIARY =
  /^(?:ha[sd]|have|is|are|was|were|be|been|being|will|would|could|may|might|also|then|even|still|once|not|n't|never|began|begin|begun|continue|continues|continued)$/;

/** Words of `lexicon/speakers.yaml`, in all their forms. */
export interface SpeakerWords {
  readonly nouns: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
}

/**
 * The words that name who speaks, as a token range; empty when the text names no one (an agentless passive), or no one
 * who could speak ("over the course of its work"). An active verb is looked at from behind ("Aliyev stressed"), a
 * passive from its "by", a participle from the subject of its sentence ("Despite claiming …, Baku invited"). The tagger
 * has no parse, so a range may miss a long subject's tail.
 */
export function findSpeaker(reading: Reading, sentence: Sentence, cue: Cue, words: SpeakerWords): Range {
  return whoSpeaks(reading, sentence, subjectOfCue(reading, sentence, cue, words), words);
}

/** "If", "unless": what someone would say is not said. */
const CONDITION = /^(?:if|unless|lest|whether|supposing|assuming)$/;
const MOST_SHARED = 4;
/** A condition opens at most so many tokens before its verb. */
const MOST_TOKENS_SUPPOSED = 40;

/** Whether a verb only supposes words, as a condition does ("unless the firm insists on …, demands …"). */
export function isSupposed({ forms, tokens }: Reading, sentence: Sentence, cue: Cue): boolean {
  let at = cue.first - 1;
  let shared = 0;
  for (const from = Math.max(sentence.first, at - MOST_TOKENS_SUPPOSED); at >= from; at -= 1) {
    const form = forms[at] ?? '';
    if (CONDITION.test(form)) return true;
    if (/^[;:.?!—"]$/.test(form)) return false;
    if (form !== ',') continue;
    // A verb right behind the comma shares the subject before it.
    let next = at + 1;
    while (next < cue.first && (forms[next] === 'and' || forms[next] === 'or' || tagAt(tokens, next) === 'ADV'))
      next += 1;
    shared += 1;
    if (tagAt(tokens, next) !== 'VERB' || shared > MOST_SHARED) return false;
  }
  return false;
}

/** Whether what "says" the words cannot speak ("confirmed by the delivery"). */
export function isUnsaid(reading: Reading, sentence: Sentence, cue: Cue, words: SpeakerWords): boolean {
  if (cue.kind !== 'verb' || reading.forms[cue.last] !== 'by' || tagAt(reading.tokens, cue.last + 1) === 'VERB')
    return false;
  return findSpeaker(reading, sentence, cue, words) === NONE;
}

function subjectOfCue(reading: Reading, sentence: Sentence, cue: Cue, words: SpeakerWords): Range {
  if (cue.kind === 'phrase') return nominalFrom(reading, sentence, cue.last);
  if (cue.kind === 'noun') return modifierBefore(reading, sentence, cue.first);
  const { forms } = reading;
  const word = forms[cue.first] ?? '';
  const near = forms.slice(Math.max(sentence.first, cue.first - 3), cue.first);
  const before = near.slice(near.lastIndexOf(',') + 1);
  if (before.some((form) => /^(?:is|are|was|were|been|being|be)$/.test(form)) && !word.endsWith('ing'))
    return agentOf(reading, sentence, cue);
  if (word.endsWith('ing') && !before.some((form) => AUXILIARY.test(form))) return subjectOf(reading, sentence, cue);
  // `"…," said the minister.` and `…, said the minister.`
  if (isInverted(reading, sentence, cue) || /^["']$/.test(forms[cue.first - 1] ?? ''))
    return nominalFrom(reading, sentence, cue.last);
  const subject = subjectBefore(reading, sentence, cue.first, words);
  return subject === NONE ? nominalFrom(reading, sentence, cue.last) : subject;
}

/** The range without a time before its subject ("at the same time France …"), if its head names someone who can speak. */
function whoSpeaks(
  { text, forms, tokens }: Reading,
  sentence: Sentence,
  [first, last]: Range,
  words: SpeakerWords,
): Range {
  let from = first;
  for (let i = first; i + 1 < last; i += 1) if (words.times.has(forms[i] ?? '')) from = i + 1;
  for (let i = from; i < last; i += 1) {
    const form = forms[i] ?? '';
    if (i > from && (form === 'of' || form === 'in')) return NONE;
    const capital = /^\p{Lu}/u.test(text.slice(tokens.start[i] ?? 0, (tokens.start[i] ?? 0) + 2));
    const named = capital && (i > sentence.first || (tagAt(tokens, i) === 'PROPN' && !ABSTRACT.test(form)));
    if (named || words.nouns.has(form) || PRONOUN.test(form)) return [from, last];
  }
  return NONE;
}

/** "History has shown": a capital at a sentence's head makes no name of these. */
const ABSTRACT = /(?:[st]ion|ment|ness|ity|ism|ory|ence)$/;
const PRONOUN = /^(?:he|she|they|it|we|i|who|him|her|them|his|their|one)$/;

/** A noun phrase that ends right before `at`: adverbs, auxiliaries, a day ("on Tuesday") and a parenthesis between commas aside. */
function subjectBefore(reading: Reading, sentence: Sentence, at: number, words: SpeakerWords): Range {
  const { forms } = reading;
  let last = behindTime(reading, sentence, behindAuxiliaries(reading, sentence, at), words);
  if (forms[last - 1] === ',') {
    let open = last - 2;
    while (open > sentence.first && forms[open] !== ',') open -= 1;
    if (open > sentence.first) last = open;
  }
  let first = last;
  while (first > sentence.first && isNominal(reading, first - 1)) first -= 1;
  // A coordinated or relative clause without a subject of its own: the sentence's subject speaks.
  if (first === last) return sentence.first < at - 2 ? nominalFrom(reading, sentence, sentence.first) : NONE;
  // "A spokesman for the firm denied"
  if (/^(?:for|from|at|with)$/.test(forms[first - 1] ?? '') && words.nouns.has(forms[first - 2] ?? '')) {
    first -= 2;
    while (first > sentence.first && isNominal(reading, first - 1)) first -= 1;
  }
  const before = forms[first - 1] ?? '';
  if (first - 1 > sentence.first && PLACES.test(before)) {
    const head = headBefore(reading, sentence, first - 1, words);
    if (head) return head;
  }
  return trim(reading, first, last);
}

/** Behind these stands no subject, unless they open the clause ("In the capital ministers say"). */
const PLACES =
  /^(?:beside|near|outside|at|on|along|around|behind|under|over|above|between|among|across|against|about|to|with|within|inside|into|through|throughout|towards?|beyond|opposite|from|for|of)$/;

/** "Residents near the port said": whom the phrase behind the preposition describes; undefined where it opens the clause. */
function headBefore(reading: Reading, sentence: Sentence, preposition: number, words: SpeakerWords): Range | undefined {
  const { forms, tokens } = reading;
  let first = preposition;
  while (first > sentence.first && isNominal(reading, first - 1)) first -= 1;
  const head = forms[preposition - 1] ?? '';
  if (first < preposition)
    return words.nouns.has(head) || tagAt(tokens, preposition - 1) === 'PROPN'
      ? trim(reading, first, preposition)
      : NOBODY;
  return tagAt(tokens, preposition - 1) === 'VERB' ? NOBODY : undefined;
}

function behindAuxiliaries({ forms, tokens }: Reading, sentence: Sentence, at: number): number {
  let last = at;
  while (
    last > sentence.first &&
    (AUXILIARY.test(forms[last - 1] ?? '') || /^(?:ADV|AUX|PART)$/.test(tagAt(tokens, last - 1))) &&
    forms[last - 1] !== "'s"
  )
    last -= 1;
  return last;
}

function behindTime({ forms }: Reading, sentence: Sentence, at: number, words: SpeakerWords): number {
  if (!words.times.has(forms[at - 1] ?? '')) return at;
  let last = at - 1;
  while (
    last > sentence.first &&
    /^(?:on|in|at|last|next|this|late|early|earlier|the|later)$/.test(forms[last - 1] ?? '')
  )
    last -= 1;
  return last > sentence.first ? last : at;
}

function isNominal({ forms, tokens }: Reading, at: number): boolean {
  const tag = tagAt(tokens, at);
  const form = forms[at] ?? '';
  return (
    /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tag) ||
    form === "'s" ||
    form === '-' ||
    /^(?:of|he|she|they|it|we|who)$/.test(form) ||
    (form === 'in' && tagAt(tokens, at + 1) === 'PROPN' && /^(?:NOUN|ADJ|DET|PRON)$/.test(tagAt(tokens, at - 1)))
  );
}

function nominalFrom(reading: Reading, sentence: Sentence, from: number): Range {
  let first = from;
  while (first < sentence.last && (!isNominalOrPronoun(reading, first) || reading.forms[first] === 'of')) first += 1;
  let last = first;
  while (last < sentence.last && isNominalOrPronoun(reading, last)) last += 1;
  return first < last ? trim(reading, first, last) : NONE;
}

function isNominalOrPronoun(reading: Reading, at: number): boolean {
  return isNominal(reading, at) || /^(?:him|her|them|his|their)$/.test(reading.forms[at] ?? '');
}

/** Drops articles, possessive marks and stray punctuation from the ends of a noun phrase. */
function trim({ forms }: Reading, first: number, last: number): Range {
  let from = first;
  let to = last;
  while (from < to && /^(?:the|a|an|this|that|these|those|'s|-|of|in)$/.test(forms[from] ?? '')) from += 1;
  while (to > from && /^(?:'s|-|of|in|that)$/.test(forms[to - 1] ?? '')) to -= 1;
  return from < to ? [from, to] : NONE;
}

/** "was seen by officials as", "In Baku, this was viewed as"; otherwise the text names no one. */
function agentOf(reading: Reading, sentence: Sentence, cue: Cue): Range {
  const { forms, tokens } = reading;
  const by = forms.slice(cue.last, cue.last + 8).indexOf('by');
  if (by >= 0 && cue.last + by < sentence.last) return nominalFrom(reading, sentence, cue.last + by + 1);
  if (forms[sentence.first] === 'in' && tagAt(tokens, sentence.first + 1) === 'PROPN')
    return nominalFrom(reading, sentence, sentence.first + 1);
  return NONE;
}

/** The subject that a participle leans on: behind the comma when it leads the sentence, at the sentence's head otherwise. */
function subjectOf(reading: Reading, sentence: Sentence, cue: Cue): Range {
  const leads = cue.first - sentence.first <= 3;
  if (!leads) return nominalFrom(reading, sentence, sentence.first);
  let comma = cue.last;
  while (comma < sentence.last && reading.forms[comma] !== ',') comma += 1;
  return comma < sentence.last ? nominalFrom(reading, sentence, comma + 1) : NONE;
}

/** "Armenian claims that", "Aliyev's claim that". */
function modifierBefore(reading: Reading, sentence: Sentence, at: number): Range {
  let first = at;
  while (first > sentence.first && isNominal(reading, first - 1)) first -= 1;
  return trim(reading, first, at);
}

import { isCalendar, isTime } from './verb-words.js';
import type { Words } from './word.js';

/** Tokens `[first, last)` of one noun phrase without what stands behind its head; `head` names it. */
export interface NounPhrase {
  readonly kind: 'noun';
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** Where its "of" phrases end: "leaders | of the movement". */
  readonly tail?: number;
}

const POSSESSIVE = /^(?:its|his|their|my|our|your|whose)$/;
const ARTICLE = /^(?:the|a|an)$/;
const PERSONAL = /^(?:i|he|she|it|we|they|you|him|them|us|me|themselves|itself|himself|herself|ourselves|myself)$/;
const QUANTITY = /^(?:many|several|few|most|some|more|others|both|all|each|such|other)$/;
/** Participles that describe what grows or moves of itself: "by rising rents" cuts no one's rents. */
const ADJECTIVE_ING =
  /^(?:rising|growing|falling|leading|existing|mounting|ongoing|remaining|increasing|declining|emerging|developing|neighboring|outgoing|incoming|visiting|warring|opposing|surviving|sitting|striking|protesting)$/;
/** "At the same time France called": behind these, opened by a preposition, a new noun phrase begins. */
const CONNECTIVE = /^(?:time|result|purpose|reason|addition|response|fact|turn|effect|case|hand|context|contrast|way)$/;

/** What stands before: behind a noun phrase or an "and" a participle is a verb ("and fired staff"), elsewhere it may be an adjective. */
export type Behind = 'preposition' | 'open' | 'closed';

/** The noun phrase that begins at `at`, if one does. */
export function nounPhraseAt(words: Words, at: number, behind: Behind): NounPhrase | undefined {
  const { form, tag } = words;
  let head: number | undefined;
  let filler: number | undefined;
  let determined = false;
  let i = at;
  for (; i < words.last; i += 1) {
    const word = form(i);
    const here = tag(i);
    // "more than ten resolutions"
    if (/^(?:more|less|fewer)$/.test(word) && form(i + 1) === 'than' && tag(i + 2) === 'NUM') {
      i += 1;
      continue;
    }
    if (words.isMark(i)) {
      if (words.isSoft(i) && (i > at || words.opens(i)) && isNominal(words, i + 1)) continue;
      break;
    }
    if (POSSESSIVE.test(word) || (word === 'her' && isModifierOrNoun(words, i + 1))) {
      if (i > at && head !== undefined) break;
      determined = true;
    } else if (here === 'PRON') {
      if (i > at && head !== undefined && !/^(?:itself|himself|herself|themselves)$/.test(word)) break;
      if (i > at && head === undefined && filler !== undefined && PERSONAL.test(word)) break;
      if (/^(?:there|who|which|whom|that)$/.test(word) && !(word === 'that' && i === at)) return undefined;
      head ??= i;
      i += 1;
      break;
    } else if (here === 'DET') {
      if (head !== undefined || (determined && !QUANTITY.test(form(i - 1)))) break;
      determined = true;
      filler = i;
    } else if (here === 'NOUN' || here === 'PROPN') {
      if (head !== undefined && form(i - 1) !== "'s" && breaksBefore(i, head)) break;
      head = i;
    } else if (here === 'NUM') {
      if (head !== undefined && tag(head) === 'NOUN' && !isTime(form(head))) break;
      filler = i;
    } else if (here === 'ADJ') {
      if (head !== undefined && tag(head) !== 'PROPN') break;
      if (head !== undefined && !leadsToNoun(i)) break;
      filler = i;
    } else if (here === 'PART' && (word === "'s" || word === "'")) {
      if (head === undefined) break;
      head = undefined;
      filler = i;
      determined = true;
    } else if (here === 'ADV' || here === 'VERB' || here === 'CCONJ' || word === ',') {
      if (head !== undefined || !isInside(i)) break;
      if (here === 'VERB' && !isModifierOrNoun(words, i + 1)) head = i;
    } else break;
  }
  const named = head ?? (determined || (filler !== undefined && isQuantity(filler)) ? filler : undefined);
  if (named === undefined || i === at || ARTICLE.test(form(named))) return undefined;
  let last = Math.max(head === undefined ? i : endBehind(head), named + 1);
  if (words.isMark(last) && words.isSoft(last)) last += 1;
  return { kind: 'noun', first: at, last, head: named };

  function endBehind(noun: number): number {
    let end = noun + 1;
    while (end < i && (tag(end) === 'NUM' || tag(end) === 'PRON')) end += 1;
    return end;
  }

  /** Two noun phrases side by side: "last week protesters", "in July France". */
  function breaksBefore(noun: number, head: number): boolean {
    const before = form(head);
    if (isCalendar(before)) return !isTime(form(noun));
    // "a goal President Soto has set"
    if (/^an?$/.test(form(at)) && tag(head) === 'NOUN' && tag(noun) === 'PROPN') return true;
    if (isTime(before) && /^(?:last|next|this|that|every|each|same)$/.test(form(at))) return true;
    if (isTime(before) && tag(head) === 'NOUN') return tag(noun) === 'PROPN';
    return behind === 'preposition' && CONNECTIVE.test(before);
  }

  function isQuantity(token: number): boolean {
    return tag(token) === 'NUM' || QUANTITY.test(form(token));
  }

  /** "South African president", "France political situation": an adjective between a name and a noun. */
  function leadsToNoun(token: number): boolean {
    let next = token + 1;
    while (tag(next) === 'ADJ' || (words.isMark(next) && words.isSoft(next))) next += 1;
    return tag(next) === 'NOUN' || tag(next) === 'PROPN';
  }

  /** Adverbs, participles and joined adjectives before the noun: "the newly built bridge", "social, political and moral support". */
  function isInside(token: number): boolean {
    const word = form(token);
    const here = tag(token);
    if (here === 'ADV') return (determined || token === at) && leadsThrough(token + 1);
    if (here === 'VERB') {
      if (filler !== undefined && QUANTITY.test(form(token - 1))) return false;
      if (/^(?:this|that|these|those)$/.test(form(token - 1))) return false;
      const participle = /(?:ed|ing|en)$/.test(word);
      if (token === at)
        return behind !== 'closed' && (word.endsWith('ed') || ADJECTIVE_ING.test(word)) && tag(token + 1) === 'NOUN';
      // Behind an adjective only before its noun: in "the premier met" the tagger took the noun for an adjective.
      if (tag(token - 1) === 'ADJ' || !participle)
        return determined && participle && isModifierOrNoun(words, token + 1);
      return determined;
    }
    return tag(token - 1) === 'ADJ' && leadsThrough(word === ',' && tag(token + 1) === 'CCONJ' ? token + 2 : token + 1);
  }

  /** Adjectives, then a noun. */
  function leadsThrough(token: number): boolean {
    let next = token;
    let met = false;
    for (; next < words.last && /^(?:ADJ|ADV|CCONJ)$/.test(tag(next)); next += 1) met ||= tag(next) === 'ADJ';
    if (tag(next) === 'VERB' && /(?:ed|ing|en)$/.test(form(next))) return isModifierOrNoun(words, next + 1);
    return (met || tag(token) === 'NUM') && (tag(next) === 'NOUN' || tag(next) === 'PROPN' || form(next) === ',');
  }
}

function isNominal({ tag }: Words, at: number): boolean {
  return /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tag(at));
}

function isModifierOrNoun({ tag, isMark, isSoft }: Words, at: number): boolean {
  return /^(?:NOUN|PROPN|ADJ)$/.test(tag(at)) || (isMark(at) && isSoft(at));
}

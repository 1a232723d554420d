import { COMMENTS, DENIES, HEDGES, UNTRUE } from './mood-words.js';
import { TAKES_CLAUSE } from './verb-words.js';
import type { Words } from './word.js';

/** "It is false, they say, that …": a word of denial governs a "that" up to so many tokens behind it. */
const MOST_BEFORE_THAT = 5;
/** A clause without its "that" has its verb within so many tokens ("does not mean the council of the port is closing"). */
const MOST_BEFORE_VERB = 12;

/**
 * Where a sentence states nothing as done: questions, conditions ("unless …", "had he come, …"), what is denied, doubted,
 * hoped or hedged ("it is false that …"). Scopes run too far rather than too short: a deed missed beats one made up. One
 * pass, bounded steps.
 * @returns by token: it stands in such a stretch
 */
export function unstatedIn(words: Words): (token: number) => boolean {
  const { first, last, form, tag } = words;
  const unstated = new Uint8Array(last - first);
  let reach = first;
  for (let begin = first; begin < last; begin += 1) {
    const end = stretchEnd(words, begin);
    if (form(end) === '?') fill(begin, end);
    else readStretch(begin, end);
    begin = end;
  }
  return (token) => unstated[token - first] === 1;

  function fill(from: number, until: number): void {
    // Scopes that follow overlap: what is filled already is not filled again.
    unstated.fill(
      1,
      (from < reach && unstated[from - first] === 1 ? reach : from) - first,
      Math.max(from, until) - first,
    );
    reach = Math.max(reach, until);
  }

  /** A stretch between two stops, dashes or quotation marks. */
  function readStretch(begin: number, end: number): void {
    const will = hasWord(words, begin, end, WILL);
    const turn = nextOf(begin, end, (at) => turnsBack(words, at));
    const comma = nextOf(begin, end, (at) => form(at) === ',');
    let clause = begin;
    let [denied, conditional, present] = [false, false, false];
    let untrue = -Infinity;
    for (let i = begin; i < end; i += 1) {
      const word = form(i);
      const verb = tag(i) === 'VERB';
      if (turnsBack(words, i)) {
        clause = i;
        [denied, present] = [false, false];
      }
      if (opensCondition(words, i, clause, conditional)) {
        // "The council pays if the river rises": the main clause is as open as its condition; "asks if …" is not.
        fill(present && tag(i - 1) !== 'VERB' ? clause : i, turn(i));
      } else if (/^(?:without|instead|rather)$/.test(word)) fill(i, comma(i));
      else if (TEMPORAL.test(word) && (will || UNTIL.test(word))) {
        if (hasPresent(words, i, Math.min(comma(i), i + MOST_BEFORE_VERB))) fill(i, comma(i));
      } else if (HEDGES.has(word)) {
        const aside = form(i - 1) === ',' || i === clause || i + 1 >= end;
        fill(aside ? clause : i, aside ? turn(i) : comma(i));
      }
      const governed = denied || i - untrue <= MOST_BEFORE_THAT;
      if (word === 'that' && tag(i) !== 'DET' && governed) fill(i, turn(i));
      else if (/^(?:who|which)$/.test(word) && isOfNobody(words, i, begin)) fill(i, turn(i));
      else if (verb && TAKES_CLAUSE.has(word) && (governed || DENIES.has(word)) && opensClause(words, i + 1, end))
        fill(i + 1, turn(i));
      if (/^(?:that|which|who)$/.test(word) || (word === 'and' && form(i - 1) === ',')) denied = false;
      if (NEGATION.test(word) || (verb && DENIES.has(word)) || UNSURE.test(word)) denied = true;
      conditional ||= UNSURE.test(word);
      present ||= isPresent(words, i);
      if (UNTRUE.has(word)) untrue = i;
    }
  }
}

/** The first place behind a token where a thing holds; asked for ascending tokens, each token is looked at once. */
function nextOf(begin: number, end: number, holds: (at: number) => boolean): (token: number) => number {
  let known = begin;
  return (token) => {
    if (known > token) return known;
    known = token + 1;
    while (known < end && !holds(known)) known += 1;
    return known;
  };
}

const NEGATION = /^(?:not|n't|never|no|nor|neither|nobody|none|nothing|hardly|barely|scarcely|cannot)$/;
const UNSURE = /^(?:may|might|could|would|should|'d)$/;
const WILL = /^(?:will|wo|'ll|shall|would|must)$/;
const TEMPORAL = /^(?:when|whenever|once|until|till|before|after)$/;
const UNTIL = /^(?:until|till)$/;
const NOMINAL = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/;

function stretchEnd(words: Words, begin: number): number {
  let end = begin;
  while (end < words.last && !/^(?:[.;:?!…]+|[–—]|[()[\]])$/.test(words.form(end)) && !isHardMark(words, end)) end += 1;
  return end;
}

function isHardMark(words: Words, at: number): boolean {
  return words.isMark(at) && !words.isSoft(at);
}

function opensCondition(words: Words, at: number, begin: number, conditional: boolean): boolean {
  const { form, tag } = words;
  const next = form(at + 1);
  const leads = at === begin || form(at - 1) === ',' || tag(at - 1) === 'CCONJ';
  switch (form(at)) {
    case 'unless':
    case 'whether':
    case 'lest':
    case 'supposing':
      return true;
    case 'if':
      return !COMMENTS.has(next);
    case 'though':
      return form(at - 1) === 'as';
    case 'case':
      return form(at - 1) === 'in' && next !== 'of';
    case 'event':
      return form(at - 1) === 'the' && form(at - 2) === 'in' && /^(?:that|of)$/.test(next);
    case 'condition':
      return form(at - 1) === 'on' && next === 'that';
    case 'long':
      return /^(?:as|so)$/.test(form(at - 1)) && next === 'as';
    case 'provided':
    case 'providing':
    case 'assuming':
    case 'suppose':
    case 'imagine':
      return next === 'that' || leads;
    case 'had':
    case 'were':
    case 'should': {
      // "Had the council known, …", "would have stayed had the council known"
      if (!/^(?:DET|NOUN|PROPN|PRON)$/.test(tag(at + 1)) || /^(?:been|that)$/.test(next)) return false;
      return leads || (conditional && tag(at - 1) !== 'PRON' && verbFollows(words, at + 1, at + MOST_BEFORE_THAT + 1));
    }
    default:
      return false;
  }
}

function hasPresent(words: Words, from: number, until: number): boolean {
  for (let i = from; i < until; i += 1) if (isPresent(words, i)) return true;
  return false;
}

function isPresent({ form, tag }: Words, at: number): boolean {
  if (tag(at) === 'VERB') return /[^s]s$/.test(form(at));
  return tag(at) === 'AUX' && /^(?:is|are|has|have|does|do)$/.test(form(at));
}

function hasWord({ form }: Words, from: number, until: number, words: RegExp): boolean {
  for (let i = from; i < until; i += 1) if (words.test(form(i))) return true;
  return false;
}

/** ", but" and "when in fact" turn back to what is so. */
function turnsBack({ form }: Words, at: number): boolean {
  if (form(at) === 'but' && form(at - 1) === ',') return true;
  const turns = /^(?:when|whereas|while|but)$/.test(form(at)) && form(at + 1) === 'in';
  return turns && /^(?:fact|reality|truth)$/.test(form(at + 2));
}

/** "nobody who", "no council which" */
function isOfNobody({ form, tag }: Words, relative: number, begin: number): boolean {
  for (let i = relative - 1; i >= begin && i >= relative - MOST_BEFORE_THAT; i -= 1) {
    if (/^(?:no|none|nobody|nothing|neither)$/.test(form(i))) return true;
    if (!NOMINAL.test(tag(i)) && form(i) !== 'of') return false;
  }
  return false;
}

/** A clause without "that" begins at `from`: a noun phrase, then its verb. */
function opensClause(words: Words, from: number, end: number): boolean {
  return NOMINAL.test(words.tag(from)) && verbFollows(words, from, Math.min(end, from + MOST_BEFORE_VERB));
}

function verbFollows({ form, tag }: Words, from: number, until: number): boolean {
  for (let i = from + 1; i < until && form(i) !== ','; i += 1)
    if ((tag(i) === 'VERB' || tag(i) === 'AUX') && form(i) !== "'s") return true;
  return false;
}

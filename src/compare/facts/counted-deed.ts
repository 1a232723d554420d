import type { Clause } from '../../text/clause.js';
import type { Quantity } from '../../text/quantity.js';
import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { nounBefore } from './clause.js';
import { aboutClause, clausesOf, keysOf, NO_DEED, type Deed } from './deed.js';
import { deedKey } from './deed-words.js';
import type { Counted } from './tally.js';
import { partsClause, singularOf, slug, wording } from './wording.js';

/** What is done with a number of things. */
export interface Told {
  readonly deed: Deed;
  readonly described: ReadonlySet<string>;
  /** The verb as a row can show it behind its noun: "injured" in "police officers injured". */
  readonly said: string;
  /** Whom or what a sum of money is told of: "the election cost €3 million". */
  readonly payer?: { readonly noun: string; readonly what: string };
}

const VOTE = deedKey('vote');
const EMPTY = /^(?:is|are|was|were|be|been|being|has|have|had|having|do|does|did|'s|'re|'ve)$/;
const TIME = /^(?:second|minute|hour|day|week|month|year|decade|century|km|kilometre|metre|mile)$/;
/** A stretch of time or way is counted by these; beside other verbs it says when or where. */
const LASTS = new Set(['last', 'tak', 'take', 'spend', 'spent', 'stretch', 'run', 'ran', 'wait']);

export function deedOfNumber(
  reading: Reading,
  sentence: Sentence,
  quantity: Quantity,
  counted: Counted,
  scored: boolean,
): Told {
  const about = aboutClause(reading, sentence, quantity.first, quantity.numeral);
  const described = describing(reading, quantity, counted);
  const none: Told = { deed: { ...NO_DEED, about }, described, said: '' };
  if (reading.forms[quantity.last] === '-') return ofHyphened(reading, quantity, none, counted.last);
  if (scored || counted.stands === undefined) return { ...none, deed: voting(reading, sentence, about) };
  const told =
    heldBy(reading, sentence, quantity, about) ??
    behind(reading, counted, about) ??
    besideVerb(reading, sentence, quantity, counted, about);
  if (!told || (TIME.test(counted.subject) && !LASTS.has(told.deed.key))) return none;
  return { ...told, described };
}

/** "a 44-day strike": the days are the strike's. */
function ofHyphened({ forms, tokens }: Reading, { last }: Quantity, none: Told, end: number): Told {
  const head = end - 1;
  const isLong = head > last + 1 && /^(?:NOUN|PROPN)$/.test(tagAt(tokens, head));
  return isLong ? { ...none, deed: { ...none.deed, key: deedKey(forms[head] ?? '') } } : none;
}

function voting(reading: Reading, sentence: Sentence, about: ReadonlySet<string>): Deed {
  const clause = clausesOf(reading, sentence).find(({ main }) => deedKey(reading.forms[main] ?? '') === VOTE);
  return { ...NO_DEED, key: VOTE, undergoers: clause ? keysOf(reading, clause.undergoers) : new Set(), about };
}

/** The clause that has the number in its subject or object. */
function heldBy(
  reading: Reading,
  sentence: Sentence,
  { numeral }: Quantity,
  about: ReadonlySet<string>,
): Told | undefined {
  const holds = ({ first, last }: { first: number; last: number }): boolean => first <= numeral[0] && numeral[0] < last;
  for (const clause of clausesOf(reading, sentence)) {
    const { doers, undergoers, main, form } = clause;
    const verb = reading.forms[main] ?? '';
    const key = deedKey(verb);
    const counted = [...undergoers, ...doers].find(holds);
    if (!counted || EMPTY.test(verb)) continue;
    const done = undergoers.includes(counted);
    const others = keysOf(reading, done ? doers : undergoers);
    const deed: Deed = done
      ? { ...NO_DEED, key, doers: others, about }
      : // "Ten officers injured three men" injures others than "ten officers were injured".
        { ...NO_DEED, key: others.size > 0 && key !== VOTE ? `${key} by` : key, undergoers: others, about };
    const said = done && form === 'active' && !verb.endsWith('ed') ? '' : sayDeed(reading, clause, done);
    return { deed, described: new Set(), said, ...(done ? payerOf(reading, sentence, clause.first, clause) : {}) };
  }
  return undefined;
}

function sayDeed(reading: Reading, { main, undergoers }: Clause, done: boolean): string {
  const verb = wording(reading, main, main + 1);
  const [object] = done ? [] : undergoers;
  return object ? `${verb} ${wording(reading, object.head, object.head + 1)}` : verb;
}

/** "300 passengers trapped on the train". */
function behind(
  { forms, tokens, ...reading }: Reading,
  { last }: Counted,
  about: ReadonlySet<string>,
): Told | undefined {
  const verb = forms[last] ?? '';
  if (tagAt(tokens, last) !== 'VERB' || !/(?:ed|en|wn|nt|ght|ung|ld|st)$/.test(verb)) return undefined;
  return {
    deed: { ...NO_DEED, key: deedKey(verb), about },
    described: new Set(),
    said: wording({ forms, tokens, ...reading }, last, last + 1),
  };
}

const REACH = 7;

/** The verb that leads to the number, with the preposition between ("rose to 5%"), or else the one behind it. */
function besideVerb(
  reading: Reading,
  sentence: Sentence,
  { first, last }: Quantity,
  counted: Counted,
  about: ReadonlySet<string>,
): Told | undefined {
  const { forms } = reading;
  const look = (from: number, step: 1 | -1): number | undefined => {
    for (let i = from; i >= sentence.first && i < sentence.last && Math.abs(i - from) < REACH; i += step) {
      if (partsClause(forms[i]) || (step === 1 && /^(?:and|but|or)$/.test(forms[i] ?? ''))) return undefined;
      if (isVerb(reading, i)) return i;
    }
    return undefined;
  };
  const ahead = look(first - 1, -1);
  const verb = ahead ?? (counted.stands === 'behind' ? look(Math.max(last, counted.last), 1) : undefined);
  if (verb === undefined || EMPTY.test(forms[verb] ?? '')) return undefined;
  const before = forms[first - 1] ?? '';
  const preposition =
    ahead !== undefined && ahead < first - 1 && /^(?:to|by|at|for|from|in|with|on|into)$/.test(before);
  const key = `${deedKey(forms[verb] ?? '')}${preposition ? ` ${before}` : ''}`;
  const clause = clausesOf(reading, sentence).find(({ parts }) => parts.includes(verb));
  const doers = ahead !== undefined && clause ? keysOf(reading, clause.doers) : new Set<string>();
  const payer = ahead === undefined ? {} : payerOf(reading, sentence, verb, clause);
  const isOwnVerb = ahead === undefined || (forms[verb] ?? '').endsWith('ed') || counted.stands !== 'behind';
  return {
    deed: { ...NO_DEED, key, doers, about },
    described: new Set(),
    said:
      !isOwnVerb || (preposition && counted.stands === 'behind')
        ? ''
        : `${wording(reading, verb, verb + 1)}${preposition ? ` ${before}` : ''}`,
    ...payer,
  };
}

function payerOf(reading: Reading, sentence: Sentence, verb: number, clause: Clause | undefined): Pick<Told, 'payer'> {
  const [doer] = clause && clause.certain && clause.form === 'active' ? clause.doers : [];
  const range = doer ? ([doer.head, doer.head + 1] as const) : nounBefore(reading, sentence, clause?.first ?? verb);
  if (!range || tagAt(reading.tokens, range[1] - 1) === 'PRON') return {};
  return { payer: { noun: slug(singularOf(reading.forms[range[1] - 1] ?? '')), what: wording(reading, ...range) } };
}

/** "The election cost the city": the tagger has "cost" a noun. */
function isVerb({ forms, tokens }: Reading, at: number): boolean {
  if (tagAt(tokens, at) === 'VERB') return true;
  return /^costs?$/.test(forms[at] ?? '') && /^(?:NOUN|PROPN|PRON|AUX|ADV)$/.test(tagAt(tokens, at - 1));
}

/** Nouns before the head: "police" of "police officers". */
function describing({ forms, tokens }: Reading, { last }: Quantity, counted: Counted): Set<string> {
  const words = new Set<string>();
  if (counted.stands !== 'behind') return words;
  for (let i = last; i < counted.last - 1; i += 1)
    if (/^(?:NOUN|PROPN)$/.test(tagAt(tokens, i))) words.add(deedKey(forms[i] ?? ''));
  return words;
}

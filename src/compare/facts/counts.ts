import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { findQuantities, writeQuantity, type Quantity } from '../../text/quantity.js';
import type { OnTopic } from '../on-topic.js';
import { nounBefore } from './clause.js';
import { deedOfNumber, type Told } from './counted-deed.js';
import type { Mention } from './mention.js';
import { scoreOf, sideTaken, VOTING, type Counted } from './tally.js';
import { isCapital, singularOf, slug, wording } from './wording.js';

/** The counts, shares and sums of money of one sentence; `taken` tokens belong to dates and names. */
export function countsIn(document: OnTopic, index: number, taken: (token: number) => boolean): Mention[] {
  const { reading } = document.analysis;
  const sentence = reading.sentences[index];
  if (!sentence) return [];
  const quantities = findQuantities(reading, sentence.first, sentence.last, taken);
  const mentions: Mention[] = [];
  let before: Counted | undefined;
  quantities.forEach((quantity, at) => {
    const scored = scoreOf(reading, sentence, quantities, at);
    if (!scored && (isName(reading, sentence, quantity) || isTime(reading, quantity))) return;
    const end = quantities[at + 1]?.first ?? sentence.last;
    const counted = scored ?? whatIsCounted(reading, sentence, quantity, end, before);
    if (!counted || (!scored && isNoFact(reading, quantity, counted.subject))) return;
    before = counted;
    if (isPersonName(reading, quantity, counted)) return;
    const told = deedOfNumber(reading, sentence, quantity, counted, scored !== undefined);
    const kind = quantity.unit === '%' ? 'share' : quantity.unit === 'count' ? 'count' : 'money';
    mentions.push({
      document,
      kind,
      ...named(quantity, counted, reading.forms[quantity.first - 1] === 'of', told),
      value: writeQuantity(quantity),
      quantity,
      first: quantity.first,
      sentence: index,
      searched: [wording(reading, ...quantity.numeral), ...counted.subject.split('-')],
      deed: told.deed,
      described: told.described,
    });
  });
  return mentions;
}

function whatIsCounted(
  reading: Reading,
  sentence: Sentence,
  quantity: Quantity,
  end: number,
  before: Counted | undefined,
): Counted | undefined {
  const behind = nounBehind(reading, quantity.last, end);
  // "three opposed", "one voting against": what they do is not what they are.
  const after = behind && VOTING.test(behind.noun) ? undefined : behind;
  const side = sideTaken(reading, sentence, quantity, after?.last, end);
  if (side) {
    // "295 senators, with one voting against": those who are against are senators too.
    const noun = after?.noun ?? before?.subject.replace(/-(?:against|abstaining|for)$/, '') ?? 'vote';
    const what = `${after || !before ? '' : `${before.what}: `}${wording(reading, quantity.last, side.last)}`;
    return { subject: side.name === 'for' ? noun : `${noun}-${side.name}`, what, last: side.last };
  }
  const named = after ?? nounRound(reading, sentence, quantity, end);
  if (!named) return undefined;
  return {
    subject: named.noun,
    what: wording(reading, named.first, named.last),
    last: after?.last ?? quantity.last,
    stands: after ? 'behind' : named.first >= quantity.last ? 'goal' : 'round',
  };
}

/** What a row is called: the thing and what is done with it, "police officers injured". */
function named(
  { unit }: Quantity,
  counted: Counted,
  /** "a fine of €3m" */
  isOf: boolean,
  { payer, said }: Told,
): Pick<Mention, 'subject' | 'what' | 'last'> {
  const { last } = counted;
  const { stands, subject, what } = counted;
  // "promised for repairs"
  if (stands === 'goal') return { subject, what: [said, what].filter(Boolean).join(' '), last };
  if (unit === 'count' || unit === '%' || stands === 'behind' || isOf)
    return { subject, what: [what, said].filter(Boolean).join(' '), last };
  // A sum without a noun of its own is its payer's: "the election cost the city €3 million".
  return payer
    ? { subject: payer.noun, what: [payer.what, said].filter(Boolean).join(' '), last }
    : { subject, what, last };
}

/** "Tom Reed" behind a margin is nobody who is counted; "French Senators" are. */
function isPersonName(reading: Reading, { last }: Quantity, { stands, last: end }: Counted): boolean {
  if (stands !== 'behind' || end - last < 2 || (reading.forms[end - 1] ?? '').endsWith('s')) return false;
  for (let i = last; i < end; i += 1) if (!isCapital(reading, i) || tagAt(reading.tokens, i) !== 'PROPN') return false;
  return true;
}

interface Noun {
  readonly noun: string;
  readonly first: number;
  readonly last: number;
}

/** A noun phrase is seldom longer: "24 Bastion armoured personnel carriers". */
const LONGEST_PHRASE = 6;
const NOMINAL = /^(?:NOUN|PROPN|ADJ)$/;

/** The head of the noun phrase behind a number: "295 French Senators", "12 per cent of voters", "a 44-day strike", "12 injured". */
function nounBehind(reading: Reading, at: number, end: number): Noun | undefined {
  const { forms, tokens } = reading;
  let first = at;
  if (forms[first] === '-') return hyphened(reading, at + 1, end);
  if (forms[first] === 'of') first += 1;
  if (/^(?:the|its|their|his|her|these|those|all|other|more)$/.test(forms[first] ?? '')) first += 1;
  let head: number | undefined;
  const limit = Math.min(end, first + LONGEST_PHRASE);
  for (let i = first; i < limit; i += 1) {
    const tag = tagAt(tokens, i);
    const participle =
      tag === 'VERB' && /(?:ed|ing)$/.test(forms[i] ?? '') && tagAt(tokens, i + 1) === 'NOUN' && head === undefined;
    if (tag === 'NOUN' || tag === 'PROPN') head = i;
    else if (!(tag === 'ADJ' || participle || forms[i] === '-')) break;
  }
  if (head === undefined) {
    // "12 injured", "40 dead": the adjective stands for those it is said of.
    const alone = forms[first] ?? '';
    const stands = tagAt(tokens, first) === 'ADJ' || (tagAt(tokens, first) === 'VERB' && alone.endsWith('ed'));
    return stands && first < end && first === at ? { noun: alone, first, last: first + 1 } : undefined;
  }
  return { noun: slug(singularOf(forms[head] ?? '')), first, last: head + 1 };
}

/** "a three-day strike" lasts three days; "a 20-year-old man" is twenty years old. */
function hyphened(reading: Reading, at: number, end: number): Noun | undefined {
  const { forms, tokens } = reading;
  if (at >= end || tagAt(tokens, at) !== 'NOUN') return undefined;
  const old = forms[at + 1] === '-' && forms[at + 2] === 'old';
  let last = at + (old ? 3 : 1);
  while (last < end && NOMINAL.test(tagAt(tokens, last)) && last - at < LONGEST_PHRASE) last += 1;
  return { noun: old ? 'years-old' : singularOf(forms[at] ?? ''), first: at, last };
}

const LEADS_TO_NUMBER =
  /^(?:to|at|of|by|is|was|were|are|be|reached|hit|totalled|numbered|cost|costs|from|reaching|totalling|worth|,|\()$/;

/** "the toll rose to 43", "£40 million for repairs": a number without a noun of its own; a bare one may be of nothing. */
function nounRound(
  reading: Reading,
  sentence: Sentence,
  { first, last, unit }: Quantity,
  end: number,
): Noun | undefined {
  const { forms } = reading;
  const isBare = unit === 'count';
  if (isBare && !LEADS_TO_NUMBER.test(forms[first - 1] ?? '')) return undefined;
  const before = nounBefore(reading, sentence, first);
  // "Rents rose by 12 per cent in Leeds" is the rents' share.
  if (!isBare && !(unit === '%' && before) && /^(?:for|in|on|towards?)$/.test(forms[last] ?? '')) {
    const ahead = nounBehind(reading, last + 1, end);
    if (ahead) return { ...ahead, first: last };
  }
  if (before) return { noun: slug(singularOf(forms[before[1] - 1] ?? '')), first: before[0], last: before[1] };
  return isBare ? undefined : { noun: 'sum', first, last };
}

/** "GM 200", "Article 5", "Flight 370": a bare figure right behind a capitalised word that opens no sentence. */
function isName(reading: Reading, sentence: Sentence, { first, numeral: [at, next], unit }: Quantity): boolean {
  if (first !== at || unit !== 'count') return false;
  const before = at - 1;
  if (
    /^(?:no\.?|number|page|chapter|article|section|point|item|§|#)$/.test(reading.forms[before] ?? '') &&
    before >= sentence.first
  )
    return true;
  return (
    before > sentence.first && isCapital(reading, before) && next === at + 1 && /^\d/.test(reading.forms[at] ?? '')
  );
}

/** "5 p.m.", and a day that no calendar has ("31 February"). */
function isTime({ forms }: Reading, { last, unit }: Quantity): boolean {
  return (
    unit === 'count' &&
    (/^(?:\d*[ap]\.?m|k|m|mn|mln|bn|tn)\.?$/.test(forms[last] ?? '') || MONTH.test(forms[last] ?? ''))
  );
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const VAGUE =
  /^(?:side|part|way|thing|hand|reason|kind|sort|front|point|step|matter|aspect|fold|time|p\.?m|a\.?m|o'clock|another|more|other|type|form|respect|question)$/;
/** "the two leaders": those told of already. Up to this many they are taken up, not counted. */
const MOST_TAKEN_UP = 3;
const MOST_VAGUE = 10;

/** Numbers that only build a sentence: "one of the", "two sides", "the two leaders". */
function isNoFact(reading: Reading, quantity: Quantity, subject: string): boolean {
  const { forms } = reading;
  const { first, numeral, relation, value, unit, last } = quantity;
  if (unit !== 'count') return false;
  const inWords = /^\p{L}/u.test(forms[numeral[0]] ?? '');
  if (value <= MOST_VAGUE && VAGUE.test(subject)) return true;
  if (/-(?:against|abstaining)$/.test(subject)) return false;
  const before = forms[first - 1] ?? '';
  if (inWords && value === 1)
    return relation === '=' && (!/^(?:only|just|single|exactly)$/.test(before) || forms[last] === 'of');
  return (
    inWords &&
    relation === '=' &&
    forms[last] !== '-' &&
    value <= MOST_TAKEN_UP &&
    /^(?:the|these|those|both|its|their|his|her|our)$/.test(before)
  );
}

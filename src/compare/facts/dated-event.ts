import type { Dated } from '../../text/date.js';
import type { Clause, NounPhrase } from '../../text/clause.js';
import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { aboutClause, clausesOf, keysOf, namesAndNouns, NO_DEED, type Deed } from './deed.js';
import { deedKey, isHappening, isLight } from './deed-words.js';
import { partsClause, wording } from './wording.js';

/** The event that a date is of, and the heads of its clause in their order: "Senate adopted resolution". */
export interface DatedEvent {
  readonly deed: Deed;
  readonly what: string;
}

/** A date is of the noun it describes ("the 2020 war", "the war of 2020"), or else of its clause's verb. */
export function eventOf(reading: Reading, sentence: Sentence, date: Dated): DatedEvent {
  return ofNoun(reading, sentence, date) ?? ofVerb(reading, sentence, date) ?? ofNearNoun(reading, sentence, date);
}

const PERIOD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|end|beginning|start|middle|half|quarter|year|month|week|day|morning|evening|night|part)s?$/;

function ofNoun(reading: Reading, sentence: Sentence, { first, last }: Dated): DatedEvent | undefined {
  const { forms, tokens } = reading;
  const before = forms[first - 1] ?? '';
  if ((first > sentence.first && /^(?:DET|ADJ)$|^PRON$/.test(tagAt(tokens, first - 1))) || before === "'s") {
    const end = runEnd(reading, last, sentence.last);
    if (end > last) return named(reading, last, end);
  }
  const noun = first - 2;
  const isOf = before === 'of';
  if (!(isOf || before === 'in') || noun < sentence.first || !/^(?:NOUN|PROPN)$/.test(tagAt(tokens, noun)))
    return undefined;
  if (PERIOD.test(forms[noun] ?? '') || !(isOf || isHappening(forms[noun] ?? ''))) return undefined;
  let from = noun;
  while (from > sentence.first && isNameOrNoun(reading, from - 1)) from -= 1;
  return named(reading, from, noun + 1);
}

function named(reading: Reading, first: number, last: number): DatedEvent {
  const about = namesAndNouns(reading, first, last);
  return {
    what: wording(reading, first, last),
    deed: { ...NO_DEED, key: deedKey(reading.forms[last - 1] ?? ''), about },
  };
}

function isNameOrNoun({ tokens, forms }: Reading, at: number): boolean {
  return (
    /^(?:NOUN|PROPN)$/.test(tagAt(tokens, at)) || (forms[at] === '-' && /^(?:NOUN|PROPN)$/.test(tagAt(tokens, at - 1)))
  );
}

function runEnd(reading: Reading, from: number, limit: number): number {
  let end = from;
  while (end < limit && (isNameOrNoun(reading, end) || tagAt(reading.tokens, end) === 'ADJ')) end += 1;
  while (end > from && !/^(?:NOUN|PROPN)$/.test(tagAt(reading.tokens, end - 1))) end -= 1;
  return end;
}

/** Words of a date's own phrase before it: "In early May", "On the morning of 3 May". */
const OPENS_SENTENCE = 4;

function ofVerb(reading: Reading, sentence: Sentence, { first, last }: Dated): DatedEvent | undefined {
  const clauses = clausesOf(reading, sentence);
  const leads = first - sentence.first <= OPENS_SENTENCE && !clauses.some(({ main }) => main < first);
  const clause = leads ? clauses.find(({ main }) => main >= last) : clauses.findLast(({ main }) => main < first);
  if (!clause || (!leads && isOtherClause(reading, clause, first))) return undefined;
  const { main, doers, undergoers } = clause;
  const key = deedKey(reading.forms[main] ?? '');
  const about = aboutClause(reading, sentence, main, [first, last]);
  for (const each of keysOf(reading, [...doers, ...undergoers])) about.add(each);
  const [subject] = clause.form === 'active' ? doers : undergoers;
  const what = toldBy(reading, clause);
  // "Protests erupted", "the strike took place": the event is what the verb is said of.
  if (isLight(key) && subject)
    return { what, deed: { ...NO_DEED, key: deedKey(reading.forms[subject.head] ?? ''), about } };
  return { what, deed: { key, doers: keysOf(reading, doers), undergoers: keysOf(reading, undergoers), about } };
}

/** A verb that the parse does not tell, or a mark, between the clause and the date leaves open whose date it is. */
function isOtherClause({ forms, tokens }: Reading, clause: Clause, date: number): boolean {
  for (let i = clause.last; i < date; i += 1)
    if (
      /^(?:[;:()—–"]|that|which|who|when|where|while|because|although)$/.test(forms[i] ?? '') ||
      (tagAt(tokens, i) === 'VERB' && !clause.parts.includes(i))
    )
      return true;
  return false;
}

/** Subject, verb and object where the parse is sure of them; a pronoun tells nothing. */
function toldBy(reading: Reading, { form, doers, undergoers, main, parts }: Clause): string {
  const shown = (phrases: readonly NounPhrase[]): (readonly [number, number])[] => {
    const [noun] = phrases;
    return noun && tagAt(reading.tokens, noun.head) !== 'PRON' ? [headOf(reading, noun)] : [];
  };
  // "took place", "broke out" need their second word; "was created" does not need its first.
  const end = Math.max(main + 1, ...parts.filter((part) => part === main + 1).map((part) => part + 1));
  const verb = [main, end] as const;
  const ranges = form === 'active' ? [...shown(doers), verb, ...shown(undergoers)] : [...shown(undergoers), verb];
  return [...ranges]
    .sort(([a], [b]) => a - b)
    .map((range) => wording(reading, ...range))
    .join(' ');
}

/** A name whole ("Nagorno-Karabakh"), of other phrases the noun with those before it. */
function headOf(reading: Reading, { first, head, last }: NounPhrase): readonly [number, number] {
  let from = head;
  // "turning point"
  if (tagAt(reading.tokens, head) !== 'PROPN') {
    while (
      from > first &&
      (tagAt(reading.tokens, from - 1) === 'NOUN' || (reading.forms[from - 1] ?? '').endsWith('ing'))
    )
      from -= 1;
    return [from, head + 1];
  }
  let to = head + 1;
  while (from > first && isName(reading, from - 1)) from -= 1;
  while (to < last && isName(reading, to)) to += 1;
  return [from, to];
}

function isName({ tokens, forms }: Reading, at: number): boolean {
  return tagAt(tokens, at) === 'PROPN' || forms[at] === '-';
}

/** No verb that leads to it: the noun next before it, or behind, or the date alone. */
function ofNearNoun(reading: Reading, sentence: Sentence, { first, last }: Dated): DatedEvent {
  const about = aboutClause(reading, sentence, first, [first, last]);
  const event = nearest(first - 1, -1, isHappening) ?? nearest(last, 1, isHappening);
  const noun = event ?? nearest(first - 1, -1) ?? nearest(last, 1);
  const range =
    noun === undefined
      ? ([first, last] as const)
      : isOfAnother(noun)
        ? ([noun - 2, noun + 1] as const)
        : headOf(reading, { kind: 'noun', first: noun, head: noun, last: noun + 1 });
  const verb = noun === undefined || event !== undefined ? undefined : verbOf(noun);
  if (verb !== undefined)
    return {
      what: `${wording(reading, verb, verb + 1)} ${wording(reading, ...range)}`,
      deed: { ...NO_DEED, key: deedKey(reading.forms[verb] ?? ''), about },
    };
  const what = wording(reading, ...range);
  return { what, deed: { ...NO_DEED, key: event === undefined ? '' : deedKey(reading.forms[event] ?? ''), about } };

  /** "burst its banks": an object whose verb stands right before it. */
  function verbOf(noun: number): number | undefined {
    let at = noun - 1;
    while (at > sentence.first && /^(?:DET|ADJ|PRON)$/.test(tagAt(reading.tokens, at))) at -= 1;
    return noun < first && tagAt(reading.tokens, at) === 'VERB' ? at : undefined;
  }

  /** "sending of arms" */
  function isOfAnother(noun: number): boolean {
    return reading.forms[noun - 1] === 'of' && noun - 2 >= sentence.first && tagAt(reading.tokens, noun - 2) === 'NOUN';
  }

  function nearest(from: number, step: 1 | -1, is = (form: string): boolean => !PERIOD.test(form)): number | undefined {
    for (let i = from; i >= sentence.first && i < sentence.last; i += step) {
      if (partsClause(reading.forms[i])) return undefined;
      if (
        /^(?:NOUN|PROPN)$/.test(tagAt(reading.tokens, i)) &&
        reading.forms[i] !== 'place' &&
        is(reading.forms[i] ?? '')
      )
        return i;
    }
    return undefined;
  }
}

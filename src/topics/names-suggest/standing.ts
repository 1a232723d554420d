import type { Referent } from '../../devices/referent.js';
import { namesIn } from '../../text/capitals.js';
import { spanOf, tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { isBody, kindOfName } from './kind.js';

/** A capitalised name as it stands, and what its neighbours show it to be. */
export interface StandingName {
  readonly name: string;
  /** Tokens `[first, last)`, a title in front left out. */
  readonly first: number;
  readonly last: number;
  readonly kind?: Referent['kind'] | undefined;
}

/** Titles that stand before a person's name and are no part of it. */
const TITLE =
  /^(?:president|vice|prime|minister|premier|chancellor|king|queen|prince|princess|pope|sir|lord|lady|mr|mrs|ms|dr|professor|general|colonel|captain|admiral|judge|justice|senator|governor|mayor|ambassador|secretary|director|chief|chairman|chairwoman|spokesman|spokeswoman|councillor|bishop|archbishop|cardinal|rabbi|imam|sheikh|dame|miss|prof|rev|reverend|major|lieutenant|sergeant|inspector|detective|superintendent|commissioner|representative|congressman|congresswoman|deputy|attorney|sen|gov|gen|col)\.?$/;
/** What a state's or a town's name stands before when its rulers are meant. */
const RULERS = /^(?:government|authorities|administration|leadership|regime)$/;
/** Days, months, offices and the like have capitals and name nobody. */
const NO_NAME =
  /^(?:i|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|god|mr|mrs|ms|dr|mps?|meps?|pm|ceo|tv)\.?$/;
const OPENER = /^(?:several|many|most|some|all|both|other|no|any|few|each|every|when|while|after|before|since)$/;
const LONGEST_NAME = 8;

/** The capitalised names of a text's prose, in order. A sentence's first word is one by itself only where the text has it with a capital inside a sentence too. */
export function namesStanding(reading: Reading): StandingName[] {
  const inName = namesIn(reading);
  const sentences = reading.sentences.filter(({ kind }) => kind === 'prose');
  const inside = new Set(
    sentences.flatMap(({ first, last }) =>
      reading.forms
        .slice(first + 1, last)
        .filter((_, at) => isCapital(reading, first + 1 + at) && reading.forms[first + at] !== '"'),
    ),
  );
  return sentences.flatMap((sentence) => namesOf(reading, sentence, inName, inside));
}

function namesOf(
  reading: Reading,
  { first, last }: Sentence,
  inName: Uint8Array,
  inside: ReadonlySet<string>,
): StandingName[] {
  const { tokens, forms } = reading;
  /** "Leeds and York" and "In Leeds the York council" are two, "Institute for Peace and Health" is one; a possessive ends a name. */
  const parts = (from: number, at: number): boolean =>
    /^(?:and|&|the)$/.test(forms[at] ?? '')
      ? !forms.slice(from, at).some((form) => form === 'of' || form === 'for')
      : /^['’]s?$/.test(forms[at] ?? '');
  const found: StandingName[] = [];
  for (let at = first; at < last; at += 1) {
    if (!isCapital(reading, at)) continue;
    // "Several Swedish banks" opens a sentence, and no name.
    if (at === first && (tagAt(tokens, at) !== 'PROPN' || OPENER.test(forms[at] ?? ''))) continue;
    let end = at + 1;
    if (inName[at] === 1) while (end < last && inName[end] === 1 && !parts(at, end)) end += 1;
    else if (tagAt(tokens, at) !== 'PROPN' && !(at > first && tagAt(tokens, at) === 'ADJ')) continue;
    // "Transport Workers' Union" is one name.
    while (
      (forms[end - 1] ?? '').endsWith('s') &&
      /^['’]$/.test(forms[end] ?? '') &&
      end + 1 < last &&
      isBodyAt(end + 1)
    )
      end += 2;
    if (at === first && end === at + 1 && !inside.has(forms[at] ?? '')) continue;
    let from = at;
    while (from < end - 1 && TITLE.test(forms[from] ?? '')) from += 1;
    const titled = from > at || TITLE.test(forms[at - 1] ?? '');
    if (end - from <= LONGEST_NAME && !NO_NAME.test(forms[from] ?? '') && isCapital(reading, from)) {
      const rulers = RULERS.test(forms[end] ?? '') && forms[from - 1] === 'the';
      const name = textOf(reading, from, end);
      found.push({
        name,
        first: from,
        last: end,
        kind: kindOfName(reading, { first: from, last: end, titled, rulers }),
      });
      if (rulers)
        found.push({ name: `the ${textOf(reading, from, end + 1)}`, first: from, last: end + 1, kind: 'body' });
    }
    at = end - 1;
  }
  return found;

  function isBodyAt(at: number): boolean {
    return isCapital(reading, at) && isBody(forms[at] ?? '');
  }
}

function isCapital({ text, tokens }: Reading, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(tokens.start[at] ?? 0, (tokens.start[at] ?? 0) + 2));
}

function textOf({ text, tokens }: Reading, first: number, last: number): string {
  const { start, end } = spanOf(tokens, first, last);
  return text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '');
}

import type { Referent } from '../../devices/referent.js';
import { namesIn } from '../../text/capitals.js';
import { spanOf, tagAt, type Reading, type Sentence } from '../../text/reading.js';

/** A capitalised name as it stands, and what its neighbours show it to be. */
export interface StandingName {
  readonly name: string;
  readonly kind?: Referent['kind'] | undefined;
}

/** Titles that stand before a person's name and are no part of it. */
const TITLE =
  /^(?:president|vice|prime|minister|premier|chancellor|king|queen|prince|princess|pope|sir|lord|lady|mr|mrs|ms|dr|professor|general|colonel|captain|admiral|judge|justice|senator|governor|mayor|ambassador|secretary|director|chief|chairman|chairwoman|spokesman|spokeswoman|councillor|bishop)\.?$/;
/** What a state's or a town's name stands before when its rulers are meant. */
const RULERS = /^(?:government|authorities|administration|leadership|regime)$/;
const BODY =
  /^(?:union|council|committee|commission|party|board|agency|company|court|ministry|parliament|assembly|organi[sz]ation|association|authority|university|bank|group|front|movement|federation|institute|office|service|department|police|army|club|network|alliance|league|trust|fund|society)$/;
/** Days, months and the like have capitals and name nobody. */
const NO_NAME =
  /^(?:i|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|god|mr|mrs|ms|dr)$/;
const OPENER = /^(?:several|many|most|some|all|both|other|no|any|few|each|every|when|while|after|before|since)$/;
const LONGEST_NAME = 8;

/** The capitalised names of a text's prose, in order. A sentence's first word is one only as part of a longer name, or where the tagger takes it for a name. */
export function namesStanding(reading: Reading): StandingName[] {
  const inName = namesIn(reading);
  return reading.sentences
    .filter(({ kind }) => kind === 'prose')
    .flatMap((sentence) => namesOf(reading, sentence, inName));
}

function namesOf(reading: Reading, { first, last }: Sentence, inName: Uint8Array): StandingName[] {
  const { text, tokens, forms } = reading;
  const isCapital = (at: number): boolean =>
    /^\p{Lu}/u.test(text.slice(tokens.start[at] ?? 0, (tokens.start[at] ?? 0) + 2));
  /** "Leeds and York" and "In Leeds the York council" are two, "Institute for Peace and Health" is one; a possessive ends a name. */
  const parts = (from: number, at: number): boolean =>
    /^(?:and|&|the)$/.test(forms[at] ?? '')
      ? !forms.slice(from, at).some((form) => form === 'of' || form === 'for')
      : /^['’]s?$/.test(forms[at] ?? '');
  const found: StandingName[] = [];
  for (let at = first; at < last; at += 1) {
    if (!isCapital(at)) continue;
    // "Several Swedish banks" opens a sentence, and no name.
    if (at === first && (tagAt(tokens, at) !== 'PROPN' || OPENER.test(forms[at] ?? ''))) continue;
    let end = at + 1;
    if (inName[at] === 1) while (end < last && inName[end] === 1 && !parts(at, end)) end += 1;
    else if (tagAt(tokens, at) !== 'PROPN' && !(at > first && tagAt(tokens, at) === 'ADJ')) continue;
    let from = at;
    while (from < end - 1 && TITLE.test(forms[from] ?? '')) from += 1;
    const titled = from > at || TITLE.test(forms[at - 1] ?? '');
    if (end - from <= LONGEST_NAME && !NO_NAME.test(forms[from] ?? '') && isCapital(from)) {
      const rulers = RULERS.test(forms[end] ?? '') && forms[from - 1] === 'the';
      const name = textOf(reading, from, end);
      found.push({ name, kind: kindOf(titled, rulers, forms.slice(from, end), forms[from - 1] ?? '') });
      if (rulers) found.push({ name: `the ${textOf(reading, from, end + 1)}`, kind: 'body' });
    }
    at = end - 1;
  }
  return found;
}

function kindOf(
  titled: boolean,
  rulers: boolean,
  forms: readonly string[],
  before: string,
): Referent['kind'] | undefined {
  if (titled) return 'person';
  if (forms.some((form) => BODY.test(form))) return 'body';
  if (rulers) return 'state';
  return before === 'in' ? 'place' : undefined;
}

function textOf({ text, tokens }: Reading, first: number, last: number): string {
  const { start, end } = spanOf(tokens, first, last);
  return text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '');
}

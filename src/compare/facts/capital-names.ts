import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { isFunctionWord } from '../function-word.js';
import { isCapital } from './wording.js';

/** A capitalised name as it stands: tokens `[first, last)`, a title in front of it left out. */
export interface CapitalName {
  readonly first: number;
  readonly last: number;
  /** A title stands before it ("President", "Senators"), so it names a person. */
  readonly titled: boolean;
}

/** Titles and offices that stand before a person's name, singular or plural, in small letters. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|president|vice|premier|chancellor|minister|secretary|senator|congressman|congresswoman|representative|deputy|governor|mayor|councillor|ambassador|envoy|commissioner|general|colonel|major|captain|superintendent|attorney|lieutenant|sergeant|admiral|judge|justice|prosecutor|king|queen|prince|princess|pope|cardinal|archbishop|bishop|imam|rabbi|rev|reverend|sheikh|spokesman|spokeswoman|spokesperson|chairman|chairwoman|chair|director|chief|leader|lawyer|journalist|analyst|economist|professor|activist|author|historian|singer|actor|coach|mp|mep|sen|gov|gen|col)s?\.?$/;
const JOINS_BODY = /^(?:of|for|the|and|on|against|de|des|du|la)$/;
const JOINS_PERSON = /^(?:de|la|von|van|der|al|bin|du|di|da|el|le|-)$/;
/** Days, months and pronouns have capitals and name nobody. */
const NO_NAME =
  /^(?:i|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|editor|god|covid)$/;
const LONGEST_NAME = 10;

/** The capitalised names of a sentence that `isLabel` does not know already. */
export function capitalNames(
  reading: Reading,
  sentence: Sentence,
  isLabel: (token: number) => boolean,
  isBodyNoun: (form: string) => boolean,
): CapitalName[] {
  const { forms, tokens } = reading;
  if (isTitleCase(reading, sentence)) return [];
  const names: CapitalName[] = [];
  let plural = false;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    if (!opens(i)) {
      if (!/^(?:and|or|,|the)$/.test(forms[i] ?? '')) plural = isTitle(i) && (forms[i] ?? '').endsWith('s');
      continue;
    }
    const end = endOf(i);
    const first = behindTitles(i, end);
    const titled = first > i || isTitle(i - 1) || (forms[i - 1] === ',' && isTitle(i - 2)) || plural;
    plural = first > i ? (forms[first - 1] ?? '').endsWith('s') : plural;
    // The last word decides: "French President Macron" is the label's, "French Polynesia" is not.
    const isKnown = isLabel(end - 1) || NO_NAME.test(forms[first] ?? '');
    if (first < end && !isKnown && end - first <= LONGEST_NAME) names.push({ first, last: end, titled });
    i = end - 1;
  }
  return names;

  function opens(at: number): boolean {
    if (!isCapital(reading, at)) return false;
    return at > sentence.first ? !follows(at) : tagAt(tokens, at) === 'PROPN' && !isFunctionWord(forms[at] ?? '');
  }

  /** Behind an opening quotation mark at the sentence's head a capital is the sentence's. */
  function follows(at: number): boolean {
    return at === sentence.first + 1 && /^["']$/.test(forms[sentence.first] ?? '') && tagAt(tokens, at) !== 'PROPN';
  }

  function isTitle(at: number): boolean {
    return at >= sentence.first && TITLE.test(forms[at] ?? '');
  }

  function endOf(first: number): number {
    let end = first + 1;
    let body = isBodyNoun(forms[first] ?? '');
    for (let j = end; j < sentence.last; j += 1) {
      const form = forms[j] ?? '';
      // "Bakers' Union"
      if (form === "'" && isBodyNoun(forms[j + 1] ?? '') && isCapital(reading, j + 1)) continue;
      if (isCapital(reading, j)) {
        body ||= isBodyNoun(form);
        end = j + 1;
      } else if (!(
        JOINS_PERSON.test(form) ||
        (body && JOINS_BODY.test(form)) ||
        (form === '.' && j === end && j - first === 1 && (forms[first] ?? '').length === 1)
      ))
        break;
      if (j - end > 2) break;
    }
    return end;
  }

  function behindTitles(first: number, end: number): number {
    let behind = first;
    for (let j = first; j < end; j += 1) {
      // "General Assembly" is no general.
      if (isBodyNoun(forms[j] ?? '')) return first;
      if (isTitle(j)) behind = j + 1;
    }
    return behind;
  }
}

/** In a headline capitals tell nothing; a line that ends like a sentence is none. */
function isTitleCase(reading: Reading, { first, last, kind }: Sentence): boolean {
  if (kind !== 'prose') return true;
  if (/^[.!?"']$/.test(reading.forms[last - 1] ?? '')) return false;
  let words = 0;
  let capitals = 0;
  for (let i = first; i < last; i += 1) {
    if ((reading.tokens.length[i] ?? 0) < 4) continue;
    words += 1;
    if (isCapital(reading, i)) capitals += 1;
  }
  return words > 3 && capitals * 4 > words * 3;
}

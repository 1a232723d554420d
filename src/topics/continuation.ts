import { tagAt, type Reading, type Sentence } from '../text/reading.js';

/** Words by which a sentence leans on the one before: pronouns and demonstratives (Halliday & Hasan's reference ties). */
const REFERRING = /^(?:it|its|this|that|these|those|they|them|their|he|his|him|she|her|such|both|another)$/;
/** Openers that add to or follow from the sentence before. */
const ADDING =
  /^(?:also|moreover|furthermore|additionally|similarly|likewise|consequently|therefore|thus|hence|rather|instead|then|later|afterwards|meanwhile|simultaneously)$/;
/** "The next month, …", "The same day, …", "The first country …": the order of things told already. */
const ORDERING = /^(?:next|following|same|latter|former|first|second|2nd|third|other|two)$/;

/** Connectives that may stand before the tie itself ("At the same time the second country …"). */
const CONNECTIVES = [
  'at the same time',
  'as a result',
  'in addition',
  'for this reason',
  'for this purpose',
  'on the other hand',
  'on the contrary',
  'in turn',
  'in other words',
  'in effect',
  'in fact',
  'after this',
  'but',
  'and',
  'so',
  'yet',
  'however',
];
/** "This year", "that day": the calendar, no tie. */
const CALENDAR = /^(?:year|month|week|day|morning|summer|winter|spring|autumn|century|decade)$/;

/**
 * Whether a sentence goes on from the one before although it may name nothing itself: it opens with a tie, it stands in
 * the same quotation, or it takes up a noun of that sentence ("… a meeting took place. The meeting produced …").
 */
export function continues(reading: Reading, index: number): boolean {
  const here = reading.sentences[index];
  const before = reading.sentences[index - 1];
  if (!here || !before) return false;
  if (reading.quotations.some((quotation) => quotation.first < before.last && quotation.last > here.first)) return true;
  const sameParagraph = here.part === before.part;
  const { words, connected } = openingOf(reading, here);
  if (isExpletive(words)) return false;
  const [first = '', second = '', third = ''] = words;
  if (REFERRING.test(first) && !CALENDAR.test(second)) return sameParagraph || here.part - before.part === 1;
  if (/^(?:all|some|many|most|each|none|one)$/.test(first) && second === 'of' && REFERRING.test(third)) return true;
  if (first === 'the' && ORDERING.test(second)) return sameParagraph;
  if (!sameParagraph) return false;
  if (first === 'the' && isRepeated(reading, before, second, third)) return true;
  if (connected || ADDING.test(first)) return words.slice(0, 3).some((form) => REFERRING.test(form));
  return (
    takesUp(reading, before, here) ||
    beforeSubject(reading, here).some((form, at, all) => REFERRING.test(form) && !CALENDAR.test(all[at + 1] ?? ''))
  );
}

/** The first words of a sentence, a connective before them aside. */
function openingOf({ forms }: Reading, { first, last }: Sentence): { words: string[]; connected: boolean } {
  const words = forms.slice(first, Math.min(last, first + 16)).filter((form) => /[\p{L}\p{N}]/u.test(form));
  const line = words.join(' ');
  const connective = CONNECTIVES.find((each) => line.startsWith(`${each} `));
  return { words: connective ? words.slice(connective.split(' ').length) : words, connected: connective !== undefined };
}

/** "It is no coincidence that", "It was clear": this "it" points forward. */
function isExpletive([first = '', second = '', ...rest]: readonly string[]): boolean {
  return (
    first === 'it' &&
    /^(?:is|was|seems|seemed|appears|remains)$/.test(second) &&
    rest.slice(0, 5).some((form) => form === 'that' || form === 'to')
  );
}

function isRepeated({ forms }: Reading, before: Sentence, ...nouns: readonly string[]): boolean {
  const earlier = new Set(forms.slice(before.first, before.last));
  return nouns.some(
    (form) => form.length > 2 && (earlier.has(form) || earlier.has(`${form}s`) || earlier.has(form.replace(/s$/, ''))),
  );
}

/** "during this war", "these allegations": a demonstrative with a noun of the sentence before, anywhere. */
function takesUp(reading: Reading, before: Sentence, { first, last }: Sentence): boolean {
  for (let i = first; i + 1 < last; i += 1) {
    if (
      /^(?:this|that|these|those|such)$/.test(reading.forms[i] ?? '') &&
      tagAt(reading.tokens, i + 1) === 'NOUN' &&
      isRepeated(reading, before, reading.forms[i + 1] ?? '')
    )
      return true;
  }
  return false;
}

/** The words before the main verb when the sentence opens with a phrase and a comma. */
function beforeSubject({ forms, tokens }: Reading, { first, last }: Sentence): string[] {
  const comma = first + forms.slice(first, Math.min(last, first + 9)).indexOf(',');
  if (comma < first) return [];
  let verb = comma + 1;
  while (verb < last && !/^(?:VERB|AUX)$/.test(tagAt(tokens, verb))) verb += 1;
  return [...forms.slice(first, comma), ...forms.slice(comma + 1, Math.min(verb, comma + 4))];
}

import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import type { Named } from './name-use.js';
import { partsClause, singularOf, slug, wording } from './wording.js';

/** Who accuses or is accused. */
export interface Party {
  readonly key: string;
  readonly name: string;
}

/** The object ends where a preposition, a clause or the sentence does. */
export function objectFrom({ forms, tokens }: Reading, sentence: Sentence, from: number): number {
  let end = from;
  while (
    end < sentence.last &&
    !partsClause(forms[end]) &&
    !/^(?:ADP|SCONJ|AUX|VERB)$/.test(tagAt(tokens, end)) &&
    !/^(?:that|of|for|over|as|to|who|which)$/.test(forms[end] ?? '')
  )
    end += 1;
  return end;
}

/** Whose the object is: in "Macron's policy" Macron, in "the French president Macron" the last name, else its noun. */
export function accusedIn(
  reading: Reading,
  first: number,
  last: number,
  inSentence: readonly Named[],
): Party | undefined {
  const { forms, tokens } = reading;
  const inside = inSentence.filter((each) => each.first >= first && each.last <= last);
  const party = inside.find((each) => forms[each.last] === "'s") ?? inside.at(-1);
  if (party) return { key: party.key, name: party.name };
  for (let i = last - 1; i >= first; i -= 1)
    if (tagAt(tokens, i) === 'NOUN') return { key: slug(singularOf(forms[i] ?? '')), name: wording(reading, i, i + 1) };
  return undefined;
}

/** What a subject stands behind; the comma of "May 3, 2021" opens no clause. */
const CLAUSE_OPENS = /^(?:,|;|that|and|but|who|which)$/;

export function subjectBefore(
  reading: Reading,
  sentence: Sentence,
  cue: number,
  inSentence: readonly Named[],
): Party | undefined {
  const { forms, tokens } = reading;
  let first = cue - 1;
  while (first > sentence.first && !(CLAUSE_OPENS.test(forms[first - 1] ?? '') && !/^\d/.test(forms[first] ?? '')))
    first -= 1;
  const preposition = forms.slice(first, cue).findIndex((form) => /^(?:of|in|on|for|from|at|with)$/.test(form));
  const last = preposition > 0 ? first + preposition : cue;
  const name = inSentence.find((each) => each.first >= first && each.last <= last);
  if (name) return { key: name.key, name: name.name };
  for (let i = last - 1; i >= first; i -= 1)
    if (tagAt(tokens, i) === 'NOUN') return { key: slug(singularOf(forms[i] ?? '')), name: wording(reading, i, i + 1) };
  return undefined;
}

/** The speaker's words → a name told in the text when it is their head; a pronoun that leads nowhere accuses nobody. */
export function partyOf(
  speaker: string,
  inSentence: readonly Named[],
  inDocument: readonly Named[],
): Party | undefined {
  if (/^[“"]|^(?:he|she|it|they|we|i|who|which|his|her|their|its|one|many|some)$/i.test(speaker)) return undefined;
  const head = speaker.split(/ (?:of|in|for|from|at|with|who|on) /)[0] ?? speaker;
  const ends = ({ name }: Named): boolean =>
    [head, name.includes(' of ') ? speaker : head].some((words) => words === name || words.endsWith(` ${name}`));
  const known = inSentence.filter(ends).at(-1) ?? inDocument.find(ends);
  return known ? { key: known.key, name: known.name } : { key: slug(singularOf(head)), name: head };
}

import type { Found } from './complement.js';
import type { Reading, Sentence } from './reading.js';
import type { Cue } from './speech.js';

/** "According to him, the Group had …" and "the Group had …, according to him". */
export function besideContent({ forms }: Reading, sentence: Sentence, cue: Cue): Found | undefined {
  if (cue.last >= sentence.last) return undefined;
  const leads = cue.first - sentence.first <= 2;
  if (!leads) return { complement: 'that', content: [sentence.first, cue.first] };
  let comma = cue.last;
  while (comma < sentence.last && forms[comma] !== ',') comma += 1;
  const from = comma < sentence.last ? comma + 1 : cue.last;
  return { complement: 'that', content: [from, sentence.last] };
}

/** "It was, the minister claimed, a fraud.", "The road is safe, the mayor said.", "The road is safe, said the mayor." */
export function asideContent({ forms }: Reading, sentence: Sentence, cue: Cue): Found | undefined {
  const next = forms[cue.last] ?? '.';
  const ends = cue.last >= sentence.last || /^[.!?]$/.test(next);
  let comma = cue.first - 1;
  while (comma > sentence.first && cue.first - comma <= LONGEST_SUBJECT && forms[comma] !== ',') comma -= 1;
  if (forms[comma] !== ',' || comma <= sentence.first + 1) return undefined;
  const inverted = comma === cue.first - 1 && next !== 'that' && sentence.last - cue.last <= LONGEST_SUBJECT;
  if (ends || inverted)
    return isFinished(forms, comma) ? { complement: 'that', content: [sentence.first, comma] } : undefined;
  if (comma === cue.first - 1) return undefined;
  return next === ',' ? { complement: 'that', content: [cue.last + 1, sentence.last] } : undefined;
}

/** The subject of an aside is short ("the mayor of the port"). */
export const LONGEST_SUBJECT = 7;

/** What closes with a quotation mark is a quotation, and is looked at as one. */
function isFinished(forms: readonly string[], comma: number): boolean {
  return !/^["']$/.test(forms[comma - 1] ?? '');
}

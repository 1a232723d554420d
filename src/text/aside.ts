import type { Found } from './complement.js';
import { tagAt, type Reading, type Sentence } from './reading.js';
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
export function asideContent(reading: Reading, sentence: Sentence, cue: Cue): Found | undefined {
  const { forms } = reading;
  const before: Found = { complement: 'that', content: [sentence.first, cue.first - 1] };
  if (isInverted(reading, sentence, cue)) return isQuotation(forms, cue.first - 1) ? undefined : before;
  let comma = cue.first - 1;
  while (comma > sentence.first && forms[comma] !== ',' && isOfSubject(reading, comma)) comma -= 1;
  if (forms[comma] !== ',' || comma === cue.first - 1 || comma <= sentence.first + 1) return undefined;
  const next = forms[cue.last] ?? '.';
  if (next === ',') return { complement: 'that', content: [cue.last + 1, sentence.last] };
  const ends = cue.last >= sentence.last || /^[.!?]$/.test(next);
  return ends && !isQuotation(forms, comma) ? { ...before, content: [sentence.first, comma] } : undefined;
}

/** "…, said the mayor of the port.": behind the cue stands its subject and nothing more. */
export function isInverted(reading: Reading, sentence: Sentence, cue: Cue): boolean {
  const says = cue.takes.includes('quote') && (cue.takes.includes('that') || cue.takes.includes('bare'));
  if (
    !says ||
    reading.forms[cue.first - 1] !== ',' ||
    !isOfSubject(reading, cue.last) ||
    reading.forms[cue.last] === 'of'
  )
    return false;
  let at = cue.last;
  while (at < sentence.last && isOfSubject(reading, at)) at += 1;
  return at >= sentence.last || /^[.!?]$/.test(reading.forms[at] ?? '');
}

function isOfSubject({ forms, tokens }: Reading, at: number): boolean {
  const form = forms[at] ?? '';
  if (/^(?:that|who|which)$/.test(form)) return false;
  return /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADV)$/.test(tagAt(tokens, at)) || /^(?:of|'s|-)$/.test(form);
}

/** What closes with a quotation mark is a quotation, and is looked at as one. */
function isQuotation(forms: readonly string[], comma: number): boolean {
  return /^["']$/.test(forms[comma - 1] ?? '');
}

import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { partsClause } from './wording.js';

/**
 * Whether a sentence says that something is said: `made` ("accused"), `denied` ("did not accuse", "refused to blame"),
 * `unmade` (asked, supposed, demanded, or done by nobody). The words of the verb's own clause decide.
 */
export type Standing =
  | { readonly is: 'unmade' }
  | { readonly is: 'made'; /** Where "went on to" begins. */ readonly from: number }
  | { readonly is: 'denied'; /** Where "did not" begins. */ readonly from: number };

const UNMADE: Standing = { is: 'unmade' };
/** Verb groups with adverbs and an object between seldom reach further. */
const REACH = 14;

const NOT = /^(?:not|n't|never|hardly|scarcely|barely|nor|neither)$/;
/** In a subject or an object: "few" and "not all" who accuse are no accusers that a row could name. */
const NOBODY = /^(?:nobody|none|neither|nothing|no|nor|few|not|hardly|scarcely|barely)$/;
const SUPPOSES = /^(?:if|unless|whether|lest|suppose|supposing|until|till)$/;
const MODAL = /^(?:would|could|may|might|should|must|will|shall|can|cannot|ca|wo|'d|'ll|ought)$/;
const REFUSES = /^(?:refus|declin|fail|neglect|omit|avoid|refrain|stopp|den(?:y|i)|resist|shy|shrank)/;
/** Behind these an infinitive is done: "went on to accuse". */
const GOES_ON =
  /^(?:went|goes|going|gone|continu\w*|beg[aiu]n\w*|proceed\w*|join\w*|quick|first|last|used|manag\w*|dar(?:e|es|ed)|came|rushed|hastened|turned)$/;
const DENIES =
  /^(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|untrue|false|imagin(?:e|es|ed)|wish(?:es|ed)?|wonder(?:s|ed)?)$/;
const REPORTED = /^(?:that|whether|claims?|reports?|suggestions?|allegations?|rumours?|rumors?)$/;

export function standingOf(reading: Reading, sentence: Sentence, first: number, last: number): Standing {
  const { forms, tokens } = reading;
  if (asks(reading, sentence, last)) return UNMADE;
  if (NOBODY.test(forms[last] ?? '') && last < sentence.last) return UNMADE;
  if (isSupposed(forms, sentence, first)) return UNMADE;
  const start = clauseStart(forms, sentence, first);
  let to: number | undefined;
  let subject = false;
  let from = first;
  for (let i = first - 1; i >= start; i -= 1) {
    const form = forms[i] ?? '';
    if (NOBODY.test(form) && !(NOT.test(form) && !subject)) return UNMADE;
    if (subject) continue;
    if (NOT.test(form)) return { is: 'denied', from: groupStart(reading, i, start) };
    if (MODAL.test(form) && tagAt(tokens, i) !== 'NOUN') return UNMADE;
    if (form === 'to' && to === undefined) to = i;
    else if (to !== undefined && /^(?:VERB|ADJ|NOUN|PROPN|PRON)$/.test(tagAt(tokens, i))) {
      if (REFUSES.test(form)) return { is: 'denied', from: groupStart(reading, i, start) };
      if (!GOES_ON.test(form)) return UNMADE;
      subject = true;
      from = i;
    } else if (isAvoided(forms, i, first)) return { is: 'denied', from: groupStart(reading, i, start) };
    else if (/^(?:NOUN|PROPN|PRON)$/.test(tagAt(tokens, i))) subject = true;
  }
  if (to !== undefined && !subject) return UNMADE;
  return isDeniedReport(forms, sentence, first) ? UNMADE : { is: 'made', from };
}

/** Whether a question holds the words; one behind them, in a quotation of their own, does not. */
function asks({ forms }: Reading, sentence: Sentence, last: number): boolean {
  for (let i = last; i < sentence.last; i += 1) {
    if (forms[i] === '"' || forms[i] === ':') return false;
    if (forms[i] === '?') return true;
  }
  return false;
}

/** "without blaming", "stopped short of blaming", "avoided blaming". */
function isAvoided(forms: readonly string[], at: number, cue: number): boolean {
  if (!(forms[cue] ?? '').endsWith('ing') || cue - at > 3) return false;
  const form = forms[at] ?? '';
  return /^(?:without|instead|short)$/.test(form) || REFUSES.test(form);
}

/** "If the union strikes and accuses …", "If, as feared, the union accuses …". */
function isSupposed(forms: readonly string[], sentence: Sentence, cue: number): boolean {
  for (let i = cue - 1; i >= sentence.first && cue - i <= REACH; i -= 1) {
    if (SUPPOSES.test(forms[i] ?? '')) return true;
    if (partsClause(forms[i])) return SUPPOSES.test(forms[i - 1] ?? '');
  }
  return false;
}

/** Back to where the verb's own clause begins. */
function clauseStart(forms: readonly string[], sentence: Sentence, cue: number): number {
  let start = cue;
  while (
    start > sentence.first &&
    cue - start < REACH &&
    !/^(?:and|but|who|which|that)$/.test(forms[start - 1] ?? '')
  ) {
    if (partsClause(forms[start - 1])) break;
    start -= 1;
  }
  return start;
}

function groupStart({ forms, tokens }: Reading, at: number, start: number): number {
  let first = at;
  while (
    first > start &&
    (tagAt(tokens, first - 1) === 'AUX' || /^(?:not|never|has|have|had)$/.test(forms[first - 1] ?? ''))
  )
    first -= 1;
  return first;
}

/** "denied that she had accused", "rejected claims that …", "it is not true that …". */
function isDeniedReport(forms: readonly string[], sentence: Sentence, cue: number): boolean {
  let reported = false;
  for (let i = cue - 1; i >= sentence.first && cue - i <= REACH; i -= 1) {
    const form = forms[i] ?? '';
    if (/^[;:."]$/.test(form)) return false;
    if (REPORTED.test(form)) reported = true;
    else if (
      reported &&
      (DENIES.test(form) ||
        (/^(?:true|evidence|sign|proof)$/.test(form) && /^(?:not|no|n't)$/.test(forms[i - 1] ?? '')))
    )
      return true;
  }
  return false;
}

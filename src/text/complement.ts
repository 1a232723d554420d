import { asideContent, besideContent } from './aside.js';
import { MOST_TOKENS } from './quotations.js';
import { tagAt, type Quotation, type Reading, type Sentence } from './reading.js';
import type { Cue, SpeechAct } from './speech.js';

// An object with its article and adjectives stands between a verb and "of", "as" or "that".
const REACH = 9;

export type Found = Pick<SpeechAct, 'complement' | 'content'>;

/** What a cue introduces, by the first of its complements that really follows (or, for quotations, precedes) it. */
export function complementOf(reading: Reading, sentence: Sentence, cue: Cue): Found | undefined {
  const { forms, tokens } = reading;
  const takes = new Set(cue.takes);
  if (cue.kind === 'phrase') return besideContent(reading, sentence, cue);
  const quoted = takes.has('quote') ? quotationBeside(reading, sentence, cue) : undefined;
  if (quoted) return { complement: 'quote', content: [cue.last, cue.last] };

  const aside = takes.has('that') || takes.has('bare') ? asideContent(reading, sentence, cue) : undefined;
  if (aside) return aside;

  const limit = Math.min(sentence.last, cue.last + REACH + 3);
  let verbsPassed = 0;
  for (let i = cue.last; i < limit; i += 1) {
    const form = forms[i] ?? '';
    const tag = tagAt(tokens, i);
    if (/^[;:?!]$/.test(form)) break;
    if (form === ',' && i === cue.last && !takes.has('that')) break;
    if (takes.has('that') && form === 'that' && verbsPassed === 0) {
      const end = clauseEnd(reading, sentence, i + 1);
      return { complement: 'that', content: [i + 1, cue.kind === 'noun' ? beforePredicate(reading, i + 1, end) : end] };
    }
    const preposition = form === 'of' || form === 'for' || form === 'as' || form === 'to' ? form : undefined;
    // "described as" and "accused of" may stand close or over an object; "to" and "for" bind more loosely.
    if (
      preposition &&
      takes.has(preposition) &&
      verbsPassed === 0 &&
      !(preposition === 'for' && isDuration(forms[i + 1] ?? ''))
    ) {
      return { complement: preposition, content: [i + 1, clauseEnd(reading, sentence, i + 1)] };
    }
    if (tag === 'VERB' || tag === 'AUX') verbsPassed += 1;
  }
  if (takes.has('bare') && startsClause(reading, sentence, cue.last))
    return { complement: 'bare', content: [cue.last, clauseEnd(reading, sentence, cue.last)] };
  const named = takes.has('naming') ? nameGiven(reading, sentence, cue.last) : undefined;
  if (named !== undefined) return { complement: 'naming', content: [named, clauseEnd(reading, sentence, named)] };
  if (takes.has('object') && (startsNominal(reading, sentence, cue.last) || isPassive(reading, sentence, cue))) {
    // Who admits an involvement reports it; who mocks a comment does not.
    const reports = takes.has('that') || takes.has('bare');
    return {
      complement: 'object',
      content: [cue.last, reports && cue.kind === 'verb' ? clauseEnd(reading, sentence, cue.last) : cue.last],
    };
  }
  return undefined;
}

/** "claims that it is threatened by revanchism | have no basis": a noun's own predicate ends its clause. */
function beforePredicate({ forms, tokens }: Reading, from: number, end: number): number {
  let predicates = 0;
  for (let i = from; i < end; i += 1) {
    const finite = tagAt(tokens, i) === 'AUX' && !/^(?:be|been|being)$/.test(forms[i] ?? '');
    if (!finite || tagAt(tokens, i - 1) === 'AUX') continue;
    predicates += 1;
    if (predicates > 1 && /^(?:NOUN|PROPN)$/.test(tagAt(tokens, i - 1))) return i;
  }
  return end;
}

/** "argued for hours" */
function isDuration(form: string): boolean {
  return /^(?:hours|days|weeks|months|years|decades|minutes|\d+)$/.test(form);
}

/** A quotation that the cue introduces (`said: "…"`) or closes (`"…," she said`). */
function quotationBeside({ quotations, forms, tokens }: Reading, sentence: Sentence, cue: Cue): Quotation | undefined {
  return quotations
    .slice(lowerBound(quotations, cue.first - MOST_TOKENS), lowerBound(quotations, cue.last + 8))
    .find((quotation) => {
      const words = quotation.last - quotation.first - 2;
      const gap = quotation.first - cue.last;
      const opens =
        words >= 3 &&
        gap >= 0 &&
        gap <= 5 &&
        quotation.first < sentence.last &&
        !forms
          .slice(cue.last, quotation.first)
          .some((form, at) => form === '.' || isFinite(tagAt(tokens, cue.last + at)));
      const closes =
        cue.first >= quotation.last &&
        cue.first - quotation.last <= 6 &&
        quotation.last > sentence.first &&
        /^[,?!]$|^"$/.test(forms[quotation.last - 2] ?? '');
      return opens || closes;
    });
}

/** "said the economy is 'in great shape'": a verb before the marks makes the whole clause a report. */
function isFinite(tag: string): boolean {
  return tag === 'AUX' || tag === 'VERB';
}

/** The end of a clause given to a speaker: a semicolon, a dash, or a conjunction that turns back to the author. */
function clauseEnd({ forms, tokens }: Reading, sentence: Sentence, from: number): number {
  for (let i = from + 1; i < sentence.last; i += 1) {
    const form = forms[i] ?? '';
    if (form === ';' || form === '—') return i;
    // "viewed not as sympathy, but as interference" goes on in the same mouth.
    if (
      form === ',' &&
      /^(?:but|yet|although|though|while|whereas|despite)$/.test(forms[i + 1] ?? '') &&
      !/^(?:as|that|also)$/.test(forms[i + 2] ?? '')
    )
      return i;
    if (
      /^(?:when|but|whereas)$/.test(form) &&
      forms[i + 1] === 'in' &&
      /^(?:fact|reality|truth)$/.test(forms[i + 2] ?? '')
    )
      return i;
    // ", Baku invited …" after a participle clause: a comma before a new subject and its verb.
    if (
      form === ',' &&
      i - from < 14 &&
      startsWithSubject({ forms, tokens }, sentence, i + 1) &&
      isParticipleClause({ forms, tokens }, sentence, from)
    )
      return i;
  }
  return sentence.last;
}

type Words = Pick<Reading, 'forms' | 'tokens'>;

function isParticipleClause({ forms }: Words, sentence: Sentence, from: number): boolean {
  return forms
    .slice(sentence.first, from)
    .slice(0, 3)
    .some((form) => form.endsWith('ing'));
}

function startsWithSubject({ tokens }: Words, sentence: Sentence, from: number): boolean {
  for (let i = from; i < Math.min(sentence.last, from + 5); i += 1) {
    const tag = tagAt(tokens, i);
    if (tag === 'VERB' || tag === 'AUX') return i > from;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|ADV|PART)$/.test(tag)) return false;
  }
  return false;
}

/** "claimed [its engagement on both sides could]": a nominal and then a finite verb, without a relative between. */
function startsClause({ forms, tokens }: Reading, sentence: Sentence, from: number): boolean {
  let nominal = false;
  for (let i = from; i < Math.min(sentence.last, from + 12); i += 1) {
    const form = forms[i] ?? '';
    const tag = tagAt(tokens, i);
    if (/^(?:who|which|that|whose|;|:|\.|—|and|but|by|because|when|if|to)$/.test(form)) return false;
    if (form === ',' && !nominal) return false;
    if (nominal && (tag === 'AUX' || (tag === 'VERB' && !form.endsWith('ing') && !followsAdjacentNoun(tokens, i))))
      return true;
    if (!nominal && (form === '-' || /^["']$/.test(form))) continue;
    if (!nominal && ((tag === 'VERB' && form !== 'called') || tag === 'ADP' || tag === 'PUNCT')) return false;
    nominal ||= tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON';
  }
  return false;
}

/** "the weapons transferred": a participle right behind its noun is no predicate as far as the tagger can tell. */
function followsAdjacentNoun(tokens: Reading['tokens'], at: number): boolean {
  const next = tagAt(tokens, at + 1);
  return (next === 'ADP' || next === 'PART') && tagAt(tokens, at - 1) === 'NOUN';
}

/** Where the name begins in "called the plan | a disaster", "brands Azerbaijan | a non-aligned state", "called it | unfair". */
function nameGiven({ forms, tokens }: Reading, sentence: Sentence, from: number): number | undefined {
  // "was branded a liar": the object has become the subject.
  let object = /^(?:was|were|is|are|been|being)$/.test(forms[from - 2] ?? '');
  for (let i = from; i < Math.min(sentence.last, from + REACH); i += 1) {
    const form = forms[i] ?? '';
    const tag = tagAt(tokens, i);
    const behindPronoun = /^(?:it|him|her|them|us|me)$/.test(forms[i - 1] ?? '');
    const described = tag === 'ADJ' && tagAt(tokens, i + 1) === 'PUNCT';
    if (object && (/^(?:an?|"|')$/.test(form) || described || (behindPronoun && /^(?:ADJ|NOUN)$/.test(tag)))) return i;
    if (/^(?:ADP|VERB|AUX|CCONJ|SCONJ|PART)$/.test(tag) && form !== "'s" && form !== 'of') return undefined;
    object ||= /^(?:NOUN|PROPN|PRON)$/.test(tag);
  }
  return undefined;
}

function startsNominal({ tokens, forms }: Reading, sentence: Sentence, from: number): boolean {
  for (let i = from; i < Math.min(sentence.last, from + 3); i += 1) {
    const tag = tagAt(tokens, i);
    if (/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(tag)) return true;
    if (tag === 'VERB' && /(?:ing|ed)$/.test(forms[i] ?? '')) return true;
    if (tag !== 'ADV' && tag !== 'PART' && !/^(?:by|for|upon|on|against|from|with|out|up|of|'|")$/.test(forms[i] ?? ''))
      return false;
  }
  return false;
}

/** "was mocked for", "were criticised by": a passive that goes on; "will be announced later" gives nobody words. */
function isPassive({ forms }: Reading, sentence: Sentence, cue: Cue): boolean {
  if (!/^(?:by|for|as|over|after)$/.test(forms[cue.last] ?? '')) return false;
  return forms
    .slice(Math.max(sentence.first, cue.first - 3), cue.first)
    .some((form) => /^(?:is|are|was|were|been|being|be)$/.test(form));
}

/** Index of the first quotation that starts at token `from` or later. */
function lowerBound(quotations: readonly Quotation[], from: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.first ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

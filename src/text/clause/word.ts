import { BLAMES } from './verb-words.js';
import { tagAt, type Reading, type Sentence, type Tag } from '../reading.js';

/** A sentence's words by token, with the tags that a clause needs: the tagger's, mended where its faults are known. */
export interface Words {
  readonly first: number;
  readonly last: number;
  readonly form: (token: number) => string;
  readonly tag: (token: number) => Tag;
  readonly isMark: (token: number) => boolean;
  /** Quotation marks round few words: they set a name or a word off and bound no clause. */
  readonly isSoft: (token: number) => boolean;
  readonly opens: (token: number) => boolean;
}

/** Between a verb of blame and its "of" or "for" stands the one who is blamed. */
const MOST_TOKENS_BLAMED = 12;
/** "Mr. French argues": behind these stands a name, whatever else its letters spell. */
const TITLE = /^(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?$/;
const PREFIX = /^(?:re|co|over|under|out|pre|de|mis|un)$/;
/** Marks round up to this many tokens, themselves included, hold a name or a phrase rather than a clause. */
const MOST_TOKENS_SET_OFF = 8;
/** An outer pair ends behind its inner ones: so many pairs that begin behind the sentence are looked past for it. */
const MOST_QUOTATIONS_PAST = 8;

export function wordsOf(reading: Reading, sentence: Sentence): Words {
  const { first, last } = sentence;
  const form = (token: number): string => (token < first || token >= last ? '' : (reading.forms[token] ?? ''));
  const capital = (token: number): boolean => {
    const start = reading.tokens.start[token] ?? 0;
    return /^\p{Lu}/u.test(reading.text.slice(start, start + 2));
  };
  const tags: Tag[] = [];
  for (let i = first; i < last; i += 1) tags.push(mended(i));
  readBlame();
  joinHyphens();
  const { soft, all, openers } = marksOf(reading, sentence, (token) => tags[token - first] ?? 'X');
  const isMark = (token: number): boolean => isQuoteMark(form(token)) && (form(token) !== "'" || all.has(token));
  // An apostrophe that is no quotation mark is a possessive: "the drivers' union".
  for (let i = first; i < last; i += 1) if (form(i) === "'" && !all.has(i)) tags[i - first] = 'PART';
  const tag = (token: number): Tag => (token < first || token >= last ? 'PUNCT' : (tags[token - first] ?? 'X'));
  return {
    first,
    last,
    form,
    tag,
    isMark,
    isSoft: (token) => soft.has(token),
    opens: (token) => openers.has(token),
  };

  function mended(token: number): Tag {
    const tag = tagAt(reading.tokens, token);
    const word = form(token);
    // "to French colonialism": a capital inside a sentence that is not set in capitals is no verb.
    const isTitled = token > first && capital(token) && TITLE.test(form(token - 1));
    if (isTitled && /^(?:VERB|ADJ|NOUN)$/.test(tag)) return 'PROPN';
    // "Anna Cooper rejected it": nor is one between a capital and a verb.
    const isVerbNext = !capital(token + 1) && /^(?:VERB|AUX)$/.test(tagAt(reading.tokens, token + 1));
    const follows = capital(token - 1) && !isVerbNext;
    if (tag === 'VERB' && token > first && capital(token) && !isQuoteMark(form(token - 1)) && !follows) return 'PROPN';
    if (/^(?:including|regarding|concerning|according|despite|amid|versus)$/.test(word)) return 'ADP';
    if (
      tag === 'PART' &&
      word === 'to' &&
      (/^(?:DET|PROPN|NUM)$/.test(tagAt(reading.tokens, token + 1)) || capital(token + 1))
    )
      return 'ADP';
    if (/^(?:every|any|some|no)(?:thing|one|body)$/.test(word)) return 'PRON';
    return tag;
  }

  /** "accused the bank of hiding losses": the tagger often takes such a participle for a noun. */
  function readBlame(): void {
    let blamed = -Infinity;
    for (let i = first; i < last; i += 1) {
      if (BLAMES.has(form(i)) && tags[i - first] === 'VERB') blamed = i;
      const leads = i - blamed <= MOST_TOKENS_BLAMED && /^(?:of|for|with)$/.test(form(i - 1));
      if (leads && tags[i - first] === 'NOUN' && /.{3}ing$/.test(form(i))) tags[i - first] = 'VERB';
    }
  }

  /** "French-made", "so-called" and "three-decade" are one adjective, "co-chair" one noun, "re-elected" a verb. */
  function joinHyphens(): void {
    for (let i = first + 1; i + 1 < last; i += 1) {
      if (form(i) !== '-' || !isGlued(reading, i)) continue;
      const end = tags[i + 1 - first];
      const verb = (end === 'VERB' || end === 'AUX') && PREFIX.test(form(i - 1));
      const filler: Tag = verb ? 'ADV' : 'ADJ';
      tags[i - 1 - first] = filler;
      tags[i - first] = filler;
      if (end === 'ADP' || end === 'ADV' || end === 'PART') tags[i + 1 - first] = 'NOUN';
      else if (end === 'VERB' && !verb) tags[i + 1 - first] = 'ADJ';
    }
  }
}

function isGlued({ tokens }: Reading, hyphen: number): boolean {
  const before = (tokens.start[hyphen - 1] ?? 0) + (tokens.length[hyphen - 1] ?? 0);
  return (
    before === tokens.start[hyphen] &&
    (tokens.start[hyphen] ?? 0) + (tokens.length[hyphen] ?? 0) === tokens.start[hyphen + 1]
  );
}

/** The quotation marks of a sentence, and those of them that set a few words without a verb off. */
function marksOf(
  { quotations }: Reading,
  { first, last }: Sentence,
  tag: (token: number) => Tag,
): Record<'soft' | 'all' | 'openers', ReadonlySet<number>> {
  const soft = new Set<number>();
  const all = new Set<number>();
  const openers = new Set<number>();
  // Quotations are in order of their ends: by bisection to the first that can reach the sentence.
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.last ?? Infinity) <= first) low = middle + 1;
    else high = middle;
  }
  for (let i = low, past = 0; i < quotations.length && past < MOST_QUOTATIONS_PAST; i += 1) {
    const quotation = quotations[i];
    if (!quotation || quotation.first >= last) {
      past += 1;
      continue;
    }
    const marks = [quotation.first, quotation.last - 1];
    for (const mark of marks) all.add(mark);
    openers.add(quotation.first);
    if (quotation.last - quotation.first > MOST_TOKENS_SET_OFF) continue;
    let verbs = 0;
    for (let t = quotation.first; t < quotation.last; t += 1) if (/^(?:VERB|AUX)$/.test(tag(t))) verbs += 1;
    if (verbs === 0) for (const mark of marks) soft.add(mark);
  }
  return { soft, all, openers };
}

function isQuoteMark(form: string): boolean {
  return /^["'“”‘’«»„‹›]$/.test(form);
}

import { tagAt, type Reading, type Sentence } from '../../text/reading.js';

/** A noun phrase without what hangs on it: "the disgraced mayor", "Ms Kray's second budget". Tokens `[first, last)`. */
export interface Nominal {
  readonly kind: 'nominal';
  readonly first: number;
  readonly last: number;
  /** Whether a preposition governs it. */
  readonly governed: boolean;
  /** Whether that is "by". */
  readonly by: boolean;
  readonly clause: number;
}

/** A verb with its auxiliaries, negations and adverbs: "has never been praised". */
export interface Verbal {
  readonly kind: 'verbal';
  readonly first: number;
  readonly last: number;
  readonly passive: boolean;
  /** A form of "be" or its like and no other verb: what follows describes the subject. */
  readonly copula: boolean;
  readonly clause: number;
}

export type Chunk = Nominal | Verbal;

/** A sentence cut without a parse: phrases in text order; for each token its phrase (−1 for none) and its clause. */
export interface Clauses {
  readonly chunks: readonly Chunk[];
  readonly chunkOf: (token: number) => number;
  readonly clauseOf: (token: number) => number;
}

const CLAUSE_MARK = /^[,;:—–()“”"]$/;
const SUBORDINATOR =
  /^(?:that|who|whom|which|whose|because|while|although|though|after|before|as|if|when|since|where|whether|unless|until)$/;
const BE = /^(?:be|is|are|was|were|been|being|am|'s|'re|'m|get|gets|got|gotten|getting)$/;
const COPULA =
  /^(?:be|is|are|was|were|been|being|am|'s|'re|'m|(?:seem|remain|appear|look)(?:s|ed)?|become|becomes|became)$/;
const PARTICIPLE = /(?:[dntk]|ung)$/;
/** Between "and" and its verb stand at most a subject's few words. */
const SUBJECT_REACH = 5;

/** Cuts a sentence into clauses and these into noun and verb phrases, from its tags alone. Linear in its tokens. */
export function clausesIn({ forms, tokens }: Reading, { first, last }: Sentence): Clauses {
  const chunks: Chunk[] = [];
  const clauses = new Uint32Array(last - first);
  const chunkNumbers = new Int32Array(last - first).fill(-1);
  let clause = 0;
  let preposition: string | undefined;
  for (let i = first; i < last;) {
    if (startsClause(i)) clause += 1;
    const from = i;
    if (isVerbal(i)) {
      while (i < last && (isVerbal(i) || joinsVerb(i))) i += 1;
      push(from, i, verbal(from, i));
    } else if (isNominal(i)) {
      while (i < last && (isNominal(i) || (tagAt(tokens, i) === 'ADV' && isNoun(i + 1)))) i += 1;
      const governed = preposition !== undefined;
      push(from, i, { kind: 'nominal', first: from, last: i, governed, by: preposition === 'by', clause });
    } else {
      if (tagAt(tokens, i) === 'ADP' || forms[i] === 'to') preposition = forms[i];
      else if (tagAt(tokens, i) !== 'ADV') preposition = undefined;
      i += 1;
    }
    clauses.fill(clause, from - first, i - first);
  }
  return {
    chunks,
    chunkOf: (token) => chunkNumbers[token - first] ?? -1,
    clauseOf: (token) => clauses[token - first] ?? 0,
  };

  function push(from: number, to: number, chunk: Chunk): void {
    chunkNumbers.fill(chunks.length, from - first, to - first);
    chunks.push(chunk);
    preposition = undefined;
  }

  function startsClause(i: number): boolean {
    const form = forms[i] ?? '';
    if (i === first) return false;
    if (CLAUSE_MARK.test(form)) return true;
    if (SUBORDINATOR.test(form)) return form !== 'that' || tagAt(tokens, i) !== 'DET';
    return tagAt(tokens, i) === 'CCONJ' && verbWithin(i + 1);
  }

  function verbWithin(from: number): boolean {
    for (let i = from; i < Math.min(last, from + SUBJECT_REACH); i += 1) {
      if (isVerbal(i)) return true;
      if (!isNominal(i) && tagAt(tokens, i) !== 'ADV') return false;
    }
    return false;
  }

  function isVerbal(i: number): boolean {
    if (i >= last) return false;
    const tag = tagAt(tokens, i);
    // "the embattled mayor": a participle between article and noun describes it.
    const describes = i > first && /^(?:DET|ADJ|NUM)$/.test(tagAt(tokens, i - 1)) && isNoun(i + 1);
    return tag === 'AUX' || (tag === 'VERB' && !describes);
  }

  /** "has never been": an adverb or a negation within the verb, not one behind it. */
  function joinsVerb(i: number): boolean {
    let at = i;
    while (at < last && at < i + SUBJECT_REACH && /^(?:ADV|PART)$/.test(tagAt(tokens, at))) at += 1;
    return at > i && isVerbal(at);
  }

  function isNominal(i: number): boolean {
    if (i >= last) return false;
    const tag = tagAt(tokens, i);
    const form = forms[i];
    if (form === 'that' && tag !== 'DET') return false;
    return (
      /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON|X|SYM)$/.test(tag) ||
      (form === "'s" && tag === 'PART') ||
      form === "'" ||
      form === '-' ||
      (tag === 'VERB' && !isVerbal(i))
    );
  }

  function isNoun(i: number): boolean {
    return i < last && /^(?:ADJ|NOUN|PROPN)$/.test(tagAt(tokens, i));
  }

  function verbal(from: number, to: number): Verbal {
    const head = to - 1;
    const form = forms[head] ?? '';
    let be = false;
    for (let i = from; i < head; i += 1) be ||= BE.test(forms[i] ?? '');
    const passive = be && tagAt(tokens, head) === 'VERB' && PARTICIPLE.test(form);
    return { kind: 'verbal', first: from, last: to, passive, copula: COPULA.test(form), clause };
  }
}

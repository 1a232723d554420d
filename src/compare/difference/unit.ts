import type { Analysis, Finding, LabelUse } from '../../devices/analysis.js';
import { tagAt } from '../../text/reading.js';
import { claimedOf, claimOf } from '../claim.js';
import { isFunctionWord } from '../function-word.js';
import { wordsOf } from '../word.js';

/** Sentence `index` of a document. */
export interface SentenceOf {
  readonly analysis: Analysis;
  readonly index: number;
}

export interface SentenceUnits extends SentenceOf {
  readonly units: readonly Unit[];
}

/** What is laid beside what: a word, a mark of punctuation, or the whole label of a referent. */
export interface Unit {
  readonly first: number;
  readonly last: number;
  /** What two units meet by: a label by its referent, a word by what its inflections have in common. */
  readonly key: string;
  /** Units that meet are the same when these are equal. */
  readonly form: string;
  readonly words: number;
  /** A label or a capitalised name. */
  readonly name: boolean;
  /** Tells nothing by itself: a function word, punctuation, a word of distance. */
  readonly weak: boolean;
  /** Whether it is denied, or how a number is bounded: `not`, `>`; empty for what is plainly said. */
  readonly claimed: string;
  /** Denies what follows: never as weak as the words round it. */
  readonly denies: boolean;
}

/**
 * The units of a sentence. Scare quotes go with the words between them: a "reform" and a reform are then one changed
 * word and not two marks added round a word that is the same.
 */
export function unitsOf({ analysis, index }: SentenceOf): Unit[] {
  const { reading } = analysis;
  const { first = 0, last = 0 } = reading.sentences[index] ?? {};
  const labels = new Map(startingIn(analysis.labels, first, last).map((label) => [label.first, label]));
  const findings = startingIn(analysis.findings, first, last);
  const scare = scareQuoted(findings);
  // "So-called" holds a name at a distance and tells nothing itself.
  const distancing = new Set(
    findings.flatMap(({ device, entry, first: from }) =>
      device === 'distancing' && !isScareQuotes(entry) ? [from] : [],
    ),
  );
  const claim = claimOf(reading, reading.sentences[index]);
  const units: Unit[] = [];
  let opened: number | undefined;
  for (const word of labelledWords(wordsOf(reading, first, last), labels)) {
    const held = scare.get(word.first);
    const claimed = word.label ? '' : claimedOf(claim, word.first);
    const before = units.at(-1);
    if (held === 'closes' && before && opened === undefined) units[units.length - 1] = { ...before, last: word.last };
    else if (held === 'opens' && word.last < last) opened = word.first;
    else {
      units.push({
        first: opened ?? word.first,
        last: word.last,
        key: word.label ? `@${word.label.entry.category}` : stemOf(word.form),
        // "Not paid" beside "paid" is a change, though the word is the same.
        form: `${held === undefined ? '' : '“'}${claimed}${word.form}`,
        claimed,
        denies: claim.denying.has(word.first),
        words: word.words,
        name: word.label !== undefined || tagAt(reading.tokens, word.first) === 'PROPN',
        weak: !word.label && (word.punctuation || distancing.has(word.first) || isFunctionWord(word.form)),
      });
      opened = undefined;
    }
  }
  return units;
}

/**
 * "Recognize" and "recognized" meet as one changed word. A wrong stem does no harm: it lays two words beside each other,
 * which then are shown as changed.
 */
function stemOf(form: string): string {
  return /^[a-z]{3,}(?:ing|ed|es|e|s)$/.test(form) && !isFunctionWord(form)
    ? form.replace(/(?:ing|ed|es|e|s)$/, '')
    : form;
}

interface LabelledWord {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly words: number;
  readonly punctuation: boolean;
  readonly label?: LabelUse;
}

/** Words of a label stand together; a label inside a hyphenated word ("pro-Paris") is part of that word. */
function labelledWords(
  words: readonly ReturnType<typeof wordsOf>[number][],
  labels: ReadonlyMap<number, LabelUse>,
): LabelledWord[] {
  const joined: LabelledWord[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const label = labels.get(word.first);
    let end = at + 1;
    while (label && (words[end]?.first ?? Infinity) < label.last) end += 1;
    const together = words.slice(at, end);
    const whole = label !== undefined && together.at(-1)?.last === label.last;
    const taken = whole ? together : [word];
    joined.push({
      first: word.first,
      last: taken.at(-1)?.last ?? word.last,
      form: taken.map(({ form }) => form).join(' '),
      words: taken.filter(({ punctuation }) => !punctuation).length,
      punctuation: word.punctuation,
      ...(whole ? { label } : {}),
    });
    at += taken.length;
  }
  return joined;
}

/** For each token between scare quotes, and for the marks themselves, its part in them. */
function scareQuoted(findings: readonly Finding[]): Map<number, 'opens' | 'within' | 'closes'> {
  const held = new Map<number, 'opens' | 'within' | 'closes'>();
  for (const { entry, first, last } of findings) {
    if (!isScareQuotes(entry) || last - first < 3) continue;
    for (let at = first + 1; at < last - 1; at += 1) held.set(at, 'within');
    held.set(first, 'opens').set(last - 1, 'closes');
  }
  return held;
}

export function isScareQuotes({ device, structural }: Finding['entry']): boolean {
  return device === 'distancing' && structural === true;
}

/** Items that start at a token in `[first, last)`; they are in text order. */
export function startingIn<T extends { readonly first: number }>(
  items: readonly T[],
  first: number,
  last: number,
): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.first ?? Infinity) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((items[end]?.first ?? Infinity) < last) end += 1;
  return items.slice(low, end);
}

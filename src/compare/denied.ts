import { DENIES } from '../text/clause/mood-words.js';
import { unstatedIn } from '../text/clause/mood.js';
import { wordsOf } from '../text/clause/word.js';
import { sentenceAt, tagAt, type Reading, type Sentence } from '../text/reading.js';

/** Tokens `[first, last)` of a word. */
interface Word {
  readonly first: number;
  readonly last: number;
}

/** Between "no" or "is not a" and its noun stand at most so many modifiers. */
const MOST_MODIFIERS = 6;
const NOT = /^(?:not|n't|never|nor|neither|no|hardly|without|cannot)$/;
const MODAL = /^(?:may|might|can|could|would|should|will|wo|shall|must|'ll|'d|to)$/;

/**
 * Whether a word is used of no one: in a question, a condition or a clause that is denied ("it is false that X
 * invaded"), or itself denied or only possible ("no regime", "is not a puppet", "without an invasion", "may invade").
 */
export function denialAsker(reading: Reading): (word: Word) => boolean {
  const { forms, tokens, sentences } = reading;
  const unstated = new Map<Sentence, (token: number) => boolean>();

  return ({ first, last }) => {
    const sentence = sentences[sentenceAt(sentences, first)];
    if (!sentence) return false;
    const isUnstated = unstated.get(sentence) ?? unstatedIn(wordsOf(reading, sentence));
    unstated.set(sentence, isUnstated);
    if (isUnstated(first)) return true;
    if (forms[first - 1] === '-' && forms[first - 2] === 'non') return true;
    return tagAt(tokens, first) === 'VERB' && last - first === 1
      ? deniedVerb(first, sentence.first)
      : deniedNoun(first, sentence.first);
  };

  function deniedVerb(at: number, start: number): boolean {
    for (let i = at - 1; i >= start && i >= at - MOST_MODIFIERS; i -= 1) {
      if (NOT.test(forms[i] ?? '') || MODAL.test(forms[i] ?? '')) return true;
      if (!/^(?:AUX|ADV|PART)$/.test(tagAt(tokens, i))) break;
    }
    return isOfNobody(at, start);
  }

  /** "Nobody invaded" */
  function isOfNobody(at: number, start: number): boolean {
    let i = at - 1;
    while (i > start && /^(?:AUX|ADV)$/.test(tagAt(tokens, i))) i -= 1;
    for (let steps = 0; i >= start && steps < MOST_MODIFIERS; i -= 1, steps += 1) {
      if (/^(?:nobody|none|no|neither)$/.test(forms[i] ?? '')) return true;
      if (!/^(?:NOUN|PROPN|NUM|ADJ|PRON|DET|ADP)$/.test(tagAt(tokens, i))) return false;
    }
    return false;
  }

  function deniedNoun(at: number, start: number): boolean {
    let i = at - 1;
    for (; i >= start && i >= at - MOST_MODIFIERS; i -= 1) {
      if (NOT.test(forms[i] ?? '')) return true;
      const form = forms[i] ?? '';
      if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(tagAt(tokens, i)) && form !== "'s" && form !== '-') break;
    }
    // "rather than an invasion", "denied the invasion", "ruled out an invasion"
    const before = forms[i] ?? '';
    if (i < start) return false;
    if (before === 'than' && forms[i - 1] === 'rather') return true;
    if (/^(?:of|from)$/.test(before) && /^(?:instead|far)$/.test(forms[i - 1] ?? '')) return true;
    if (before === 'out' && /^rul(?:e|es|ed|ing)$/.test(forms[i - 1] ?? '')) return true;
    return DENIES.has(before) && tagAt(tokens, i) === 'VERB';
  }
}

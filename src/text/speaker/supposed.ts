import type { Cue } from '../speech.js';
import { tagAt, type Reading, type Sentence } from '../reading.js';

/** "If", "unless": what someone would say is not said. */
const CONDITION = /^(?:if|unless|lest|whether|supposing|assuming)$/;
const MOST_SHARED = 4;
/** A condition opens at most so many tokens before its verb. */
const MOST_TOKENS_SUPPOSED = 40;

/** Whether a verb only supposes words, as a condition does ("unless the firm insists on …, demands …"). */
export function isSupposed({ forms, tokens }: Reading, sentence: Sentence, cue: Cue): boolean {
  let at = cue.first - 1;
  let shared = 0;
  for (const from = Math.max(sentence.first, at - MOST_TOKENS_SUPPOSED); at >= from; at -= 1) {
    const form = forms[at] ?? '';
    if (CONDITION.test(form)) return true;
    if (/^[;:.?!—"]$/.test(form)) return false;
    if (form !== ',') continue;
    // A verb right behind the comma shares the subject before it.
    let next = at + 1;
    while (next < cue.first && (forms[next] === 'and' || forms[next] === 'or' || tagAt(tokens, next) === 'ADV'))
      next += 1;
    shared += 1;
    if (tagAt(tokens, next) !== 'VERB' || shared > MOST_SHARED) return false;
  }
  return false;
}

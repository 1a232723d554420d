import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { partsClause } from './wording.js';

type Range = readonly [number, number];

/** A clause is told by its verb and the nouns this near; further ones belong to other clauses. */
const REACH = 10;

/**
 * The noun or name that leads up to token `at` ("turnout" in "turnout at the meeting was 61"): one behind a preposition
 * belongs to the noun before that. Without a parse, a long subject may be cut short.
 */
export function nounBefore(reading: Reading, sentence: Sentence, at: number, skip: Range = [0, 0]): Range | undefined {
  const { forms, tokens } = reading;
  // "and went": the second verb's subject is the first one's.
  if (/^(?:and|but|or)$/.test(forms[at - 1] ?? '')) {
    const head = nounAfter(reading, sentence, sentence.first, skip);
    if (head !== undefined && head < at) return [startOfName(reading, sentence, head), head + 1];
  }
  let found: Range | undefined;
  for (let i = at - 1; i >= sentence.first && at - i <= REACH; i -= 1) {
    if (i >= skip[0] && i < skip[1]) continue;
    if (partsClause(forms[i])) break;
    if (!isNoun(reading, i)) continue;
    const first = startOfName(reading, sentence, i);
    found = [first, i + 1];
    let before = first - 1;
    while (
      before > sentence.first &&
      (/^(?:ADJ|DET|NUM|NOUN|PROPN|PRON)$/.test(tagAt(tokens, before)) || forms[before] === '-')
    )
      before -= 1;
    // "warned of losses": behind a verb's own preposition nothing leads further back; "losses of 3 billion" is found at once.
    if (tagAt(tokens, before) !== 'ADP' || !isNoun(reading, before - 1) || forms[at - 1] === 'of') break;
    i = before;
  }
  return found;
}

function startOfName({ tokens }: Reading, sentence: Sentence, at: number): number {
  let first = at;
  while (first > sentence.first && tagAt(tokens, first - 1) === 'PROPN' && tagAt(tokens, at) === 'PROPN') first -= 1;
  return first;
}

/** The head of the noun phrase behind a verb: of "air defence system" the last noun. */
function nounAfter(reading: Reading, sentence: Sentence, from: number, skip: Range = [0, 0]): number | undefined {
  for (let i = from; i < Math.min(sentence.last, from + REACH); i += 1) {
    if (i >= skip[0] && i < skip[1]) continue;
    if (isNoun(reading, i) && !isNoun(reading, i + 1)) return i;
    if (partsClause(reading.forms[i]) || /^(?:SCONJ|PRON|VERB|AUX)$/.test(tagAt(reading.tokens, i))) break;
  }
  return undefined;
}

function isNoun({ tokens }: Reading, at: number): boolean {
  return at < tokens.start.length && /^(?:NOUN|PROPN)$/.test(tagAt(tokens, at));
}

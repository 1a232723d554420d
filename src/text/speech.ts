import { complementOf } from './complement.js';
import type { Clauses } from './clause/clauses.js';
import { tableOf } from './clause/table.js';
import { findSpeaker, isUnsaid, type SpeakerWords } from './speaker.js';
import { isSupposed } from './speaker/supposed.js';
import { sentenceAt, spanOf, tagAt, type Reading, type Sentence } from './reading.js';

/** What may follow a cue as the words or thoughts it gives to someone (see `lexicon/README.md`). */
export const COMPLEMENTS = ['that', 'bare', 'quote', 'of', 'for', 'as', 'to', 'object', 'naming'] as const;
export type Complement = (typeof COMPLEMENTS)[number];

/** A word or phrase of saying or thinking found in the text: tokens `[first, last)`. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly takes: readonly Complement[];
  /** `phrase` gives the whole clause beside it to its object: "according to him, …". */
  readonly kind: 'verb' | 'noun' | 'phrase';
  /** A noun that doubts ("the claim that …") gives its clause away even where it names no speaker; others vouch for it. */
  readonly doubts: boolean;
  /** A cue of thinking: nobody is heard to say what it gives away. */
  readonly thought: boolean;
}

/** A cue together with what it introduces. Token ranges are half-open; an empty range stands for "not found". */
export interface SpeechAct {
  readonly cue: Cue;
  readonly complement: Complement;
  /** Tokens given to the speaker in reported speech. */
  readonly content: readonly [number, number];
  /** Tokens that name the speaker. */
  readonly speaker: readonly [number, number];
}

/** Finds which cues really introduce someone's words; a cue without its complement ("claimed 20 lives") is none. */
export function findSpeech(reading: Reading, cues: readonly Cue[], speakers: SpeakerWords): SpeechAct[] {
  const cueStarts = new Set(cues.filter(({ kind }) => kind === 'verb').map(({ first }) => first));
  const tables = new Map<Sentence, Clauses>();
  return cues.flatMap((cue) => {
    const sentence = reading.sentences[sentenceAt(reading.sentences, cue.first)];
    if (!sentence || isAttributive(reading, cue)) return [];
    const found = complementOf(reading, sentence, cue);
    if (!found) return [];
    const table = tables.get(sentence) ?? tableOf(reading, sentence);
    tables.set(sentence, table);
    const [first, last] = found.content;
    // In "said that they left and had even paid" the second verb is still theirs; behind "as", "of" or an object it is not.
    const ownClause = found.complement === 'that' || found.complement === 'bare';
    const supposed = isSupposed(reading, sentence, cue);
    const intended =
      reading.forms[cue.first - 1] === 'to' &&
      cueStarts.has(cue.first - 2) &&
      !GOES_ON.test(reading.forms[cue.first - 2] ?? '');
    // "Unless the firm insists on …", "pledged to defend …", "confirmed by the delivery" give no one these words.
    const unsaid = supposed || intended || isUnsaid(reading, sentence, cue, table, speakers);
    if (unsaid && !ownClause && found.complement !== 'quote') return [];
    return [
      {
        cue,
        ...found,
        content: [
          first,
          Math.min(
            relativeEnd(reading, sentence, cue),
            ownClause ? last : beforeNextCue(reading, cueStarts, first, last),
          ),
        ],
        speaker: supposed ? [cue.first, cue.first] : findSpeaker(reading, sentence, cue, table, speakers),
      },
    ];
  });
}

/** "Continued to deny" is denied; "promised to defend" is not defended. */
const GOES_ON = /^(?:continu(?:e|es|ed|ing)|on)$/;

/** "the suggested base", "a calling letter": a participle before its noun says nothing of anyone's words. */
function isAttributive({ forms, tokens }: Reading, { first, last, kind }: Cue): boolean {
  if (kind !== 'verb' || last - first > 1 || !/(?:ed|ing)$/.test(forms[first] ?? '')) return false;
  return /^(?:DET|ADJ)$/.test(tagAt(tokens, first - 1)) && /^(?:NOUN|PROPN)$/.test(tagAt(tokens, last));
}

/** "The union, which has accused …, warned": what a relative clause gives away ends with it. */
function relativeEnd({ forms }: Reading, sentence: Sentence, cue: Cue): number {
  let opens = cue.first - 1;
  while (opens > sentence.first && forms[opens] !== ',') opens -= 1;
  if (opens <= sentence.first || !/^(?:who|which|whose)$/.test(forms[opens + 1] ?? '')) return sentence.last;
  let closes = cue.last;
  while (closes < sentence.last && forms[closes] !== ',') closes += 1;
  return closes;
}

/**
 * The same subject's next act ends what it is given here: "described the statements as unacceptable and demanded an
 * apology", "presents it as natural, arguing that …".
 */
function beforeNextCue(
  { forms, tokens }: Reading,
  cueStarts: ReadonlySet<number>,
  first: number,
  last: number,
): number {
  for (let i = first + 1; i < last; i += 1) {
    if (!cueStarts.has(i)) continue;
    let joint = i - 1;
    while (joint > first && /^(?:ADV|AUX)$/.test(tagAt(tokens, joint))) joint -= 1;
    if (forms[joint] === 'and' || (forms[joint] === ',' && (forms[i] ?? '').endsWith('ing'))) return joint;
  }
  return last;
}

/** The text of a token range, as it stands. */
export function textOf(reading: Reading, [first, last]: readonly [number, number]): string {
  const { start, end } = spanOf(reading.tokens, first, last);
  return reading.text.slice(start, end);
}

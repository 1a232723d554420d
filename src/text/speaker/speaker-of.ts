import type { Quotation, Reading } from '../reading.js';
import type { SpeakerWords } from '../speaker.js';
import { textOf, type SpeechAct } from '../speech.js';

/** A pronoun's name stands at most this many tokens back: some five sentences. */
const PRONOUN_REACH = 120;

/**
 * The name of each act's speaker. "He" and "she" lead to the last person named as a speaker before them; "it" and "they"
 * may stand for anyone told of, so they are given as they stand, in quotation marks.
 */
export function speakersOf(
  reading: Reading,
  acts: readonly SpeechAct[],
  words: SpeakerWords,
): ReadonlyMap<SpeechAct, string> {
  return new Map(
    acts.flatMap((act, at): [SpeechAct, string][] => {
      const name = speakerOf(reading, acts, at, words);
      return name === undefined ? [] : [[act, name]];
    }),
  );
}

function speakerOf(reading: Reading, acts: readonly SpeechAct[], at: number, words: SpeakerWords): string | undefined {
  const [first, last] = acts[at]?.speaker ?? [0, 0];
  if (last <= first) return undefined;
  const name = textOf(reading, [first, last]);
  if (/^(?:they|it|them|their|we)$/i.test(name)) return `“${name.toLowerCase()}”`;
  if (!/^(?:he|she|him|her|his)$/i.test(name)) return name;
  const own = quotationAt(reading, first);
  for (let i = at - 1; i >= 0; i -= 1) {
    const earlier = acts[i];
    if (!earlier || first - earlier.cue.first > PRONOUN_REACH) break;
    // Whoever speaks within somebody's quotation is not the one who utters it.
    const within = quotationAt(reading, earlier.cue.first);
    const candidate = textOf(reading, earlier.speaker);
    if ((within === undefined || within === own) && agrees(name, candidate, words)) return candidate;
  }
  return `“${name.toLowerCase()}”`;
}

/** Whether "he" or "she" may stand for a speaker: not for several people, a paper, or one of the other sex. */
function agrees(pronoun: string, speaker: string, { bodies, people }: SpeakerWords): boolean {
  if (/^(?:he|she|they|it|we|his|her|him|them|one)$/i.test(speaker) || speaker === '') return false;
  // Several, or letters alone ("U.S.").
  if (speaker.includes(' and ') || !/\p{Ll}/u.test(speaker)) return false;
  const head = (speaker.split(/ (?:of|in|for|from|at|with) /)[0] ?? '').split(' ').at(-1) ?? '';
  const form = head.toLowerCase();
  const several = SEVERAL.test(form) || (people.has(form) && /[^s]s$/.test(form));
  if (several || bodies.has(form) || (/^\p{Ll}/u.test(head) && !people.has(form))) return false;
  return !(/^(?:she|her)$/i.test(pronoun) ? /^Mr\b/ : /^(?:Ms|Mrs|Miss)\b/).test(speaker);
}

const SEVERAL = /^(?:many|some|others|most|people|men|women|children)$/;

/** An outer quotation begins before its inner ones: so many are looked past for it. */
const MOST_WITHIN = 8;

/** The innermost quotation that holds a token, by bisection. */
function quotationAt({ quotations }: Reading, token: number): Quotation | undefined {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.first ?? Infinity) <= token) low = middle + 1;
    else high = middle;
  }
  return quotations.slice(Math.max(0, low - MOST_WITHIN), low).findLast(({ last }) => token < last);
}

import { fold } from '../text/fold.js';
import { overlaps, type Span } from '../text/span.js';

// Cut without the program's reader: the words that are counted must not change when the reader does.
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;

/** The words of a text; a hyphenated compound is several, "wasn't" is one, punctuation none. */
export function wordsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** Of each word, whether it lies in one of the spans. A mark on part of a word ("n't") marks the word. */
export function liesIn(words: readonly Span[], spans: readonly Span[]): boolean[] {
  return words.map((word) => spans.some((span) => overlaps(word, span)));
}

/**
 * Where whole words of a text read as a phrase, in any case and with any quotes or hyphens. "cult" is not found in
 * "culture"; a phrase that was not copied verbatim is found nowhere.
 */
export function occurrencesOf(phrase: string, text: string): Span[] {
  const folded = fold(text);
  const within = lowered(folded.text);
  const sought = lowered(fold(phrase).text).trim();
  if (sought === '') return [];
  const toStored = folded.origins();
  const spans: Span[] = [];
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const last = at - 1 + sought.length;
    if (isJoined(within, at - 1) || isJoined(within, last)) continue;
    spans.push({ start: toStored(at), end: toStored(last + 1) });
    at = last;
  }
  return spans;
}

/** Whether the characters at `at` and behind it belong to one word. */
function isJoined(text: string, at: number): boolean {
  return IN_WORD.test(text[at] ?? '') && IN_WORD.test(text[at + 1] ?? '');
}

/** Lower case where it keeps offsets, which all but a few letters ("İ") do. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

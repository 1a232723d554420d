import type { Part, Quotation, Tokens } from './reading.js';

const OPENERS = new Map<string, string>([
  ['“', '”'],
  ['«', '»'],
  ['„', '“”'],
  ['‘', '’'],
  ['"', '"'],
  ["'", "'"],
  ['‹', '›'],
]);

/** A pair longer than this is two stray marks: block quotations of news run to some 120 words. */
export const MOST_TOKENS = 260;

/**
 * Pairs quotation marks within each part. Apostrophes are told from single quotes by their place: an opener stands
 * before a word and behind a space or an opening bracket, a closer stands behind a word and not before one.
 * Nested pairs are kept, inner ones first in reading order of their end.
 */
export function pairQuotations(text: string, tokens: Tokens, parts: readonly Part[]): Quotation[] {
  const found: Quotation[] = [];
  let token = 0;
  for (const part of parts) {
    let open: { mark: string; at: number; token: number }[] = [];
    for (const { index: offset, 0: mark } of text.slice(part.start, part.end).matchAll(MARKS)) {
      const at = part.start + offset;
      while (token < tokens.start.length && (tokens.start[token] ?? 0) + (tokens.length[token] ?? 0) <= at) token += 1;
      // A mark in what was left unread (an address, a menu) quotes nothing.
      if ((tokens.start[token] ?? Infinity) > at) continue;
      const opener = open.findLastIndex((candidate) => OPENERS.get(candidate.mark)?.includes(mark));
      const from = open[opener];
      if (from && closes(text, at, mark)) {
        open = open.slice(0, opener);
        if (token - from.token < MOST_TOKENS && at > from.at + 1) {
          found.push({ start: from.at, end: at + 1, first: from.token, last: token + 1 });
        }
      } else if (OPENERS.has(mark) && opens(text, at)) {
        open = [...open.slice(-MOST_NESTED), { mark, at, token }];
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const MARKS = /["'“”„«»‘’‹›]/g;
/** Quotations within quotations within quotations; more open marks are stray ones. */
const MOST_NESTED = 3;

const WORD = /[\p{L}\p{N}]/u;

function opens(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return !WORD.test(before) && !/\s/.test(after) && !/[.,;:!?)]/.test(before);
}

function closes(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/\s/.test(before)) return false;
  // An apostrophe inside a word closes nothing; that of a plural possessive cannot be told from a closing mark.
  if ((mark === '’' || mark === "'") && WORD.test(after)) return false;
  return mark !== '"' || !WORD.test(after) || /[.,!?]/.test(before);
}

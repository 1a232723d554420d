import type { Reading } from '../text/reading.js';

/** Tokens `[first, last)` that stand for one: a word with its hyphenated parts, or a mark of punctuation. */
export interface Word {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly punctuation: boolean;
}

/** The words of tokens `[first, last)`: "forty-day" and "don't" are one each, a possessive "'s" stands alone. */
export function wordsOf({ forms, tokens }: Pick<Reading, 'forms' | 'tokens'>, first: number, last: number): Word[] {
  const touches = (at: number): boolean =>
    at < last && (tokens.start[at - 1] ?? 0) + (tokens.length[at - 1] ?? 0) === tokens.start[at];
  const words: Word[] = [];
  for (let at = first; at < last;) {
    const from = at;
    const punctuation = !isWord(forms[from]);
    at += 1;
    if (!punctuation) {
      for (;;) {
        if (touches(at) && isWord(forms[at])) at += 1;
        else if (forms[at] === '-' && touches(at) && touches(at + 1) && isWord(forms[at + 1])) at += 2;
        else break;
      }
    }
    const form = at - from === 1 ? (forms[from] ?? '') : forms.slice(from, at).join('');
    words.push({ first: from, last: at, form, punctuation });
  }
  return words;
}

function isWord(form: string | undefined): boolean {
  if (form === undefined) return false;
  const code = form.charCodeAt(0);
  // Nearly all words begin with a small ASCII letter.
  return (code >= 97 && code <= 122) || /^[\p{L}\p{N}]/u.test(form);
}

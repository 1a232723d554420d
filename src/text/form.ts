import { fold } from './fold.js';
import { foldSpelling } from './spelling.js';
import type { Tokens } from './reading.js';

/**
 * The forms of a text's tokens: what phrases are matched on. Numbers stand beside the strings, so that a matcher finds
 * what it knows of a word by an array's index; they hold among texts that share `table`.
 */
export interface Forms {
  readonly table: object;
  readonly ids: Uint32Array;
  readonly forms: readonly string[];
}

// Words recur; most of a text's tokens are found here. Begun anew when full, so that a stream of texts cannot grow it.
export const MOST_FORMS = 65_536;
let table = {};
let kept = new Map<string, { readonly form: string; readonly id: number }>();

/** The form a word is matched by: folded, in small letters, in one spelling. */
export function formOf(word: string): string {
  return foldSpelling(fold(word).text.toLowerCase());
}

export function formsOf(text: string, tokens: Tokens): Forms {
  return formsOfWords(tokens.start.length, (i) => {
    const start = tokens.start[i] ?? 0;
    return text.slice(start, start + (tokens.length[i] ?? 0));
  });
}

export function formsOfWords(length: number, word: (i: number) => string): Forms {
  if (kept.size + length > MOST_FORMS) {
    table = {};
    kept = new Map();
  }
  const forms = new Array<string>(length);
  const ids = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) {
    const raw = word(i);
    let known = kept.get(raw);
    if (known === undefined) {
      known = { form: formOf(raw), id: kept.size };
      kept.set(raw, known);
    }
    forms[i] = known.form;
    ids[i] = known.id;
  }
  return { table, ids, forms };
}

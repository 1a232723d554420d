import type { Inflect, PartOfSpeech } from './inflect.js';
import { foldSpelling } from './spelling.js';

/** One place of a phrase: a word in any of its forms, an optional determiner (`<its>`), or a gap of some words (`...`). */
export type Slot =
  | { readonly kind: 'word'; readonly forms: readonly string[] }
  | { readonly kind: 'determiner' }
  | { readonly kind: 'gap' };

const PREPOSITION = /^(?:of|in|to|for|on|at|with|against|from|by|between|over|under|behind|as)$/;

/**
 * Parses the term syntax of the lexicon (see `lexicon/README.md`). In a verb phrase the first word inflects, in a noun
 * phrase the last one or the one before its preposition; `all` inflects every word, for words of context.
 */
export function parsePhrase(term: string, pos: readonly PartOfSpeech[] | 'all', inflect: Inflect): Slot[] {
  // A hyphen is kept at the end of its word: of a compound head ("strong-arm") the last part inflects.
  const words = term
    .replace(/n't\b/g, " n't")
    .split(/\s+|(?<=-)|(?='(?:s|re|ve|ll|d|m)\b)/)
    .filter((word) => word !== '' && word !== '-');
  const heads = pos === 'all' ? undefined : new Map(pos.map((each) => [each, headOf(words, each)]));
  return words.map((hyphened, at): Slot => {
    const word = hyphened.replace(/-$/, '');
    if (word === '<its>') return { kind: 'determiner' };
    if (word === '...') return { kind: 'gap' };
    const forms = new Set([foldSpelling(word)]);
    const inflecting: PartOfSpeech[] = heads
      ? [...heads].flatMap(([each, head]) => (head === at ? [each] : []))
      : ['noun', 'verb', 'adj'];
    for (const each of inflecting) for (const form of inflect(word, each)) forms.add(form);
    return { kind: 'word', forms: [...forms] };
  });
}

function headOf(words: readonly string[], pos: PartOfSpeech): number {
  if (pos === 'verb') return words.findIndex((word) => !/^(?:<its>|\.\.\.|not|n't)$|-$/.test(word));
  if (pos === 'noun') {
    const preposition = words.findIndex((word, at) => at > 0 && PREPOSITION.test(word));
    return (preposition > 0 ? preposition : words.length) - 1;
  }
  return words.length === 1 ? 0 : -1;
}

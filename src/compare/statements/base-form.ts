import type { Tag } from '../../text/reading.js';
import type { Rarity } from '../rarity.js';

/** Endings of words made from others, with what stands in their place in the word they are made from. */
const DERIVED: readonly (readonly [ending: string, before: readonly string[]])[] = [
  ['ization', ['ize']],
  ['ition', ['ize', 'ite']],
  ['ation', ['ate', 'e', '']],
  ['ction', ['ct', 'ce']],
  ['sion', ['se', 'd', 'de']],
  ['ion', ['e', '']],
  ['ment', ['']],
  ['ness', ['']],
  ['ator', ['ate']],
  ['ism', ['e', '']],
  ['ist', ['e', '']],
  ['ity', ['e', '']],
  ['al', ['e', '']],
  ['ing', ['e', '']],
  ['er', ['e', '']],
  ['or', ['e', '']],
  ['ly', ['']],
];
/** A shorter rest is seldom the word that the longer one was made from ("corner", "mention"). */
const SHORTEST_ROOT = 5;
const SHORTEST_BASE = 3;
const MOST_DERIVATIONS = 2;

export interface BaseForms {
  /** The form without its inflection: "adopted" → "adopt". */
  readonly baseOf: (form: string, tag: Tag) => string;
  /** The word it was made from: "recognition" → "recognize"; itself where none is known. */
  readonly rootOf: (base: string) => string;
  /** What sharing it tells, 0…1: the square of its rarity in general English. */
  readonly massOf: (base: string) => number;
}

/**
 * Takes endings off words, but only where general English knows what is left: a wrong base would bring two words
 * together. Rejected: Porter's stemmer, which joins "general" and "generous", "policy" and "police".
 */
export function baseForms(rarity: Rarity): BaseForms {
  const isKnown = (word: string): boolean => rarity(word) < 1;
  const commonest = (words: readonly string[]): string | undefined =>
    words.filter(isKnown).sort((a, b) => rarity(a) - rarity(b))[0];

  const rootOf = (base: string): string => {
    let root = base;
    for (let step = 0; step < MOST_DERIVATIONS; step += 1) {
      const [ending, before] = DERIVED.find(([each]) => root.endsWith(each)) ?? [];
      if (ending === undefined || before === undefined) break;
      const stem = root.slice(0, -ending.length);
      const shorter = before.map((each) => stem + each).find((each) => each.length >= SHORTEST_ROOT && isKnown(each));
      if (shorter === undefined) break;
      root = shorter;
    }
    return root;
  };

  return {
    baseOf: (form, tag) => {
      if (!/^[a-z]+$/.test(form)) return form;
      if (tag === 'NOUN' || tag === 'PROPN') return singular(form, isKnown);
      if (tag !== 'VERB' && tag !== 'ADJ' && tag !== 'AUX') return form;
      const ending = /(?:ed|ing)$/.exec(form)?.[0];
      if (ending === undefined) return tag === 'ADJ' ? form : singular(form, isKnown);
      const stem = form.slice(0, -ending.length);
      if (stem.length < SHORTEST_BASE || !/[aeiouy]/.test(stem)) return form;
      const candidates = [stem, `${stem}e`];
      if (ending === 'ed' && stem.endsWith('i')) candidates.push(`${stem.slice(0, -1)}y`);
      if (stem.at(-1) === stem.at(-2)) candidates.push(stem.slice(0, -1));
      return commonest(candidates) ?? form;
    },
    rootOf,
    // "Relation" is rare beside "relations": a word is as common as its commonest inflection.
    massOf: (base) => Math.min(rarity(base), rarity(`${base}s`), rarity(`${base}ed`), rarity(`${base}d`)) ** 2,
  };
}

const NO_PLURALS = new Set(
  'news politics economics ethics physics series species means headquarters olympics'.split(' '),
);

/** Plural of a noun or third person of a verb; a word that general English does not know loses a plain "s" alone. */
function singular(form: string, isKnown: (word: string) => boolean): string {
  if (form.length <= SHORTEST_BASE || !form.endsWith('s') || /(?:ss|us|is)$/.test(form) || NO_PLURALS.has(form))
    return form;
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  const withoutEs = form.slice(0, -2);
  if (/(?:s|x|z|ch|sh|o)es$/.test(form) && isKnown(withoutEs)) return withoutEs;
  // "Pouches" is of "pouch" and "caches" of "cache", whichever of them is known.
  if (/(?:ss|x|ch|sh)es$/.test(form) && !isKnown(form.slice(0, -1))) return withoutEs;
  return isKnown(form) && !isKnown(form.slice(0, -1)) ? form : form.slice(0, -1);
}

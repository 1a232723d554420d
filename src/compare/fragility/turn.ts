import { sum, type Score } from './score.js';

/** A score without one of its parts. */
export interface Turn {
  readonly value: number;
  /** The term that is left out; null for a sentence. */
  readonly term: string | null;
  /** Index of the sentence; null for quoted words, which are everywhere. */
  readonly sentence: number | null;
}

/** The score without each term, then without each sentence; within each kind the furthest from the whole score first. */
export function turnsOf({ above, below, terms, round, value: whole }: Score): Turn[] {
  const top = sum(above);
  const bottom = sum(below);
  const ratio = (numerator: number, denominator: number): number =>
    denominator > 0 ? round(numerator / denominator) : 0;
  const furthest = (a: Turn, b: Turn): number => Math.abs(b.value - whole) - Math.abs(a.value - whole);
  const withoutTerm = terms.map(({ words, sentence, adds }) => ({
    value: ratio(top - adds, bottom),
    term: words,
    sentence,
  }));
  const withoutSentence = above.map((added, sentence) => ({
    value: ratio(top - added, bottom - (below[sentence] ?? 0)),
    term: null,
    sentence,
  }));
  return [...withoutTerm.sort(furthest), ...withoutSentence.sort(furthest)];
}

/** A sentence is told by so many of its words; they find it on the page. */
const FIRST_WORDS = 6;
const MOST_LETTERS = 80;

export function firstWords(text: string): string {
  const words = text
    .slice(0, MOST_LETTERS * 2)
    .trim()
    .split(/\s+/);
  const told = words.slice(0, FIRST_WORDS).join(' ').slice(0, MOST_LETTERS);
  return told.length < text.trim().length ? `${told} …` : told;
}

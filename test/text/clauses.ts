import { loadLexicon } from '../../src/corpus/compiled.js';
import { clausesIn, type NounPhrase } from '../../src/text/clause.js';
import { read } from '../../src/text/read.js';
import { spanOf } from '../../src/text/reading.js';

export const { partLines } = loadLexicon();

/**
 * The clauses of a text, a line each: who | does | to whom, with the form unless it is active; "–" for nobody, "?" before
 * what the words do not decide.
 */
export function clauses(text: string): string[] {
  const reading = read(text, partLines);
  const words = (first: number, last: number): string => {
    const { start, end } = spanOf(reading.tokens, first, last);
    return reading.text.slice(start, end);
  };
  const names = (nouns: readonly NounPhrase[]): string =>
    nouns.map(({ first, last, tail }) => words(first, tail ?? last)).join(' + ') || '–';
  return reading.sentences.flatMap((sentence) =>
    clausesIn(reading, sentence).clauses.map(({ doers, parts, undergoers, form, certain }) => {
      const verb = parts.map((part) => words(part, part + 1)).join(' ');
      const told = form === 'active' ? '' : ` (${form})`;
      return `${certain ? '' : '? '}${names(doers)} | ${verb} | ${names(undergoers)}${told}`;
    }),
  );
}

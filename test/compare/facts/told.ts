import { factsOf } from '../../../src/compare/facts.js';
import type { OnTopic } from '../../../src/compare/on-topic.js';
import type { Fact } from '../../../src/compare/schema/fact.js';
import { openSeedLibrary } from '../../../src/corpus/seed-library.js';
import { analyse } from '../../../src/devices/analyse.js';
import { NO_NAMES } from '../../../src/devices/referent.js';

export const library = openSeedLibrary();

/** Texts as documents that speak of the topic in every sentence. */
export function documentsOf(said: readonly string[], dates: readonly string[] = [], known = NO_NAMES): OnTopic[] {
  return said.map((text, at) => {
    const analysis = analyse(text, library.lexicon, known);
    return {
      id: `d${String(at)}`,
      date: dates[at] ?? null,
      analysis,
      indices: analysis.reading.sentences.map((_, i) => i),
    };
  });
}

/** A row on one line: id, what, and each document's state with its values or reason. */
export function shown({ id, what, cells }: Fact): string {
  const states = cells.map(
    ({ is, values, absent }) => `${is} ${absent?.reason ?? [...new Set(values.map(({ value }) => value))].join(', ')}`,
  );
  return `${id} (${what}): ${states.join(' | ')}`;
}

export function factsTold(texts: readonly string[]): Fact[] {
  return factsOf(documentsOf(texts), [], NO_NAMES, null);
}

import type { Idea, Ideas } from './ideas.js';

/** A pair of words that stands in this share of its noun's sentences says what the noun is of: "strike fund" for "fund". */
const MOSTLY = 0.5;

/** What each idea is called: a noun by the pair of words that it mostly stands in, which is then no idea of its own. */
export function titled({ shared }: Pick<Ideas, 'shared'>): {
  readonly titleOf: (idea: Idea) => string;
  readonly isTitle: (idea: Idea) => boolean;
} {
  const pairOf = new Map<Idea, Idea>();
  for (const pair of shared.values()) {
    if (!pair.key.includes(' ')) continue;
    for (const word of pair.key.split(' ')) {
      const noun = shared.get(word);
      if (!noun || pair.postings.length < noun.postings.length * MOSTLY) continue;
      const known = pairOf.get(noun);
      if (!known || known.postings.length < pair.postings.length) pairOf.set(noun, pair);
    }
  }
  const titles = new Set(pairOf.values());
  return { titleOf: (idea) => (pairOf.get(idea) ?? idea).title, isTitle: (idea) => titles.has(idea) };
}

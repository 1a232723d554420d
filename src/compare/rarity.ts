/** How much a word tells of what a sentence is about: 0 for the commonest words, 1 for rare ones. */
export type Rarity = (form: string) => number;

export interface CompiledRarity {
  /** Words of general English, the commonest first. */
  readonly words: readonly string[];
}

/** A word's weight grows with the logarithm of its rank; one that is not listed is rare. */
export function openRarity({ words }: CompiledRarity): Rarity {
  const rank = new Map(words.map((word, at) => [word, at + 1]));
  const most = Math.log(words.length + 1);
  return (form) => {
    const at = rank.get(form);
    return at === undefined ? 1 : Math.log(at) / most;
  };
}

import type { SuggestWords } from './features.js';
import { isFamily, type Idea } from './ideas.js';
import { isForm } from './nouns.js';
import { isName } from './same-idea.js';

/** Names of the texts are offered in a list of their own; as topics they stand behind what is said of them. */
const NAME = 0.6;
/** Two words tell better than one what a sentence is about. */
const PAIR = 1.1;

/** A noun tells what a text is about as far as it is rare in general English (Bell et al.'s surprisal). */
export function weightOf({ key, title }: Idea, { rarity }: SuggestWords): number {
  if (key.startsWith('@')) return 1;
  if (isName(key)) return NAME;
  if (isFamily(key) && isForm(title)) return 0;
  const words = (isFamily(key) ? title : key).split(' ');
  const rarest = Math.max(...words.map((word) => Math.min(rarity(word), rarity(`${word}s`))));
  return ((1 + rarest ** 2) / 2) * (words.length > 1 ? PAIR : 1);
}

import { baseForms } from '../compare/statements/base-form.js';
import { suggestNames, type SuggestedReferent } from '../topics/names-suggest.js';
import { suggestTopics, type Suggestion } from '../topics/suggest.js';
import { everyFew } from './every-few.js';
import type { Library } from './library.js';

/** Documents that suggestions are made from, spread evenly over a larger corpus: a page waits some two seconds for so many. */
export const MOST_SUGGESTED_FROM = 400;

/** What the documents share and no topic of the corpus finds yet. */
export function suggestedTopics(library: Library): Suggestion[] {
  const { names, lexicon, topics } = library;
  const { related, rarity } = library.lists();
  const { baseOf } = baseForms(rarity);
  const taken = new Set(topics.map(({ cues }) => cuesKey(cues)));
  return suggestTopics(sourcesOf(library), { names, related, rarity, baseOf, inflect: lexicon.inflect }).filter(
    ({ topic }) => !taken.has(cuesKey(topic.cues)),
  );
}

/** Names of the texts that the corpus's list does not have. */
export function suggestedNames(library: Library): SuggestedReferent[] {
  return suggestNames(sourcesOf(library), library.names);
}

function sourcesOf({ documents, analysisOf }: Library) {
  return everyFew(documents, MOST_SUGGESTED_FROM).map((document) => ({
    id: document.id,
    analysis: () => analysisOf(document),
  }));
}

/** A cue that stands alone may be written as one of several phrases or as several of one. */
function cuesKey(cues: Suggestion['topic']['cues']): string {
  return cues
    .flatMap(({ groups }) => (groups.length === 1 ? groups.flat() : [groups.map((group) => group.join()).join('|')]))
    .sort()
    .join(';');
}

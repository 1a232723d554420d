import { COMPARED_AT_ONCE } from '../corpus/coverage.js';
import type { ChosenOptions, Library } from '../corpus/library.js';
import type { Comparison } from '../compare/schema/comparison.js';
import type { Topic } from '../topics/topic.js';
import type { ComparisonState } from './query.js';
import { Refusal } from './refusal.js';

/**
 * The comparison that an address asks for: of all documents, or, of a corpus too large for one page, of those that speak
 * of the topic, those that say most first, a page at a time. Documents that the address names are in it whatever they say.
 * @throws {Refusal} 404 for a page that there is not
 */
export async function compared(library: Library, topic: Topic, state: ComparisonState): Promise<Comparison> {
  return library.compareTopic(topic, { reference: state.reference, ...(await chosen(library, topic, state)) });
}

async function chosen(
  library: Library,
  topic: Topic,
  { reference, pair, page = 1 }: ComparisonState,
): Promise<ChosenOptions> {
  if (library.documents.length <= COMPARED_AT_ONCE) {
    if (page > 1) throw noPage(page, 1);
    return {};
  }
  const { speaking, silent } = await library.coverage(topic);
  const pages = Math.max(1, Math.ceil(speaking.length / COMPARED_AT_ONCE));
  if (page > pages) throw noPage(page, pages);
  const first = (page - 1) * COMPARED_AT_ONCE;
  const shown = speaking.slice(first, first + COMPARED_AT_ONCE);
  const named = [reference, ...(pair ?? [])].filter((id) => id !== undefined);
  return {
    documents: [...new Set([...shown, ...named])],
    choice: {
      first: Math.min(first + 1, speaking.length),
      last: first + shown.length,
      speaking: speaking.length,
      silent,
    },
  };
}

function noPage(page: number, pages: number): Refusal {
  return new Refusal(
    404,
    `there is no page ${page} of this comparison`,
    pages === 1 ? 'all of it is on one page' : `choose one from 1 to ${pages}`,
  );
}

import { languageName } from '../../corpus/import/language-name.js';
import { counted, grouped, listed } from '../prose.js';
import type { StoredCorpus } from '../page.js';

/** Names are given up to this many; the list of documents has all. */
const MOST_NAMED = 12;

/** Documents of a corpus that no comparison of it reads, a line a reason. */
export function leftOutOf(corpus: Pick<StoredCorpus, 'unsupported' | 'unread'> | undefined): string[] {
  if (!corpus) return [];
  const { unsupported, unread } = corpus;
  const languages = [...new Set(unsupported.map(({ language }) => languageName(language)))];
  const because = new Map<string, string[]>();
  for (const { short, problem } of unread) because.set(problem, [...(because.get(problem) ?? []), short]);
  return [
    ...(unsupported.length > 0
      ? [
          `Left out: ${counted(unsupported.length, 'document')} in ${listed(languages)}, kept and not analysed: ${named(unsupported.map(({ short }) => short))}.`,
        ]
      : []),
    ...[...because].map(
      ([problem, shorts]) => `Left out: ${counted(shorts.length, 'document')}, since ${problem}: ${named(shorts)}.`,
    ),
  ];
}

function named(shorts: readonly string[]): string {
  const rest = shorts.length - MOST_NAMED;
  return rest > 0 ? `${shorts.slice(0, MOST_NAMED).join(', ')} and ${grouped(rest)} more` : listed(shorts);
}

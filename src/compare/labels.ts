import type { Analysis } from '../devices/analysis.js';
import type { Names } from '../devices/referent.js';
import type { ComparedDocument } from './schema/document.js';
import { sentenceAt } from '../text/reading.js';

/** Which labels a document uses for each referent in some of its sentences, the most used first. */
export function labelsUsed(
  { reading, labels }: Analysis,
  indices: readonly number[],
  names: Names,
): ComparedDocument['labels'] {
  const wanted = new Set(indices);
  const byReferent = new Map<string, Map<string, ComparedDocument['labels'][number]['uses'][number]>>();
  for (const { entry, first, voice } of labels) {
    if (!wanted.has(sentenceAt(reading.sentences, first))) continue;
    const uses =
      byReferent.get(entry.category) ?? new Map<string, ComparedDocument['labels'][number]['uses'][number]>();
    byReferent.set(entry.category, uses);
    const use = uses.get(entry.id) ?? {
      label: entry.label ?? entry.id,
      entry: entry.id,
      contested: entry.contested ?? false,
      count: 0,
      quoted: 0,
    };
    uses.set(entry.id, { ...use, count: use.count + 1, quoted: use.quoted + (voice === 'author' ? 0 : 1) });
  }
  return names.referents.flatMap(({ id, name }) => {
    const uses = byReferent.get(id);
    return uses
      ? [
          {
            referent: id,
            name,
            uses: [...uses.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
          },
        ]
      : [];
  });
}

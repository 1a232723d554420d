import type { ComparedDocument } from '../../../compare/schema/document.js';
import { capital, inSentence, inWords, listed, quotedWord } from '../../prose.js';
import { MOST_EXAMPLES, type StandOut } from './piece.js';

/** The referent with the most labels, one of them contested. */
export function namesDiffer(covering: readonly ComparedDocument[]): StandOut | undefined {
  const byReferent = new Map<
    string,
    { name: string; contested: boolean; labels: Set<string>; uses: { short: string; labels: string[] }[] }
  >();
  for (const { short, labels } of covering) {
    for (const { referent, name, uses } of labels) {
      const known = byReferent.get(referent) ?? { name, contested: false, labels: new Set(), uses: [] };
      byReferent.set(referent, known);
      known.contested ||= uses.some((use) => use.contested);
      for (const { label } of uses) known.labels.add(label);
      known.uses.push({ short, labels: uses.map(({ label }) => quotedWord(label)) });
    }
  }
  const best = [...byReferent.values()]
    .filter(({ contested, labels, uses }) => contested && labels.size > 1 && uses.length > 1)
    .sort((a, b) => b.uses.length - a.uses.length || b.labels.size - a.labels.size)[0];
  if (!best) return undefined;
  const uses = best.uses.map(({ short, labels }) => `${short} ${listed(labels.slice(0, MOST_EXAMPLES))}`);
  return [
    { text: `${capital(inWords(best.labels.size))} names for ${inSentence(best.name)}:`, strong: true },
    { text: ` ${listed(uses)}. ` },
    { text: 'Names', href: '#names' },
  ];
}

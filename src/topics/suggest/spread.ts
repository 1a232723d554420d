/** Marks of a document below which a difference is as likely chance: the divergence is drawn towards 0 by as many. */
const FEW_MARKS = 5;

/**
 * How far apart documents are in their marks, 0 (all alike) … 1 (nothing in common): the Jensen–Shannon divergence of
 * their distributions, each document weighing the same (Lin 1991), over its greatest value.
 */
export function spread(documents: readonly ReadonlyMap<string, number>[]): number {
  const marked = documents.filter((marks) => marks.size > 0);
  if (marked.length < 2) return 0;
  const mean = new Map<string, number>();
  let own = 0;
  let total = 0;
  for (const marks of marked) {
    const sum = [...marks.values()].reduce((all, each) => all + each, 0);
    total += sum;
    for (const [mark, count] of marks) {
      const share = count / sum;
      own -= share * Math.log(share);
      mean.set(mark, (mean.get(mark) ?? 0) + share / marked.length);
    }
  }
  let together = 0;
  // In one order, whichever document came first: a sum of fractions differs in its last digit else.
  for (const [, share] of [...mean].sort(([a], [b]) => (a < b ? -1 : 1))) together -= share * Math.log(share);
  const divergence = (together - own / marked.length) / Math.log(marked.length);
  return Math.round(Math.max(0, divergence) * (total / (total + FEW_MARKS * marked.length)) * 1e6) / 1e6;
}

/**
 * Of overlapping matches the longest stands, then the first: `puppet regime` leaves no second match on `regime`.
 * Matches come in text order; most overlap nothing, so only clusters of overlapping ones are sorted.
 */
export function longestFirst<T extends { readonly first: number; readonly last: number }>(matches: readonly T[]): T[] {
  const standing: T[] = [];
  for (let i = 0; i < matches.length;) {
    let end = matches[i]?.last ?? 0;
    let next = i + 1;
    for (; next < matches.length && (matches[next]?.first ?? 0) < end; next += 1)
      end = Math.max(end, matches[next]?.last ?? 0);
    const match = matches[i];
    if (match && next === i + 1) standing.push(match);
    else standing.push(...longestOfCluster(matches.slice(i, next)));
    i = next;
  }
  return standing;
}

function longestOfCluster<T extends { readonly first: number; readonly last: number }>(cluster: T[]): T[] {
  const taken: T[] = [];
  for (const match of cluster.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)) {
    if (taken.every((each) => each.last <= match.first || match.last <= each.first)) taken.push(match);
  }
  return taken.sort((a, b) => a.first - b.first);
}

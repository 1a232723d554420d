import type { Told } from './features.js';
import { linkedBy } from './links.js';
import type { NearestFound } from './nearest.js';
import { mayJoin } from './rows.js';

/** Sentences of one row, and of each other document the one that comes nearest to them. */
export interface Gathered {
  readonly row: readonly Told[];
  readonly nearest: ReadonlyMap<number, NearestFound>;
}

/**
 * A document may say what a row says in a sentence that no cue of the topic finds. It joins the row that it comes nearest
 * to, if it would have been linked to one of its sentences and is close enough to all.
 */
export function withGuests(gathered: readonly Gathered[], isOnTopic: (told: Told) => boolean): Gathered[] {
  const rows = gathered.map(({ row }) => row);
  const seated = new Set<Told>();
  const candidates = gathered.flatMap(({ nearest }, at) =>
    [...nearest.values()].flatMap(({ told, meeting }) =>
      isOnTopic(told) ? [] : [{ at, told, similarity: meeting.similarity }],
    ),
  );
  candidates.sort(
    (x, y) => y.similarity - x.similarity || x.told.document - y.told.document || x.told.index - y.told.index,
  );
  for (const { at, told } of candidates) {
    const row = rows[at] ?? [];
    if (seated.has(told) || row.some((each) => linkedBy(each, told) === undefined) || !mayJoin(row, told)) continue;
    seated.add(told);
    rows[at] = [...row, told].sort((x, y) => x.document - y.document || x.index - y.index);
  }
  return gathered.map(({ row, nearest }, at) => ({ row: rows[at] ?? row, nearest }));
}

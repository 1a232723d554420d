import { counted } from '../prose.js';
import type { AbsenceView } from './absence.js';

/** More sources than these are no columns to read side by side: those that say a thing stand, the others are gathered. */
export const MOST_COLUMNS = 8;

/** Sources that do not say what a row tells, in one place. */
export interface Others {
  /** "44 others: nothing on this" */
  readonly summary: string;
  readonly searched: string;
  /** "published before the event" and who; first those whose texts do not say it. */
  readonly groups: readonly { readonly words: string; readonly sources: readonly string[] }[];
  readonly nearest: readonly ({ readonly source: string } & NonNullable<AbsenceView['nearest']>)[];
}

interface EmptyCell {
  readonly source: string;
  readonly absent: AbsenceView | null;
}

/** Sentences that come nearest are shown up to this many. */
const MOST_NEAREST = 8;

export function othersOf(cells: readonly EmptyCell[], words: string): Others | null {
  if (cells.length === 0) return null;
  const groups = new Map<string, string[]>([[words, []]]);
  for (const { source, absent } of cells) {
    const why = absent?.words ?? words;
    groups.set(why, [...(groups.get(why) ?? []), source]);
  }
  const kept = [...groups].filter(([, sources]) => sources.length > 0);
  return {
    summary: `${counted(cells.length, 'other')}: ${kept[0]?.[0] ?? words}${kept.length > 1 ? ', or' : ''}${kept
      .slice(1)
      .map(([why]) => ` ${why}`)
      .join(' or')}`,
    searched: cells.find(({ absent }) => absent?.searched)?.absent?.searched ?? '',
    groups: kept.map(([why, sources]) => ({ words: why, sources })),
    nearest: cells
      .flatMap(({ source, absent }) => (absent?.nearest ? [{ source, ...absent.nearest }] : []))
      .slice(0, MOST_NEAREST),
  };
}

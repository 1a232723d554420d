import { diffArrays } from 'diff';
import type { Unit } from './unit.js';

/** Units `[from, fromEnd)` of one sentence beside `[to, toEnd)` of the other. */
export interface Stretch {
  readonly same: boolean;
  /** A word beside its inflection, or a label beside another: a change that is not lost in the changes round it. */
  readonly apart?: boolean;
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

export interface Aligned {
  readonly stretches: readonly Stretch[];
  /** Telling units of the one that meet one of the other, under the same name or another. */
  readonly met: number;
  /** Two of them stand next to each other in both, function words aside, and are not both names. */
  readonly phrase: boolean;
}

/**
 * More words removed and added than this are no rewording. It bounds the work, which grows with the sentence's length
 * times the edits; sentences of news have some 25 words, and 120 edits of one of 300 take a few milliseconds.
 */
const MOST_EDITS = 120;

/** Lays units side by side (Myers 1986, by jsdiff); undefined past `MOST_EDITS`. */
export function align(from: readonly Unit[], to: readonly Unit[]): Aligned | undefined {
  const a = from.map(({ key }) => key);
  const b = to.map(({ key }) => key);
  // Of several shortest edits the algorithm takes one by the order of its two texts, so the order is made the same.
  const turned = precedes(b, a);
  const changes = turned
    ? diffArrays(b, a, { maxEditLength: MOST_EDITS })
    : diffArrays(a, b, { maxEditLength: MOST_EDITS });
  if (!changes) return undefined;
  const stretches: Stretch[] = [];
  const met: { readonly from: number; readonly to: number; readonly name: boolean }[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    if (added || removed) {
      const ofFrom = removed !== turned;
      const next = { i: i + (ofFrom ? count : 0), j: j + (ofFrom ? 0 : count) };
      join(stretches, { same: false, from: i, fromEnd: next.i, to: j, toEnd: next.j });
      ({ i, j } = next);
    } else {
      for (const end = i + count; i < end; i += 1, j += 1) {
        const unit = from[i];
        const same = unit?.form === to[j]?.form;
        join(stretches, {
          same,
          apart: !same && standsApart(unit, to[j]),
          from: i,
          fromEnd: i + 1,
          to: j,
          toEnd: j + 1,
        });
        if (unit?.weak === false) met.push({ from: i, to: j, name: unit.name });
      }
    }
  }
  const phrase = met.some((each, at) => {
    const before = met[at - 1];
    return (
      before !== undefined &&
      !(before.name && each.name) &&
      from.slice(before.from + 1, each.from).every(({ weak }) => weak) &&
      to.slice(before.to + 1, each.to).every(({ weak }) => weak)
    );
  });
  return { stretches: withCompany(withoutRubble(stretches, from, to), from, to), met: met.length, phrase };
}

function join(stretches: Stretch[], next: Stretch): void {
  const before = stretches.at(-1);
  if (before?.same === next.same && !before.apart && !next.apart)
    stretches[stretches.length - 1] = { ...before, fromEnd: next.fromEnd, toEnd: next.toEnd };
  else stretches.push(next);
}

/** Not a word that one side merely holds between quotation marks. */
function standsApart(from: Unit | undefined, to: Unit | undefined): boolean {
  return from?.key.startsWith('@') === true || [from, to].every((unit) => unit && !unit.form.startsWith('“'));
}

/** Function words and punctuation up to this many in a row meet by chance in any two sentences: "of the", ", and the". */
const MOST_RUBBLE = 3;

/** An "of the" that two changed stretches have in common tells nothing: the three become one change. */
function withoutRubble(stretches: readonly Stretch[], from: readonly Unit[], to: readonly Unit[]): Stretch[] {
  const weak = ({ weak: light, denies }: Unit): boolean => light && !denies;
  const cleaned: Stretch[] = [];
  stretches.forEach((stretch, at) => {
    const neighbours = [stretches[at - 1], stretches[at + 1]];
    const rubble =
      stretch.same &&
      neighbours.every((each) => each && !each.apart) &&
      stretch.fromEnd - stretch.from <= MOST_RUBBLE &&
      from.slice(stretch.from, stretch.fromEnd).every(weak) &&
      to.slice(stretch.to, stretch.toEnd).every(weak);
    join(cleaned, rubble ? { ...stretch, same: false, apart: false } : stretch);
  });
  return cleaned;
}

type Cut = { -readonly [field in keyof Stretch]: Stretch[field] };

/** What stands apart takes the small words before it, and the marks behind it, from the changes beside it: "so-called". */
function withCompany(stretches: readonly Stretch[], from: readonly Unit[], to: readonly Unit[]): Stretch[] {
  const cut: Cut[] = stretches.map((stretch) => ({ ...stretch }));
  cut.forEach((stretch, at) => {
    if (!stretch.apart) return;
    const before = cut[at - 1];
    const after = cut[at + 1];
    if (before && !before.same && !before.apart) {
      while (before.fromEnd > before.from && from[before.fromEnd - 1]?.weak) before.fromEnd -= 1;
      while (before.toEnd > before.to && to[before.toEnd - 1]?.weak) before.toEnd -= 1;
      [stretch.from, stretch.to] = [before.fromEnd, before.toEnd];
    }
    if (after && !after.same && !after.apart) {
      while (after.from < after.fromEnd && from[after.from]?.words === 0) after.from += 1;
      while (after.to < after.toEnd && to[after.to]?.words === 0) after.to += 1;
      [stretch.fromEnd, stretch.toEnd] = [after.from, after.to];
    }
  });
  return cut.filter((each) => each.fromEnd > each.from || each.toEnd > each.to);
}

function precedes(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((key, index) => key !== b[index]);
  if (at === -1) return a.length < b.length;
  const other = b[at];
  return other !== undefined && (a[at] ?? '') < other;
}

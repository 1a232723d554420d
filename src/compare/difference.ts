import { align, type Stretch } from './difference/align.js';
import { oppositionsOf, type Opposition } from './difference/opposition.js';
import { clausesOf, devicesOf, type Marked } from './difference/note.js';
import { startingIn, unitsOf, type SentenceOf, type SentenceUnits, type Unit } from './difference/unit.js';
import { sayerOf, voiceChange } from './difference/voice.js';
import type { Difference, Slot } from './schema/statement.js';

export type { SentenceOf } from './difference/unit.js';

/** With this share of the longer sentence's telling words in common, one is the other reworded. */
export const REWORDED = 0.3;
/**
 * An outlet may tell in a clause what another gives a sentence. So this share of the shorter one's telling words will
 * do, if a phrase is among them; with names alone in common the slots are rubble with a name between. Both shares were
 * chosen by reading all pairs of sentences on one topic in the seeds.
 */
export const TOLD_IN_A_CLAUSE = 0.5;

/**
 * Two sentences laid side by side, word by word: by folded form, capitals and spelling aside; labels of one referent
 * beside each other. Null where too little is the same.
 */
export function differenceOf(from: SentenceOf, to: SentenceOf): Difference | null {
  const a = unitsOf(from);
  const b = unitsOf(to);
  const telling = [tellingIn(a), tellingIn(b)];
  const [reworded, clause] = [REWORDED * Math.max(...telling), TOLD_IN_A_CLAUSE * Math.min(...telling)];
  const most = inCommon(a, b);
  if (most === 0 || (most < reworded && most < clause)) return null;
  const aligned = align(a, b);
  if (!aligned || !(aligned.met >= reworded || (aligned.met >= clause && aligned.phrase))) return null;
  const same = aligned.stretches.filter((each) => each.same);
  const words = same.reduce((sum, each) => sum + wordsIn(a.slice(each.from, each.fromEnd)), 0);
  return {
    slots: slotsOf(aligned.stretches, { ...from, units: a }, { ...to, units: b }),
    same: Math.round((words / Math.max(wordsIn(a), wordsIn(b))) * 1000) / 1000,
  };
}

function slotsOf(stretches: readonly Stretch[], from: SentenceUnits, to: SentenceUnits): Slot[] {
  const told = new Set<string>();
  const opposed = notedIn(stretches, oppositionsOf(from, to));
  return stretches.map(({ same, ...range }, at): Slot => {
    const left = from.units.slice(range.from, range.fromEnd);
    const right = to.units.slice(range.to, range.toEnd);
    const marked = [markedIn(from, left), markedIn(to, right)] as const;
    const sayers = [sayerOf(from.analysis, left), sayerOf(to.analysis, right)] as const;
    const voices = sayers[0] && sayers[1] ? voiceChange(sayers[0], sayers[1]) : undefined;
    const clauses = [
      ...(opposed.get(at) ?? []),
      ...(same ? [] : clausesOf(...marked)),
      ...(voices && !told.has(voices) ? [voices] : []),
    ];
    if (voices) told.add(voices);
    return {
      kind: same ? 'same' : left.length === 0 ? 'added' : right.length === 0 ? 'removed' : 'changed',
      from: textOf(from, range.from, range.fromEnd),
      to: textOf(to, range.to, range.toEnd),
      devices: same ? [] : devicesOf(...marked),
      note: clauses.length === 0 ? null : clauses.join('; '),
    };
  });
}

/** Each opposition's note at the first slot that differs and holds one of its words; else at the first that differs. */
function notedIn(stretches: readonly Stretch[], oppositions: readonly Opposition[]): Map<number, string[]> {
  const noted = new Map<number, string[]>();
  for (const { note, inFrom, inTo } of oppositions) {
    const holds = (stretch: Stretch): boolean =>
      inFrom.some((at) => stretch.from <= at && at < stretch.fromEnd) ||
      inTo.some((at) => stretch.to <= at && at < stretch.toEnd);
    const differing = stretches.flatMap((stretch, at) => (stretch.same ? [] : [{ stretch, at }]));
    const { at } = differing.find(({ stretch }) => holds(stretch)) ?? differing[0] ?? {};
    if (at !== undefined) noted.set(at, [...new Set([...(noted.get(at) ?? []), note])]);
  }
  return noted;
}

/** Units with the spaces behind them; the first begins with the sentence, the last ends with it. */
function textOf({ analysis: { reading }, index, units }: SentenceUnits, first: number, last: number): string {
  const sentence = reading.sentences[index];
  if (!sentence || first === last) return '';
  const at = (unit: number): number => {
    if (unit === 0) return sentence.start;
    const next = units[unit];
    return next ? (reading.tokens.start[next.first] ?? sentence.end) : sentence.end;
  };
  return reading.text.slice(at(first), at(last));
}

function markedIn({ analysis, index }: SentenceUnits, units: readonly Unit[]): Marked {
  const { first = 0 } = analysis.reading.sentences[index] ?? {};
  const begin = units[0]?.first ?? 0;
  const end = units.at(-1)?.last ?? 0;
  // A mark may begin before the slot and reach into it.
  const reaching = <T extends { first: number; last: number }>(items: readonly T[]): T[] =>
    units.length === 0 ? [] : startingIn(items, first, end).filter(({ last }) => last > begin);
  return {
    findings: reaching(analysis.findings),
    labels: reaching(analysis.labels),
    words: wordsIn(units),
    text: ({ start, end: stop }) => analysis.reading.text.slice(start, stop),
  };
}

/** Telling words that both sentences have, wherever they stand: the most that can meet. */
function inCommon(a: readonly Unit[], b: readonly Unit[]): number {
  const left = new Map<string, number>();
  for (const { key } of b) left.set(key, (left.get(key) ?? 0) + 1);
  return a.filter(({ key, weak }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0 && !weak;
  }).length;
}

function tellingIn(units: readonly Unit[]): number {
  return units.filter(({ weak }) => !weak).length;
}

function wordsIn(units: readonly Unit[]): number {
  return units.reduce((sum, { words }) => sum + words, 0);
}

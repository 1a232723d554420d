import { turnedRound } from '../claim/roles.js';
import type { Told, Unit } from './features.js';

/** How two sentences meet. Symmetric but for the order of `a` and `b`. */
export interface Meeting {
  /** 0…1; 1 for sentences of the same words. */
  readonly similarity: number;
  /** Units that meet, the weightiest first. */
  readonly met: readonly Met[];
}

/** How much two sentences have in common, without saying what: a tenth of the work of a meeting. */
export interface Common {
  readonly similarity: number;
  /** What they share of words and numbers, names aside; a weight of 1 is that of a rare word in both. */
  readonly telling: { readonly things: number; readonly weight: number };
  /** How many units of the second meet one of the first, names included. */
  readonly inCommon: number;
}

interface Met {
  readonly a: Unit;
  readonly b: Unit;
  readonly weight: number;
}

/**
 * A clause of a long sentence may be all that another outlet prints, and a cosine alone would keep the two apart; all by
 * containment would let short sentences match anything. Three tenths was best on the readers' pairs, by little.
 */
const CONTAINMENT = 0.3;
/** A unit that meets with less is a common word, or one that both documents repeat. */
const LEAST_UNIT = 0.05;

/** What one denies and the other states, or a number that the two bound differently, they have in common by half. */
const CLAIMED_OTHERWISE = 0.5;
/** What is left when those who do and undergo a thing change parts. */
const TURNED_ROUND = 0.75;
/** Sentences with less in common tell different things, and who does what in them is not one question. */
const TURNS_FROM = 0.5;
/** Words alone make no two sentences the same. */
const MOST_OF_UNLIKE = 0.99;

/**
 * A cosine over features (Salton & McGill 1983) blended with the share of the sentence that has less to say. Each feature
 * weighs less the more either document repeats it, so a pair's similarity hangs on its two documents alone.
 */
export function similarityOf(a: Told, b: Told, onShared: OnShared = ignore): number {
  let shared = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0, j = 0; i < a.ids.length || j < b.ids.length;) {
    const inA = a.ids[i] ?? Infinity;
    const inB = b.ids[j] ?? Infinity;
    if (inA === inB) {
      const damping = (a.habits[i] ?? 1) * (b.habits[j] ?? 1);
      const [unitA, unitB] = [a.unitOf[i] ?? 0, b.unitOf[j] ?? 0];
      const alike = a.units[unitA]?.claimed === b.units[unitB]?.claimed ? 1 : CLAIMED_OTHERWISE;
      const weight = Math.sqrt((a.masses[i] ?? 0) * (b.masses[j] ?? 0)) * damping * alike;
      shared += weight;
      ofA += (a.masses[i] ?? 0) * damping;
      ofB += (b.masses[j] ?? 0) * damping;
      onShared(unitA, unitB, weight);
    } else if (inA < inB) ofA += (a.masses[i] ?? 0) * (a.habits[i] ?? 1) * dampingIn(b, inA);
    else ofB += (b.masses[j] ?? 0) * (b.habits[j] ?? 1) * dampingIn(a, inB);
    if (inA <= inB) i += 1;
    if (inB <= inA) j += 1;
  }
  if (shared === 0) return 0;
  const cosine = shared / Math.sqrt(ofA * ofB);
  const contained = shared / Math.min(ofA, ofB);
  const blended = (1 - CONTAINMENT) * cosine + CONTAINMENT * contained;
  const turned = blended >= TURNS_FROM && turnedRound(a.roles(), b.roles()) !== undefined;
  const similarity = Math.round(blended * (turned ? TURNED_ROUND : 1) * 1000) / 1000;
  return similarity > MOST_OF_UNLIKE ? (isSame(a, b) ? 1 : MOST_OF_UNLIKE) : similarity;
}

type OnShared = (unitOfA: number, unitOfB: number, weight: number) => void;
const ignore: OnShared = () => undefined;

/** Most documents of a large corpus repeat nothing, and most look-ups are saved. */
function dampingIn({ damping }: Told, id: number): number {
  return damping.size === 0 ? 1 : (damping.get(id) ?? 1);
}

/** Similarity and what it rests on. */
export function meet(a: Told, b: Told): Meeting {
  const byUnit = new Map<number, Met>();
  const similarity = similarityOf(a, b, (inA, inB, weight) => {
    const known = byUnit.get(inA);
    const [unit, other] = [a.units[inA], b.units[inB]];
    if (known) byUnit.set(inA, { ...known, weight: known.weight + weight });
    else if (unit && other) byUnit.set(inA, { a: unit, b: other, weight });
  });
  return { similarity, met: [...byUnit.values()].sort((x, y) => y.weight - x.weight) };
}

/** For each unit of `a` that meets one of `b`: that unit, and the weight. Reused from call to call, emptied in between. */
const partners = new Int32Array(2 ** 16);
const weights = new Float64Array(2 ** 16);

export function commonOf(a: Told, b: Told): Common {
  const met: number[] = [];
  const similarity = similarityOf(a, b, (inA, inB, weight) => {
    if (weights[inA] === 0) {
      met.push(inA);
      partners[inA] = inB;
    }
    weights[inA] = (weights[inA] ?? 0) + weight;
  });
  const inCommon = new Set(met.map((inA) => partners[inA])).size;
  const telling = met.filter((inA) => a.units[inA]?.tells && b.units[partners[inA] ?? 0]?.tells);
  const weight = telling.reduce((sum, inA) => sum + (weights[inA] ?? 0), 0);
  const things = distinct(telling.filter((inA) => (weights[inA] ?? 0) >= LEAST_UNIT));
  for (const inA of met) weights[inA] = 0;
  return { similarity, telling: { things, weight }, inCommon };
}

/**
 * Two words of one sentence that meet a single word of the other are one thing in common, and so are two that stand
 * side by side in both: "night shifts", "social media".
 */
function distinct(met: number[]): number {
  const words = Math.min(met.length, new Set(met.map((inA) => partners[inA])).size);
  const inOrder = met.sort((x, y) => x - y);
  let compounds = 0;
  for (let i = 1; i < inOrder.length; i += 1) {
    const [before = 0, at = 0] = [inOrder[i - 1], inOrder[i]];
    if (at !== before + 1 || partners[at] !== (partners[before] ?? 0) + 1) continue;
    compounds += 1;
    i += 1;
  }
  return words - compounds;
}

/** The same words in the same order, capitals and spelling aside. */
export function isSame(a: Told, b: Told): boolean {
  const { first, last } = a.analysis.reading.sentences[a.index] ?? { first: 0, last: 0 };
  const other = b.analysis.reading.sentences[b.index] ?? { first: 0, last: 0 };
  if (last - first !== other.last - other.first) return false;
  for (let i = 0; i < last - first; i += 1)
    if (a.analysis.reading.forms[first + i] !== b.analysis.reading.forms[other.first + i]) return false;
  return true;
}

/** The units by which sentences met, in words, the weightiest first: "vote", or "arms / missile" where the words differ. */
export function sharedWords(meetings: readonly Pick<Meeting, 'met'>[], most: number): string[] {
  const weights = new Map<string, number>();
  const shown = new Map<string, string>();
  for (const { met } of meetings) {
    for (const { a, b, weight } of met) {
      const key = [a.key, b.key].sort().join(' ');
      weights.set(key, (weights.get(key) ?? 0) + weight);
      if (!shown.has(key)) shown.set(key, a.key === b.key ? a.shown : `${a.shown} / ${b.shown}`);
    }
  }
  return [...weights]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => shown.get(key) ?? '');
}

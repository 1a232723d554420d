import { currencyOf, unitBehind } from './currency.js';
import { readFraction, readNumber, type Numeral } from './number.js';
import type { Reading } from './reading.js';

/** How a number is bounded: exactly, about, more than, at least, less than, at most, from one to another. */
export type Relation = '=' | '~' | '>' | '>=' | '<' | '<=' | '..';

/** A number in a text with its bound, unit and currency: tokens `[first, last)`. */
export interface Quantity {
  readonly first: number;
  readonly last: number;
  readonly relation: Relation;
  readonly value: number;
  /** Upper end of a range; `value` otherwise. */
  readonly most: number;
  /** `count`, `%`, or an ISO 4217 code. */
  readonly unit: string;
  /** Tokens of the bare numeral, so that a caller can tell `one` from `1`. */
  readonly numeral: readonly [number, number];
}

/** Every number in tokens `[first, last)`; `taken` tokens (dates, names) belong to something else. */
export function findQuantities(
  reading: Reading,
  first: number,
  last: number,
  taken: (token: number) => boolean = () => false,
): Quantity[] {
  const found: Quantity[] = [];
  for (let i = first; i < last; i += 1) {
    if (taken(i)) continue;
    const quantity = quantityAt(reading, i, first, last, taken);
    if (!quantity) continue;
    found.push(quantity);
    i = quantity.last - 1;
  }
  return found;
}

/** `295`, `>10`, `>=3`, `~600000`, `10..15`; with its unit: `12.5%`, `800000000 USD`. */
export function writeQuantity({ relation, value, most, unit }: Quantity): string {
  const suffix = unit === '%' ? '%' : unit === 'count' ? '' : ` ${unit}`;
  const number = (each: number): string => String(Math.round(each * 1000) / 1000);
  if (relation === '..') return `${number(value)}..${number(most)}${suffix}`;
  return `${relation === '=' ? '' : relation}${number(value)}${suffix}`;
}

/** "About" is met by what lies within a tenth: newspapers round to one or two figures. */
const ABOUT = 0.1;

/** Whether two numbers can both be true of one thing: one lies within what the other leaves open. */
export function quantitiesAgree(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit && (within(a, b) || within(b, a));
}

function within(a: Quantity, b: Quantity): boolean {
  const [low, high] = ends(b);
  const strictLow = b.relation === '>' && a.relation !== '>';
  const strictHigh = b.relation === '<' && a.relation !== '<';
  const [least, most] = a.relation === '~' ? [a.value, a.value] : ends(a);
  return (strictLow ? least > low : least >= low) && (strictHigh ? most < high : most <= high);
}

function ends({ relation, value, most }: Quantity): [number, number] {
  if (relation === '>' || relation === '>=') return [value, Infinity];
  if (relation === '<' || relation === '<=') return [-Infinity, value];
  const slack = relation === '~' ? Math.abs(value) * ABOUT : 0;
  return [value - slack, most + slack];
}

function quantityAt(
  reading: Reading,
  at: number,
  first: number,
  last: number,
  taken: (token: number) => boolean,
): Quantity | undefined {
  const { forms } = reading;
  const sign = at > first ? currencyOf(forms[at - 1] ?? '') : undefined;
  const fraction = sign ? undefined : readFraction(reading, at, last);
  const number = fraction ?? readNumber(reading, at, last, sign !== undefined);
  if (!number) return undefined;
  const upper = fraction ? undefined : rangeBehind(reading, at, number, first, last, sign !== undefined);
  const range = upper && !taken(upper.next - 1) ? upper : undefined;
  const relation: Relation = range ? '..' : '=';
  const to = range?.next ?? number.next;
  const unit = fraction ? { unit: '%', next: to } : unitBehind(forms, to, sign);
  const bound = range ? undefined : boundBefore(forms, sign ? at - 1 : at, first);
  const behind = (range ?? bound) ? undefined : boundBehind(forms, unit.next);
  const between = range && forms[at - (sign ? 2 : 1)] === 'between' ? at - (sign ? 2 : 1) : undefined;
  return {
    first: bound?.first ?? between ?? (sign ? at - 1 : at),
    last: behind?.last ?? unit.next,
    relation: bound?.relation ?? behind?.relation ?? relation,
    value: range ? shareScale(number, range) : number.value,
    most: range?.value ?? number.value,
    unit: unit.unit,
    numeral: [at, number.next],
  };
}

/** "10–15", "between 10 and 15", "10 to 15"; "from 10 to 15" is a change, and "295–1" a score, not a range. */
function rangeBehind(
  reading: Reading,
  at: number,
  low: Numeral,
  first: number,
  last: number,
  money: boolean,
): Numeral | undefined {
  const { forms } = reading;
  const opening = at - (money ? 2 : 1);
  const before = opening >= first ? (forms[opening] ?? '') : '';
  const joint = forms[low.next] ?? '';
  const dash = /^[-–—]$/.test(joint) && isGlued(reading, low.next);
  const words = (before === 'between' && joint === 'and') || (joint === 'to' && !/^(?:from|by)$/.test(before));
  if (!dash && !words) return undefined;
  const from = low.next + (currencyOf(forms[low.next + 1] ?? '') ? 2 : 1);
  const high = from < last ? readNumber(reading, from, last, money) : undefined;
  return high && high.value > low.value ? high : undefined;
}

/** "1 to 2 million" begins at a million. */
function shareScale(low: Numeral, high: Numeral): number {
  const scaled = low.value * high.scale;
  return low.scale === 1 && scaled < high.value ? scaled : low.value;
}

function isGlued({ tokens }: Reading, at: number): boolean {
  const end = (index: number): number => (tokens.start[index] ?? 0) + (tokens.length[index] ?? 0);
  return end(at - 1) === tokens.start[at] && end(at) === tokens.start[at + 1];
}

/** Bounds in front of a number, the longest first. */
const BOUND_WORDS: readonly (readonly [string, Relation])[] = [
  ['no more than', '<='],
  ['not more than', '<='],
  ['no fewer than', '>='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['as many as', '<='],
  ['as much as', '<='],
  ['more than', '>'],
  ['greater than', '>'],
  ['fewer than', '<'],
  ['less than', '<'],
  ['at least', '>='],
  ['at most', '<='],
  ['up to', '<='],
  ['close to', '~'],
  ['an estimated', '~'],
  ['over', '>'],
  ['above', '>'],
  ['exceeding', '>'],
  ['under', '<'],
  ['below', '<'],
  ['nearly', '~'],
  ['almost', '~'],
  ['around', '~'],
  ['about', '~'],
  ['some', '~'],
  ['roughly', '~'],
  ['approximately', '~'],
  ['circa', '~'],
];

/** By their last word, which stands right before the number. */
const BOUNDS = new Map<string, { readonly words: readonly string[]; readonly relation: Relation }[]>();
for (const [phrase, relation] of BOUND_WORDS) {
  const words = phrase.split(' ');
  const last = words.at(-1) ?? '';
  BOUNDS.set(last, [...(BOUNDS.get(last) ?? []), { words, relation }]);
}

function boundBefore(
  forms: readonly string[],
  at: number,
  first: number,
): { readonly relation: Relation; readonly first: number } | undefined {
  for (const { words, relation } of BOUNDS.get(forms[at - 1] ?? '') ?? []) {
    const from = at - words.length;
    if (from >= first && words.every((word, i) => forms[from + i] === word)) return { relation, first: from };
  }
  return undefined;
}

function boundBehind(
  forms: readonly string[],
  at: number,
): { readonly relation: Relation; readonly last: number } | undefined {
  if (forms[at] === '+') return { relation: '>=', last: at + 1 };
  if (forms[at] !== 'or') return undefined;
  if (forms[at + 1] === 'more') return { relation: '>=', last: at + 2 };
  if (/^(?:fewer|less)$/.test(forms[at + 1] ?? '')) return { relation: '<=', last: at + 2 };
  return forms[at + 1] === 'so' ? { relation: '~', last: at + 2 } : undefined;
}

import type { Relation } from '../../text/quantity.js';
import { DENIED, deedsOf } from '../claim.js';
import { rolesOf, turnedRound, type Roles } from '../claim/roles.js';
import type { SentenceUnits, Unit } from './unit.js';

/** That two sentences say opposite things with the same words; places of these among the units of each. */
export interface Opposition {
  readonly note: string;
  readonly inFrom: readonly number[];
  readonly inTo: readonly number[];
}

const BOUNDS: Readonly<Record<Relation, string>> = {
  '=': 'none given',
  '~': 'about',
  '>': 'more than',
  '>=': 'at least',
  '<': 'fewer than',
  '<=': 'at most',
  '..': 'a range',
};

export function oppositionsOf(from: SentenceUnits, to: SentenceUnits): Opposition[] {
  return [...claimedOtherwise(from.units, to.units), ...rolesTurned(from, to)];
}

/** Words that all of one sentence's uses deny and none of the other's, and numbers that they bound differently. */
function claimedOtherwise(from: readonly Unit[], to: readonly Unit[]): Opposition[] {
  const [ours, theirs] = [placesByKey(from), placesByKey(to)];
  return [...ours].flatMap(([key, inFrom]) => {
    const inTo = theirs.get(key);
    const [one, ...others] = claims(from, inFrom);
    const [other, ...further] = inTo ? claims(to, inTo) : [];
    // A word that one sentence both states and denies is no plain opposition.
    if (!inTo || one === undefined || other === undefined || others.length + further.length > 0 || one === other)
      return [];
    const denied = one === DENIED || other === DENIED;
    const note = denied
      ? 'one denies what the other states'
      : `the number’s bound differs: ${boundOf(one)} / ${boundOf(other)}`;
    return [{ note, inFrom, inTo }];
  });
}

function placesByKey(units: readonly Unit[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  units.forEach(({ key, weak }, at) => {
    if (!weak) places.set(key, [...(places.get(key) ?? []), at]);
  });
  return places;
}

function claims(units: readonly Unit[], places: readonly number[]): string[] {
  return [...new Set(places.map((at) => units[at]?.claimed ?? ''))];
}

function boundOf(claimed: string): string {
  return claimed in BOUNDS ? BOUNDS[claimed as Relation] : BOUNDS['='];
}

function rolesTurned(from: SentenceUnits, to: SentenceUnits): Opposition[] {
  const turned = turnedRound(rolesIn(from), rolesIn(to));
  if (!turned) return [];
  const places = ({ units }: SentenceUnits): number[] =>
    units.flatMap(({ key }, at) => (turned.includes(key) ? [at] : []));
  return [{ note: 'who does it to whom is turned round', inFrom: places(from), inTo: places(to) }];
}

function rolesIn({ analysis: { reading }, index, units }: SentenceUnits): Roles {
  const byToken = new Map<number, Unit>();
  for (const unit of units) for (let at = unit.first; at < unit.last; at += 1) byToken.set(at, unit);
  return rolesOf(deedsOf(reading, reading.sentences[index]), (token) => {
    const unit = byToken.get(token);
    return unit?.weak === false ? unit.key : undefined;
  });
}

import { datesAgree, precision } from '../../text/calendar.js';
import { quantitiesAgree } from '../../text/quantity.js';
import { areApart, deedsMeet, inCommon } from './deed.js';
import { isHappening } from './deed-words.js';
import type { Mention } from './mention.js';

/** Of two dates that disagree, so much more than the verb must be shared, or they are of two events of one sort. */
const SHARED_BY_DIFFERING_DATES = 2;
/** Exact counts from here on are seldom given of two things of one name; a round hundred may be. */
const LEAST_TELLING = 100;

/** Whether two values can both be true of one thing. */
export function valuesAgree(a: Mention, b: Mention): boolean {
  if (a.when && b.when) return datesAgree(a.when, b.when);
  if (a.quantity && b.quantity) return quantitiesAgree(a.quantity, b.quantity);
  return a.value === b.value;
}

/**
 * Whether two mentions of one noun, of one pair of accuser and accused, or of any dates are of one thing; `inStatement`:
 * their sentences stand in one row of the comparison, and each has this one alone. A wrong match misleads more than a
 * missed one, so an equal value is not enough.
 */
export function areOfOne(a: Mention, b: Mention, inStatement: boolean): boolean {
  if (a.kind === 'accusation') return isSameCharge(a, b);
  if (a.when && b.when) return isSameEvent(a, b, inStatement);
  if (areApart(a.described, b.described)) return false;
  if (deedsMeet(a.deed, b.deed)) return true;
  // "400 people fled" and "bakers fed 250 people" may stand in one row, and differ in nothing.
  const isOther = a.deed.key !== '' && b.deed.key !== '' && !valuesAgree(a, b);
  if (inStatement && !isOther) return true;
  return a.value === b.value && (isTelling(a) || (a.deed.key === b.deed.key && shareSome(a, b, 2)));
}

/** One accuser may lay several faults at one door. */
function isSameCharge(a: Mention, b: Mention): boolean {
  const isBare = a.described.size === 0 || b.described.size === 0;
  return a.deed.key === b.deed.key && (isBare || inCommon(a.described, b.described) > 0);
}

function isSameEvent(a: Mention, b: Mention, inStatement: boolean): boolean {
  if (!deedsMeet(a.deed, b.deed)) return false;
  if (inStatement) return true;
  const isNamed = isNamedEvent(a) || isNamedEvent(b);
  if (!valuesAgree(a, b)) return !isNamed && shareSome(a, b, SHARED_BY_DIFFERING_DATES);
  // "the 2020 war" and "war broke out in September 2020": an event that is named needs no other word.
  return isNamed || shareSome(a, b, 1);
}

function isNamedEvent({ deed: { key, doers, undergoers } }: Mention): boolean {
  return isHappening(key) && doers.size + undergoers.size === 0;
}

function shareSome(a: Mention, b: Mention, least: number): boolean {
  return inCommon(a.deed.about, b.deed.about) >= least;
}

export function isTelling({ quantity }: Mention): boolean {
  return (
    quantity?.relation === '=' &&
    quantity.unit === 'count' &&
    quantity.value >= LEAST_TELLING &&
    quantity.value % 100 !== 0
  );
}

/**
 * Whether a mention that stands in no row with another is the same detail all the same, so that its document is not said
 * to lack it: the very value, of nothing else that the words tell.
 */
export function isVeryValue(a: Mention, b: Mention): boolean {
  if (a.kind !== b.kind || a.value !== b.value || areApart(a.described, b.described)) return false;
  if (isTelling(a)) return shareSome(a, b, 1);
  const isOpen = a.deed.key === '' || b.deed.key === '';
  return isOpen && !isCommon(a) && shareSome(a, b, 2);
}

/** Counts up to a dozen, and dates without their day, are given of everything. */
const MOST_COMMON_COUNT = 12;

export function isCommon({ quantity, when }: Pick<Mention, 'quantity' | 'when'>): boolean {
  if (when) return precision(when.from) < 3;
  return quantity === undefined || (quantity.unit === 'count' && quantity.value <= MOST_COMMON_COUNT);
}

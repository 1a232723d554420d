import type { Tag } from '../../text/reading.js';

export interface ReadNumber {
  /** The number without its dress: "1,200" → "1200", "seven" → "7"; a month by its place in the year, "May" → "month 5". */
  readonly value: string;
  /** How much it tells, 0…1. */
  readonly weight: number;
}

const NUMERALS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, String(at)]),
);
const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
/** Every text counts to three; what is counted is what it speaks of. */
const LITTLE = 0.2;
/** A year or a month is that of many events. */
const CALENDAR = 0.4;
const OTHER = 0.6;

/** A numeral, a year or a month; undefined for other words. "May" and "March" are months where they are names. */
export function numberOf(form: string, tag: Tag): ReadNumber | undefined {
  const month = MONTHS.get(form);
  if (month !== undefined) return tag === 'PROPN' ? { value: `month ${month}`, weight: CALENDAR } : undefined;
  const value = NUMERALS.get(form) ?? digitsOf(form);
  return value === undefined ? undefined : { value, weight: weightOf(value) };
}

function digitsOf(form: string): string | undefined {
  return /^\d[\d.,]*(?:st|nd|rd|th|s)?$/.test(form) ? form.replace(/[^\d.]|\.$/g, '') : undefined;
}

function weightOf(value: string): number {
  if (/^[0-3]$/.test(value)) return LITTLE;
  return /^(?:1[5-9]|20)\d\d$/.test(value) ? CALENDAR : OTHER;
}

/** ISO dates, to the month or day, that token forms state: "8 August 2025", "August 2025". */
export function datesIn(forms: readonly string[]): string[] {
  return forms.flatMap((form, at) => {
    const month = MONTHS.get(form);
    if (month === undefined) return [];
    const after = forms.slice(at + 1, at + 4).filter((each) => each !== ',' && each !== 'of');
    const [next = '', last = ''] = after;
    const year = [next, last].find((each) => /^(?:1[89]|20)\d\d$/.test(each));
    if (year === undefined || (year === last && !DAY.test(next))) return [];
    const day = [year === last ? next : '', forms[at - 1] ?? ''].find((each) => DAY.test(each));
    const padded = (value: number): string => String(value).padStart(2, '0');
    return [`${year}-${padded(month)}${day === undefined ? '' : `-${padded(parseInt(day, 10))}`}`];
  });
}

const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;

import { daysIn, type Moment, type When } from './calendar.js';
import { tagAt, type Reading } from './reading.js';
import { relativeAt, yearNear, type DateContext, type Read } from './relative-date.js';

/** A date in a text: tokens `[first, last)`. */
export interface Dated extends When {
  readonly first: number;
  readonly last: number;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at) => [
      [name, at + 1] as const,
      [name.slice(0, 3), at + 1] as const,
      ...(name === 'september' ? [['sept', at + 1] as const] : []),
    ]),
);
/** Month names that are words too: capital, and behind a word that a month stands behind, or beside a day or a year. */
const WORDS_TOO = new Set(['may', 'march', 'mar', 'august', 'dec', 'jan', 'sun']);
const PRECISION_WORDS =
  /^(?:early|mid|late|mid-|last|this|next|in|since|until|till|from|by|between|and|to|of|during|through|end|after|before|every|each|for)$/;

/** Every date of tokens `[first, last)`, in text order. A date that cannot be resolved keeps what it tells; none is guessed. */
export function findDates(reading: Reading, first: number, last: number, context: DateContext = {}): Dated[] {
  const found: Dated[] = [];
  let before = context.before;
  for (let i = first; i < last; i += 1) {
    const dated = dateAt(reading, i, first, last, { published: context.published, before });
    if (!dated) continue;
    const whole = withOpening(reading, dated, first);
    found.push(whole);
    before = whole.to;
    i = dated.last - 1;
  }
  return found;
}

function dateAt(reading: Reading, at: number, first: number, last: number, context: DateContext): Dated | undefined {
  const start = momentAt(reading, at, first, last, context);
  if (!start) return decadeAt(reading, at);
  const end = stretchEnd(reading, start, first, last, context);
  return end
    ? { from: shareYear(start.moment, end.moment), to: end.moment, first: start.first, last: end.last }
    : { from: start.moment, to: start.moment, first: start.first, last: start.last };
}

function momentAt(reading: Reading, at: number, first: number, last: number, context: DateContext): Read | undefined {
  const { forms } = reading;
  return (
    isoAt(reading, at, last) ??
    slashedAt(forms, at) ??
    dayFirst(reading, at, first, last, context) ??
    monthAt(reading, at, first, last, context) ??
    relativeAt(forms, at, context) ??
    yearAt(reading, at, first, last)
  );
}

/** `2023-11-16`. */
function isoAt({ forms }: Reading, at: number, last: number): Read | undefined {
  if (at + 5 > last || forms[at + 1] !== '-' || forms[at + 3] !== '-') return undefined;
  const [year = '', month = '', day = ''] = [forms[at], forms[at + 2], forms[at + 4]];
  if (!/^\d{4}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day)) return undefined;
  return valid({ year: Number(year), month: Number(month), day: Number(day) }, at, at + 5);
}

/** `15/11/2023`; where day and month cannot be told apart, the year is what is told. */
function slashedAt(forms: readonly string[], at: number): Read | undefined {
  const parts = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(forms[at] ?? '');
  if (!parts) return undefined;
  const [a, b, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (a > 12 || a === b) return valid({ year, month: b, day: a }, at, at + 1);
  return b > 12 ? valid({ year, month: a, day: b }, at, at + 1) : { moment: { year }, first: at, last: at + 1 };
}

/** "16 November 2023", "the 16th of November". */
function dayFirst(reading: Reading, at: number, first: number, last: number, context: DateContext): Read | undefined {
  const { forms } = reading;
  const day = dayOf(forms[at] ?? '');
  if (day === undefined) return undefined;
  const month = at + (forms[at + 1] === 'of' ? 2 : 1);
  if (month >= last || !isMonth(reading, month, at, true)) return undefined;
  const read = monthAt(reading, month, first, last, context, day);
  return read ? { ...read, first: at } : undefined;
}

/** "November 2020", "November 16, 2023", "Nov. 16", "May of this year", "last July". */
function monthAt(
  reading: Reading,
  at: number,
  first: number,
  last: number,
  context: DateContext,
  dayBehind?: number,
): Read | undefined {
  const { forms } = reading;
  if (!isMonth(reading, at, first, dayBehind !== undefined)) return undefined;
  const month = monthOf(forms[at] ?? '') ?? 0;
  let next = at + 1;
  let day = dayBehind;
  const dayAhead = dayOf(forms[next] ?? '');
  if (
    day === undefined &&
    dayAhead !== undefined &&
    next < last &&
    !/^(?:%|million|per|percent|people)$/.test(forms[next + 1] ?? '')
  ) {
    day = dayAhead;
    next += 1;
  }
  const known = day === undefined ? { month } : { month, day };
  const comma = forms[next] === ',' || forms[next] === 'of' ? next + 1 : next;
  if (comma < last && isYear(forms[comma] ?? '')) return valid({ year: Number(forms[comma]), ...known }, at, comma + 1);
  const relative = yearNear(forms, at, next, month, context);
  return valid(
    { ...(relative.year === undefined ? {} : { year: relative.year }), ...known },
    relative.first,
    relative.last,
  );
}

/** A bare year; "2,000 people" has its comma, "1900 homes" its plural noun, and both are counts. */
function yearAt({ forms, tokens, text }: Reading, at: number, first: number, last: number): Read | undefined {
  const form = forms[at] ?? '';
  if (!isYear(form)) return undefined;
  const before = at > first ? (forms[at - 1] ?? '') : '';
  if (/^(?:[$€£¥]|than|least|nearly|almost|around|about|some|over|no\.?)$/.test(before) && !/^\d/.test(before))
    return undefined;
  if (
    /^(?:%|percent|per|million|thousand|km|metres|dollars?|euros?|-)$/.test(forms[at + 1] ?? '') &&
    !isStretchMark(forms, at + 1)
  )
    return undefined;
  const next = forms[at + 1] ?? '';
  const capital = /^\p{Lu}/u.test(text.slice(tokens.start[at + 1] ?? 0));
  if (
    at + 1 < last &&
    tagAt(tokens, at + 1) === 'NOUN' &&
    !capital &&
    /(?:[^s]s|people|men|women)$/.test(next) &&
    !/^(?:in|since|until|till|during|early|mid|late|before|after|the)$/.test(before) &&
    !(before === 'and' && isYear(forms[at - 2] ?? ''))
  )
    return undefined;
  return { moment: { year: Number(form) }, first: at, last: at + 1 };
}

function isStretchMark(forms: readonly string[], at: number): boolean {
  return forms[at] === '-' && /^\d{2}(?:\d{2})?$/.test(forms[at + 1] ?? '');
}

/** "the 2020s", "the 1990s". */
function decadeAt({ forms }: Reading, at: number): Dated | undefined {
  const year = /^(1[5-9]\d0|20\d0)s$/.exec(forms[at] ?? '')?.[1];
  if (year === undefined) return undefined;
  return { from: { year: Number(year) }, to: { year: Number(year) + 9 }, first: at, last: at + 1 };
}

/** "2010–2015", "2010–15", "from May to July 2021", "between 2010 and 2015". */
function stretchEnd(
  reading: Reading,
  start: Read,
  first: number,
  last: number,
  context: DateContext,
): Read | undefined {
  const { forms } = reading;
  const joint = forms[start.last] ?? '';
  const opening = start.first > first ? (forms[start.first - 1] ?? '') : '';
  const dash = /^[-–—]$/.test(joint);
  if (
    !dash &&
    !(opening === 'from' && /^(?:to|until|till|through)$/.test(joint)) &&
    !(opening === 'between' && joint === 'and')
  )
    return undefined;
  const next = start.last + 1;
  if (next >= last) return undefined;
  const { year } = start.moment;
  const short = forms[next] ?? '';
  if (
    dash &&
    /^\d\d$/.test(short) &&
    year !== undefined &&
    start.moment.month === undefined &&
    Number(short) > year % 100
  )
    return { moment: { year: year - (year % 100) + Number(short) }, first: next, last: next + 1 };
  const end = momentAt(reading, next, next, last, context);
  return end?.first === next ? end : undefined;
}

/** "from May to July 2021": one year is told for both. */
function shareYear(from: Moment, to: Moment): Moment {
  return from.year === undefined && to.year !== undefined ? { year: to.year, ...from } : from;
}

/** "since 2020" and "until May" leave one end open. */
function withOpening({ forms }: Reading, dated: Dated, first: number): Dated {
  let before = dated.first - 1;
  while (before > first && /^(?:early|late|mid|-|the|end|of|about|around)$/.test(forms[before] ?? '')) before -= 1;
  const word = before >= first ? (forms[before] ?? '') : '';
  if (word === 'since') return { ...dated, open: 'since', first: before };
  return /^(?:until|till)$/.test(word) ? { ...dated, open: 'until', first: before } : dated;
}

function isMonth({ text, tokens, forms }: Reading, at: number, first: number, beside: boolean): boolean {
  const form = (forms[at] ?? '').replace(/\.$/, '');
  if (!MONTHS.has(form) || !/^\p{Lu}/u.test(text.slice(tokens.start[at] ?? 0, (tokens.start[at] ?? 0) + 2)))
    return false;
  if (!WORDS_TOO.has(form) || beside) return true;
  const next = forms[at + 1] ?? '';
  const before = at > first ? (forms[at - 1] ?? '') : '';
  return (
    /^(?:of|\d{1,4}(?:st|nd|rd|th)?)$/.test(next) ||
    PRECISION_WORDS.test(before) ||
    (before === '-' && forms[at - 2] === 'mid')
  );
}

function monthOf(form: string): number | undefined {
  return MONTHS.get(form.replace(/\.$/, ''));
}

function dayOf(form: string): number | undefined {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(form)?.[1] ?? NaN);
  return day >= 1 && day <= 31 ? day : undefined;
}

/** Years that news tells of; earlier ones are history books' and look like any number. */
function isYear(form: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(form);
}

function valid(moment: Moment, first: number, last: number): Read | undefined {
  const { year = 2000, month = 1, day = 1 } = moment;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { moment, first, last } : undefined;
}

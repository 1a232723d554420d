const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{4,6})?(?!\d)/;
const SLASHES = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/;
// With dots the day comes first wherever dates are written so.
const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;
const DAY_FIRST = new RegExp(`(?:^|[\\s,])(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`, 'i');
const MONTH_FIRST = new RegExp(`(?:^|[\\s,])${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');

/** Which of a date’s numbers comes first. */
export type Order = 'day first' | 'month first';

/**
 * The day a date names, as `YYYY-MM-DD`, on the clock it was written by; no time zone is applied. `03/04/2025` is the
 * third of April to some and the fourth of March to others, so it is unknown unless its order is told; a number over
 * 12 tells it. A day that does not exist is unknown.
 */
export function isoDate(raw: string, order?: Order): string | undefined {
  const line = raw.slice(0, 100).trim();
  const year = ISO.exec(line) ?? COMPACT.exec(line) ?? SLASHES.exec(line);
  if (year) return day(year[1], Number(year[2]), year[3]);
  const dots = DOTS.exec(line);
  if (dots) return day(dots[3], Number(dots[2]), dots[1]);
  const slashed = SLASHED.exec(line);
  if (slashed) {
    const [, a, b, yearText] = slashed;
    const told = orderOf(raw) ?? (a === b ? 'day first' : order);
    return told && (told === 'day first' ? day(yearText, Number(b), a) : day(yearText, Number(a), b));
  }
  const first = DAY_FIRST.exec(line);
  if (first) return day(first[3], month(first[2]), first[1]);
  const named = MONTH_FIRST.exec(line);
  return named ? day(named[3], month(named[1]), named[2]) : undefined;
}

/** The order that a date tells by itself: `13/05/2024` can only be a day first. */
export function orderOf(raw: string): Order | undefined {
  const [, a, b] = (SLASHED.exec(raw.slice(0, 100).trim()) ?? []).map(Number);
  if (a === undefined || b === undefined || a > 12 === b > 12) return undefined;
  return a > 12 ? 'day first' : 'month first';
}

function month(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

// Before print and after anyone’s lifetime lie typing errors and attacks.
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

function day(yearText = '', monthOfYear: number, dayText = ''): string | undefined {
  const year = Number(yearText);
  const date = new Date(Date.UTC(year, monthOfYear - 1, Number(dayText)));
  if (year < FIRST_YEAR || year > LAST_YEAR || date.getUTCMonth() !== monthOfYear - 1) return undefined;
  return date.toISOString().slice(0, 10);
}

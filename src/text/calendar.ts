/** A day, a month or a year, or a day or month whose year is not told. */
export interface Moment {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

/** A moment, or a stretch of time: `open` has one end only. */
export interface When {
  readonly from: Moment;
  readonly to: Moment;
  readonly open?: 'since' | 'until';
}

/**
 * A date in one form: ISO 8601 as far as it is told (`2020-11`, `2023-11-16`), `--05` and `--11-08` where the year is
 * not told (XML Schema's gMonth and gMonthDay), `2010/2015` for a stretch, `2020/..` and `../2020` for one with an
 * open end (ISO 8601-2).
 */
export function writeWhen({ from, to, open }: When): string {
  const moment = writeMoment(from);
  if (open === 'since') return `${moment}/..`;
  if (open === 'until') return `../${moment}`;
  const end = writeMoment(to);
  return moment === end ? moment : `${moment}/${end}`;
}

export function writeMoment({ year, month, day }: Moment): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const head = year === undefined ? '-' : String(year).padStart(4, '0');
  return head + (month === undefined ? '' : `-${two(month)}`) + (day === undefined ? '' : `-${two(day)}`);
}

/** `2023-11-16`, `2020-11` or `2020` → its parts; undefined for what is no date. */
export function readIso(text: string): Moment | undefined {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

/** Whether two dates can be of one moment: what both tell is the same, and one lies within the other. */
export function datesAgree(a: When, b: When): boolean {
  if (a.open !== b.open && isStretch(a) !== isStretch(b)) return false;
  if (isStretch(a) || isStretch(b)) return includes(a, b) || includes(b, a);
  return momentsAgree(a.from, b.from);
}

export function momentsAgree(a: Moment, b: Moment): boolean {
  const told = (['year', 'month', 'day'] as const).filter((part) => a[part] !== undefined && b[part] !== undefined);
  return (
    told.length > 0 && told.every((part) => a[part] === b[part]) && (told.includes('year') || told.includes('month'))
  );
}

/** How much of a date is told: 1 a year, 2 with the month, 3 with the day. */
export function precision({ year, month, day }: Moment): number {
  return [year, month, day].filter((part) => part !== undefined).length;
}

/** Whether all of `a` is over before `b` begins; false when a year is not told. */
export function isBefore(a: Moment, b: Moment): boolean {
  if (a.year === undefined || b.year === undefined) return false;
  return (
    a.year * 10_000 + (a.month ?? 12) * 100 + (a.day ?? 31) < b.year * 10_000 + (b.month ?? 1) * 100 + (b.day ?? 1)
  );
}

export function monthAfter({ year, month = 0 }: Moment, months: number): Moment {
  const count = month - 1 + months;
  const next = (((count % 12) + 12) % 12) + 1;
  return year === undefined ? { month: next } : { year: year + Math.floor(count / 12), month: next };
}

/** The day before, by the Gregorian calendar. */
export function dayBefore({ year, month, day }: Required<Moment>): Moment {
  if (day > 1) return { year, month, day: day - 1 };
  const before = monthAfter({ year, month }, -1);
  return { ...before, day: daysIn(before.year ?? year, before.month ?? 1) };
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isStretch({ from, to, open }: When): boolean {
  return open === undefined && writeMoment(from) !== writeMoment(to);
}

function includes(outer: When, inner: When): boolean {
  return (
    !isBefore(inner.from, outer.from) &&
    !isBefore(outer.to, inner.to) &&
    outer.from.year !== undefined &&
    inner.from.year !== undefined
  );
}

import { dayBefore, monthAfter, type Moment } from './calendar.js';

/** What relative dates are told from. */
export interface DateContext {
  /** When the text was published; without it "last July" keeps its month alone. */
  readonly published?: Moment | undefined;
  /** The date told last before these tokens, for "the next month". */
  readonly before?: Moment | undefined;
}

/** A moment read from tokens `[first, last)`. */
export interface Read {
  readonly moment: Moment;
  readonly first: number;
  readonly last: number;
}

/** The year that "of this year" or "last July" tells, where the text's own date is known. */
export function yearNear(
  forms: readonly string[],
  at: number,
  next: number,
  month: number,
  { published }: DateContext,
): { readonly year: number | undefined; readonly first: number; readonly last: number } {
  const { year, month: now } = published ?? {};
  const behind = forms[next] === 'of' ? next + 1 : next;
  if (forms[behind + 1] === 'year' && /^(?:this|last|next)$/.test(forms[behind] ?? '')) {
    const shift = { this: 0, last: -1, next: 1 }[forms[behind] ?? ''] ?? 0;
    return { year: year === undefined ? undefined : year + shift, first: at, last: behind + 2 };
  }
  const told = forms[at - 1] ?? '';
  if (!/^(?:this|last|next)$/.test(told)) return { year: undefined, first: at, last: next };
  const resolved =
    year === undefined || now === undefined
      ? undefined
      : told === 'this'
        ? year
        : told === 'last'
          ? year - (month < now ? 0 : 1)
          : year + (month > now ? 0 : 1);
  return { year: resolved, first: at - 1, last: next };
}

/** "the next month", "a year later", "last year", "yesterday"; nothing where the date it leans on is not known. */
export function relativeAt(forms: readonly string[], at: number, { published, before }: DateContext): Read | undefined {
  const [one = '', two = '', three = ''] = [forms[at], forms[at + 1], forms[at + 2]];
  if (one === 'yesterday' && isWhole(published)) return { moment: dayBefore(published), first: at, last: at + 1 };
  const anchored = /^(?:the)$/.test(one) && /^(?:month|year)$/.test(three) ? STEPS.get(two) : undefined;
  const later = /^(?:a|one)$/.test(one) && /^(?:month|year)$/.test(two) && /^(?:later|earlier)$/.test(three);
  if (anchored !== undefined || later) {
    const step = anchored ?? (three === 'later' ? 1 : -1);
    const moment = stepped(before, later ? two : three, step);
    return moment ? { moment, first: at, last: at + 3 } : undefined;
  }
  const step = /^(?:month|year)$/.test(two) && forms[at - 1] !== 'the' ? STEPS_FROM_NOW.get(one) : undefined;
  const moment = step === undefined ? undefined : stepped(published, two, step);
  return moment ? { moment, first: at, last: at + 2 } : undefined;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['next', 1],
  ['following', 1],
  ['previous', -1],
  ['same', 0],
]);
const STEPS_FROM_NOW: ReadonlyMap<string, number> = new Map([
  ['next', 1],
  ['last', -1],
  ['this', 0],
]);

function stepped(from: Moment | undefined, unit: string, step: number): Moment | undefined {
  if (unit === 'year') return from?.year === undefined ? undefined : { year: from.year + step };
  return from?.month === undefined ? undefined : monthAfter(from, step);
}

function isWhole(moment: Moment | undefined): moment is Required<Moment> {
  return moment?.year !== undefined && moment.month !== undefined && moment.day !== undefined;
}

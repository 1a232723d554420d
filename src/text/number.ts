import { tagAt, type Reading } from './reading.js';

/** A numeral's value; `scale` is its last multiplier (1,000,000 in "2 million"), which "1 to 2 million" shares. */
export interface Numeral {
  readonly value: number;
  readonly scale: number;
  /** The token behind it. */
  readonly next: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, at) => [word, at] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
/** Written close behind a figure: "$1.2bn", "800k". A bare "m" may be metres, so it counts in money or before a noun. */
const ABBREVIATED: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);
/** Longer runs of digits are codes, and no number that a computer holds exactly. */
const MOST_DIGITS = 15;
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** The numeral that begins at token `at`, in figures or words, or both ("1.5 million"). */
export function readNumber(reading: Reading, at: number, last: number, money: boolean): Numeral | undefined {
  const { forms } = reading;
  const form = forms[at] ?? '';
  if (/^\d/.test(form)) return readFigures(reading, at, last, money);
  if (form === 'half' && forms[at + 1] === 'a') return scaled(0.5, forms, at + 2);
  return readWords(forms, at, last);
}

/** "a hundred and five thousand", "two and a half million": groups below a thousand, each with a smaller scale than the last. */
function readWords(forms: readonly string[], at: number, last: number): Numeral | undefined {
  const article = /^an?$/.test(forms[at] ?? '');
  let total = 0;
  let group = article ? 1 : 0;
  let scale = Infinity;
  let next = article ? at + 1 : at;
  let counted = false;
  while (next < last) {
    const word = next + (counted && forms[next] === 'and' ? 1 : 0);
    const small = readSmall(forms, word, last);
    const times = SCALES.get(forms[next] ?? '');
    if (small && group % 100 === 0 && !(article && !counted)) {
      group += small.value;
      next = small.next;
    } else if (times !== undefined && group > 0 && (times < 1000 ? group < 100 : times < scale)) {
      if (times < 1000) group *= times;
      else {
        total += group * times;
        group = 0;
        scale = times;
      }
      next += 1;
    } else if (group > 0 && group < 20 && total === 0 && HALF.every((form, i) => forms[next + i] === form)) {
      const half = scaled(group + 0.5, forms, next + HALF.length);
      return half ?? { value: group + 0.5, scale: 1, next: next + HALF.length };
    } else break;
    counted = true;
  }
  return counted
    ? { value: round(total + group), scale: group === 0 && scale < Infinity ? scale : 1, next }
    : undefined;
}

const HALF = ['and', 'a', 'half'];

/** Ordinals that are denominators. */
const PARTS: ReadonlyMap<string, number> = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .flatMap((word, at) => [[word, at + 2] as const, [`${word}s`, at + 2] as const]),
);

/**
 * A part of a whole, in per cent: "three-quarters", "two thirds", "a fifth of", "half of", "one in five". A singular
 * ordinal needs its "of", or it counts a place in a row ("a third party").
 */
export function readFraction({ forms }: Reading, at: number, last: number): Numeral | undefined {
  const form = forms[at] ?? '';
  const share = (parts: number, whole: number, next: number): Numeral => ({
    value: (parts / whole) * 100,
    scale: 1,
    next,
  });
  if (form === 'half')
    return /^(?:of|the|its|their|his|her|all)$/.test(forms[at + 1] ?? '') ? share(1, 2, at + 1) : undefined;
  const count = form === 'a' ? 1 : WORDS.get(form);
  if (count === undefined || count < 1) return undefined;
  const whole = forms[at + 1] === 'in' ? WORDS.get(forms[at + 2] ?? '') : undefined;
  if (whole !== undefined && whole > count && at + 3 < last) return share(count, whole, at + 3);
  const word = at + (forms[at + 1] === '-' ? 2 : 1);
  const parts = PARTS.get(forms[word] ?? '');
  if (parts === undefined || parts <= count || word >= last) return undefined;
  const plural = (forms[word] ?? '').endsWith('s');
  return (plural && count > 1) || (!plural && count === 1 && forms[word + 1] === 'of')
    ? share(count, parts, word + 1)
    : undefined;
}

function readFigures(reading: Reading, at: number, last: number, money: boolean): Numeral | undefined {
  const { text, tokens, forms } = reading;
  const end = (index: number): number => (tokens.start[index] ?? 0) + (tokens.length[index] ?? 0);
  let digits = forms[at] ?? '';
  let next = at + 1;
  if (/^\d{1,3}$/.test(digits)) {
    // "1 200 000": groups parted by one no-break, thin or narrow space; a plain space parts two numbers.
    while (
      next < last &&
      /^\d{3}$/.test(forms[next] ?? '') &&
      /^[\u00a0\u2009\u202f]$/.test(text.slice(end(next - 1), tokens.start[next]))
    ) {
      digits += forms[next] ?? '';
      next += 1;
    }
  }
  if (!DIGITS.test(digits) || digits.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  const short = ABBREVIATED.get((forms[next] ?? '').replace(/\.$/, ''));
  const close = end(next - 1) === tokens.start[next];
  if (short !== undefined && next < last && (money || (close && tagAt(tokens, next + 1) === 'NOUN')))
    return { value: value * short, scale: short, next: next + 1 };
  return scaled(value, forms, next) ?? { value, scale: 1, next };
}

/** 0 to 99 in words. */
function readSmall(forms: readonly string[], at: number, last: number): Numeral | undefined {
  const value = WORDS.get(forms[at] ?? '');
  if (value === undefined) return undefined;
  const unit = at + (forms[at + 1] === '-' ? 2 : 1);
  const more = WORDS.get(forms[unit] ?? '');
  if (value >= 20 && more !== undefined && more > 0 && more < 10 && unit < last)
    return { value: value + more, scale: 1, next: unit + 1 };
  return { value, scale: 1, next: at + 1 };
}

/** A value before its multipliers: "two dozen", "three hundred thousand". */
function scaled(value: number, forms: readonly string[], at: number): Numeral | undefined {
  let product = 1;
  let next = at;
  for (let scale = SCALES.get(forms[next] ?? ''); scale !== undefined; scale = SCALES.get(forms[next] ?? '')) {
    product *= scale;
    next += 1;
  }
  return next > at ? { value: round(value * product), scale: product, next } : undefined;
}

/** 1.2 × 1,000,000,000 is not a whole number in binary. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

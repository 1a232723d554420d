/** The currency that a sign or code in front of an amount stands for, by ISO 4217. */
export function currencyOf(form: string): string | undefined {
  return SIGNS.get(form);
}

/** What a number counts by what stands behind it at token `at`: `%`, a currency, or `count`. */
export function unitBehind(
  forms: readonly string[],
  at: number,
  sign: string | undefined,
): { readonly unit: string; readonly next: number } {
  if (sign) return { unit: sign, next: at };
  const word = forms[at] ?? '';
  if (/^(?:%|percent|pct)$/.test(word)) return { unit: '%', next: at + 1 };
  if (word === 'per' && forms[at + 1] === 'cent') return { unit: '%', next: at + 2 };
  const national = NATIONAL_DOLLARS.get(word);
  if (national && /^dollars?$/.test(forms[at + 1] ?? '')) return { unit: national, next: at + 2 };
  const currency = WORDS.get(word) ?? WORDS.get(word.replace(/s$/, ''));
  return currency ? { unit: currency, next: at + 1 } : { unit: 'count', next: at };
}

/** A bare "$" is told from others only by its letter; most texts that write it bare mean the American one. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₴', 'UAH'],
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['chf', 'CHF'],
  ['jpy', 'JPY'],
]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ...['usd', 'eur', 'gbp', 'chf', 'jpy'].map((code) => [code, code.toUpperCase()] as const),
  ['dollar', 'USD'],
  ['euro', 'EUR'],
  ['pound', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['renminbi', 'CNY'],
  ['rouble', 'RUB'],
  ['ruble', 'RUB'],
  ['rupee', 'INR'],
  ['lira', 'TRY'],
  ['hryvnia', 'UAH'],
  ['krona', 'SEK'],
  ['zloty', 'PLN'],
  ['manat', 'AZN'],
  ['dram', 'AMD'],
]);

const NATIONAL_DOLLARS: ReadonlyMap<string, string> = new Map([
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['american', 'USD'],
  ['us', 'USD'],
  ['u.s.', 'USD'],
]);

import { closed } from '../text/bidi.js';

// How pages put numbers, dates and lists into words.

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `a, b and c` */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** `3 sentences`, `1 sentence` */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/** `three`, and digits above twelve */
export function inWords(count: number): string {
  return NUMBERS[count] ?? grouped(count);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1,495` */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** `+0.12`, `−0.27`, `0.00` with a true minus */
export function signed(value: number, digits = 2): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return size;
  return `${value > 0 ? '+' : '−'}${size}`;
}

/** `16 November 2023` for `2023-11-16`; what is no ISO date stays as it is. */
export function newsDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[Number(month) - 1];
  return name && day ? `${Number(day)} ${name} ${year}` : iso;
}

/** `delegitimising label` for `delegitimising-label` */
export function plainId(id: string): string {
  return id.replaceAll('-', ' ');
}

/** `the protesters` for `The protesters`, a name that stands inside a sentence. */
export function inSentence(name: string): string {
  return name.startsWith('The ') ? `the ${name.slice(4)}` : name;
}

export function quotedWord(text: string): string {
  return `“${closed(text.trim())}”`;
}

/** `Aliyev’s`, `deputies’` */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

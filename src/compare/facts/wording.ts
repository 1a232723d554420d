import { spanOf, tagAt, type Reading } from '../../text/reading.js';
import { isFunctionWord } from '../function-word.js';

/** Words that say what a sentence is about (nouns, names, verbs, adjectives, numbers): base form → the form as it stands. */
export function contentOf(reading: Reading, first: number, last: number): Map<string, string> {
  const { forms, tokens } = reading;
  const content = new Map<string, string>();
  for (let i = first; i < last; i += 1) {
    const form = forms[i] ?? '';
    if (!CONTENT.has(tagAt(tokens, i)) || !/[\p{L}\p{N}]/u.test(form) || isFunctionWord(form)) continue;
    const base = baseOf(form);
    if (!content.has(base)) content.set(base, wording(reading, i, i + 1));
  }
  return content;
}

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM', 'X']);
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['person', 'people'],
  ['persons', 'people'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['mps', 'mp'],
]);

/**
 * A form without its ending, the same for "senator" and "senators", "vote", "votes", "voted" and "voting". It need be no
 * word: it is compared and never shown, and a language model would be a large tool for it.
 */
export function baseOf(form: string): string {
  const singular = singularOf(form);
  const stem = /^(.{3,}?)(?:ed|ing)$/.exec(singular)?.[1];
  const cut = stem !== undefined && /[aeiouy]/.test(stem) ? undoubled(stem) : singular;
  return cut.length > 3 && cut.endsWith('e') ? cut.slice(0, -1) : cut;
}

/** "deputies" → "deputy", "senators" → "senator"; for readable ids. */
export function singularOf(form: string): string {
  const known = IRREGULAR.get(form);
  if (known !== undefined) return known;
  if (form.length <= 3 || !form.endsWith('s') || /(?:ss|us|is|ics)$/.test(form)) return form;
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(form) ? form.slice(0, -2) : form.slice(0, -1);
}

function undoubled(stem: string): string {
  return stem.at(-1) === stem.at(-2) && !/[ls]$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** `Gérald Darmanin` → `gerald-darmanin`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The stored text of tokens `[first, last)`, on one line. */
export function wording(reading: Reading, first: number, last: number): string {
  const { start, end } = spanOf(reading.tokens, first, last);
  return reading.text.slice(start, end).replace(/\s+/g, ' ');
}

export function isCapital({ text, tokens }: Reading, at: number): boolean {
  const start = tokens.start[at] ?? 0;
  return at < tokens.start.length && /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** Whether a mark of punctuation parts the clause at this token. */
export function partsClause(form: string | undefined): boolean {
  return form !== undefined && /^[,;:.?!()—–"]$/.test(form);
}

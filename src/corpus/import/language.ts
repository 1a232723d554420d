import type { Language } from './imported.js';
import type { Parsers } from './parser-process.js';

/** A few thousand characters tell a language; more only cost time. */
const ENOUGH = 3_000;
/** Below this even a good detector guesses: names outweigh words. */
const FEWEST_LETTERS = 60;

/** English words that other languages do not write alike. In English prose they are a quarter of all words. */
const ENGLISH = new Set(
  'the of and to that with for was has have had from this which were been would their they said by it is are he she not'.split(
    ' ',
  ),
);
/** German, Dutch and French texts with English quotations stay below; name-heavy English news stays above. */
const ENGLISH_SHARE = 0.15;

/**
 * Most texts are English and say so by their commonest words, which costs nothing; the others are asked of tinyld in a
 * parser’s process, where its 50 MB do no harm.
 */
export async function languageOf(text: string, parsers: Parsers): Promise<Language> {
  const head = text.slice(0, ENOUGH);
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const latin = words.filter((word) => /^\p{Script=Latin}/u.test(word)).length;
  const mostlyLatin = latin * 2 >= words.length;
  if (mostlyLatin && letters < FEWEST_LETTERS) return { code: 'und', supported: true };
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (mostlyLatin && english >= words.length * ENGLISH_SHARE) return { code: 'en', supported: true };
  const answer = await parsers.ask({ kind: 'language', text: head, name: 'text' });
  const code = 'language' in answer ? answer.language : 'und';
  return { code, supported: code === 'en' || (code === 'und' && mostlyLatin) };
}

import type { Found, Imported } from '../import/imported.js';
import { MOST_FOUND_AT, MOST_WORDS, VISIBLE, type Fact, type NewDocument } from './shapes.js';

/** What a parser made of a file, as a document to add. Facts too long to be one are cut: a page may claim anything. */
export function fromImported({ name, format, original, text, metadata, language, warnings }: Imported): NewDocument {
  const { title, outlet, author, date, url } = metadata;
  const facts = { title: fact(title), outlet: fact(outlet), author: fact(author), date: fact(date), url: fact(url) };
  return { file: fileName(name), format, bytes: original, text, ...facts, language, warnings: warnings.slice(0, 200) };
}

function fact(given: Found | null): Fact {
  const is = given && line(given.is, MOST_WORDS);
  return is ? { is, found: line(given.found, MOST_FOUND_AT) || 'the file' } : null;
}

function fileName(name: string): string {
  const shown = line(name, 500);
  return VISIBLE.test(shown) ? shown : 'unnamed';
}

/** Without direction controls: cut off, they would leave what is behind them turned round. */
function line(value: string, most: number): string {
  return value
    .replace(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim();
}

import type { Found, Imported } from '../import/imported.js';
import { MOST_FOUND_AT, MOST_WORDS, type Fact, type NewDocument } from './shapes.js';

/** What a parser made of a file, as a document to add. Facts too long to be one are cut: a page may claim anything. */
export function fromImported({ name, format, original, text, metadata, language, warnings }: Imported): NewDocument {
  const { title, outlet, author, date, url } = metadata;
  const facts = { title: fact(title), outlet: fact(outlet), author: fact(author), date: fact(date), url: fact(url) };
  return { file: line(name, 500), format, bytes: original, text, ...facts, language, warnings: warnings.slice(0, 200) };
}

function fact(given: Found | null): Fact {
  const is = given && line(given.is, MOST_WORDS);
  return is ? { is, found: line(given.found, MOST_FOUND_AT) || 'the file' } : null;
}

function line(value: string, most: number): string {
  return value
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
    .trim();
}

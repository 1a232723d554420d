import type { Parsed } from './imported.js';
import { fieldOf, recordOf, type Field, type Given } from './record.js';

// Longer ones are data; a line of dashes far down is a rule.
const LONGEST = 4_000;

/**
 * The lines between `---` that Markdown programs put before a text, as what is known of it. Plain `name: value` lines are
 * read, which all these programs write; whatever else YAML allows is passed over with the rest.
 * @returns undefined if the text does not begin so
 */
export function withoutFrontMatter(text: string): Parsed | undefined {
  const found = /^---[ \t]*\r?\n([^]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(0, LONGEST));
  if (found?.index !== 0) return undefined;
  const body = text.slice(found[0].length).replace(/^\s*\n/, '');
  // A text of nothing else is kept as it is.
  if (body.trim() === '') return undefined;
  const fields = new Map<Field, Given>([['text', { raw: body, found: 'text' }]]);
  for (const [, name = '', value = ''] of (found[1] ?? '').matchAll(
    /^([A-Za-z][\w -]{0,40}):[ \t]+(\S.*?)[ \t]*\r?$/gm,
  )) {
    const field = fieldOf(name);
    if (field !== undefined && !fields.has(field))
      fields.set(field, { raw: unquoted(value), found: `front matter “${name}”` });
  }
  return recordOf(fields);
}

/** `"A: B"`, `'A'`, or a list in one line, `[A, B]`. */
function unquoted(value: string): string {
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list !== undefined)
    return list
      .split(',')
      .map((each) => unquoted(each.trim()))
      .join(', ');
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}

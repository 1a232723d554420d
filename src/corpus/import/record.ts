import { MAX_DOCUMENT_BYTES } from '../../text/decode.js';
import { oneLine, webAddress } from './clean.js';
import { Refusal, UNKNOWN, type Found, type Metadata, type Parsed } from './imported.js';
import { isoDate } from './iso-date.js';
import { jsonFault } from './json.js';

/** What a table or a JSON object may say of a document, and other names that tables in use have for it. */
const FIELDS: Readonly<Record<'text' | keyof Metadata, readonly string[]>> = {
  text: ['text', 'body', 'content', 'article', 'full_text', 'article_body', 'articlebody'],
  title: ['title', 'headline'],
  outlet: ['outlet', 'source', 'publisher', 'source_name', 'publication'],
  author: ['author', 'byline', 'authors'],
  date: [
    ...['date', 'published', 'publication_date', 'pubdate', 'published_at', 'publishedat'],
    ...['date_published', 'datepublished', 'published_date'],
  ],
  url: ['url', 'link'],
};

export type Field = keyof typeof FIELDS;

const LONGEST_FIELD = 2_000;

/** The field a column is, by its name in any case; undefined for columns that are not read. */
export function fieldOf(column: string): Field | undefined {
  const name = column
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return (Object.keys(FIELDS) as Field[]).find((field) => FIELDS[field].includes(name));
}

/**
 * One JSON object → a document; fields that are not known are passed over.
 * @throws {Refusal} `invalid`, `too_large`, `too_long`, `invalid_url` or `empty`
 */
export function parseRecord(bytes: Uint8Array): Parsed {
  const json = utf8(bytes);
  const fault = jsonFault(json);
  if (fault === 'too many keys')
    throw new Refusal('too_large', 'has too many fields', 'give an object with the field text');
  const value = fault === undefined ? parsed(json) : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('invalid', 'is no JSON object', 'give one object a line, with the field text');
  }
  const fields = new Map<Field, Given>();
  for (const [key, raw] of Object.entries(value)) {
    const field = fieldOf(key);
    if (field === undefined || raw === null || fields.has(field)) continue;
    const text = textOf(raw, field);
    if (text === undefined) {
      throw new Refusal(
        'invalid',
        `has a field ${field} that is no text`,
        `give ${field} as a string, or leave it out`,
      );
    }
    fields.set(field, { raw: text, found: `field “${key}”` });
  }
  return recordOf(fields);
}

/** An outlet and authors are often things with a name, or lists of them. */
function textOf(raw: unknown, field: Field): string | undefined {
  if (typeof raw === 'string') return raw;
  if (field !== 'outlet' && field !== 'author') return undefined;
  if (typeof raw !== 'object') return undefined;
  const all = (Array.isArray(raw) ? (raw as unknown[]) : [raw]).map((each) =>
    typeof each === 'object' && each !== null && 'name' in each ? each.name : each,
  );
  return all.every((each) => typeof each === 'string') ? all.join(', ') : undefined;
}

/** JSON is UTF-8 by its standard; anything else is not guessed at. */
function utf8(bytes: Uint8Array): string {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new Refusal('too_large', 'is larger than 8 MB', 'split it');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'is not UTF-8', 'save it as UTF-8');
  }
}

export interface Given {
  readonly raw: string;
  readonly found: string;
}

export function recordOf(fields: ReadonlyMap<Field, Given>): Parsed {
  const text = fields.get('text')?.raw;
  if (text === undefined) throw new Refusal('invalid', 'has no text', 'give the article in the column or field text');
  const warnings: string[] = [];
  const fact = (field: keyof Metadata, read: (raw: string) => string | undefined): Found | null => {
    const given = fields.get(field);
    if (given === undefined || given.raw.trim() === '') return null;
    if (given.raw.length > LONGEST_FIELD) {
      throw new Refusal(
        'too_long',
        `has a ${field} of ${given.raw.length} characters`,
        `give a ${field} of at most ${LONGEST_FIELD}`,
      );
    }
    if (field === 'url') refuseOtherSchemes(given.raw);
    const is = read(given.raw);
    if (is === undefined) warnings.push(`Its ${field} is not understood, so it is left unknown.`);
    return is === undefined ? null : { is, found: given.found };
  };
  const metadata = {
    ...UNKNOWN,
    title: fact('title', oneLine),
    outlet: fact('outlet', oneLine),
    author: fact('author', oneLine),
    date: fact('date', isoDate),
    url: fact('url', webAddress),
  };
  return { text, metadata, warnings };
}

/** An address without `https://` is a slip; one that is a script or a file is not taken at all. */
function refuseOtherSchemes(raw: string): void {
  const scheme = /^[\s\p{C}]*([a-z][a-z0-9+.-]*):(?!\d)/iu.exec(raw)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw new Refusal('invalid_url', 'has an address that is not http or https', 'correct it, or leave it out');
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

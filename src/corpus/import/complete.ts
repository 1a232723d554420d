import { createHash } from 'node:crypto';
import { clean } from './clean.js';
import { Refusal, skipped, type Format, type Imported, type Parsed, type Skipped } from './imported.js';
import { languageOf } from './language.js';
import type { Parsers } from './parser-process.js';
import { textWarnings } from './warnings.js';

const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What a parser gave, with all that is worked out for every format alike. */
export async function complete(
  name: string,
  format: Format,
  original: Uint8Array,
  parsed: Parsed,
  parsers: Parsers,
): Promise<Imported> {
  const { text, removed } = clean(parsed.text);
  if (!READABLE.test(text)) throw new Refusal('empty', 'has no text', 'give a file that holds an article');
  return {
    name,
    format,
    original,
    sha256: createHash('sha256').update(original).digest('hex'),
    text,
    metadata: parsed.metadata,
    language: await languageOf(text, parsers),
    warnings: [...parsed.warnings, ...removedWarning(removed), ...textWarnings(text)],
  };
}

function removedWarning(count: number): string[] {
  return count === 0 ? [] : [`${count} control ${count === 1 ? 'character' : 'characters'} removed.`];
}

/** A refusal concerns its file alone; any other error is a fault of the program and goes on. */
export async function orSkipped(name: string, act: () => Promise<Imported>): Promise<Imported | Skipped> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return skipped(name, error);
    throw error;
  }
}

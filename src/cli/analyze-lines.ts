import { createInterface } from 'node:readline';
import { analyzedText } from '../compare/analyzed.js';
import { loadLexicon, loadNames } from '../corpus/compiled.js';
import type { Reader } from '../corpus/reader.js';
import { findDevices } from '../devices/analysis.js';
import { MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { ParallaxError } from '../text/error.js';
import { write } from './options.js';

/** Lines under way at once: enough to keep every reading thread busy, few enough that memory stays flat. */
const LINES_UNDER_WAY = 64;

/**
 * One result a line, in the order of the lines, each written as soon as it and those before it are ready; memory does
 * not grow with their number. A line that cannot be taken ends the run behind the results of the lines before it.
 */
export async function analyzeLines(reader: Reader): Promise<void> {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const underWay: Promise<void>[] = [];
  let written = Promise.resolve();
  let number = 0;
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const { id, text } = parseLine(number === 1 ? line.replace(/^\ufeff/, '') : line, number);
      const result = Promise.all([reader.read(text, `line ${number}`), written]).then(async ([reading]) => {
        await write(`${JSON.stringify(analyzedText(id, findDevices(reading, lexicon, names)))}\n`);
      });
      // Awaited below; a failure must not count as unhandled until then.
      result.catch(() => undefined);
      written = result;
      underWay.push(result);
      if (underWay.length >= LINES_UNDER_WAY) await underWay.shift();
    }
  } finally {
    await written;
  }
}

function parseLine(line: string, number: number): { id: string; text: string } {
  const form = 'write one {"id": "…", "text": "…"} a line';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ParallaxError('bad-option', `line ${number} is not JSON`, form);
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    throw new ParallaxError('bad-option', `line ${number} has no text`, form);
  }
  if (value.text.length > MAX_DOCUMENT_BYTES)
    throw new ParallaxError('too-large', `the text of line ${number} is larger than 8 MB`, 'split it');
  const id =
    'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? String(value.id) : String(number);
  return { id, text: value.text.toWellFormed() };
}

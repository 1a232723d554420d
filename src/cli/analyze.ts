import { createInterface } from 'node:readline';
import { analyzedText, type AnalyzedText } from '../compare/analyzed.js';
import { loadLexicon, loadNames } from '../corpus/compiled.js';
import { analyseDocument, readDocuments } from '../corpus/files.js';
import { openReader, type Reader } from '../corpus/reader.js';
import { findDevices } from '../devices/analysis.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import type { Names } from '../devices/referent.js';
import { MAX_DOCUMENT_BYTES } from '../text/decode.js';
import { ParallaxError } from '../text/error.js';
import { choice, text, write } from './options.js';

export async function analyze(files: readonly string[], options: unknown): Promise<void> {
  const lines = typeof options === 'object' && options !== null && 'jsonl' in options;
  const format = choice(text(options, 'format'), 'format', ['json', 'text']);
  if (lines === files.length > 0)
    throw new ParallaxError('bad-option', 'analyze needs texts', 'give files, or --jsonl and lines on standard input');
  // The reader's thread loads the language model while this one opens the lexicon.
  const reader = openReader();
  try {
    if (lines) await analyzeLines(reader);
    else await analyzeFiles(files, reader, format);
  } finally {
    await reader.close();
  }
}

function openAll(): { lexicon: Lexicon; names: Names } {
  const lexicon = loadLexicon();
  return { lexicon, names: loadNames(lexicon) };
}

async function analyzeFiles(files: readonly string[], reader: Reader, format: 'json' | 'text'): Promise<void> {
  const documents = await readDocuments(files);
  const { lexicon, names } = openAll();
  const analyzed = await Promise.all(
    documents.map(async (document) =>
      analyzedText(document.id, await analyseDocument(document, reader, lexicon, names), document.warnings),
    ),
  );
  if (format === 'text') await write(analyzed.map(shownAsText).join('\n'));
  else await write(`${JSON.stringify(analyzed.length === 1 ? analyzed[0] : analyzed, null, 2)}\n`);
}

function shownAsText({ id, findings, sentences, tone }: AnalyzedText): string {
  const rows = findings
    .filter(({ device }) => device !== 'sentiment')
    .map(({ device, text, voice, why }) => `  ${device.padEnd(13)} ${voice.padEnd(9)} ${text}: ${why}\n`);
  return `${id}: ${sentences.length} sentences, tone ${tone.toFixed(2)}\n${rows.join('')}`;
}

/** Lines under way at once: enough to keep every reading thread busy, few enough that memory stays flat. */
const LINES_UNDER_WAY = 64;

/** One result a line, in the order of the lines; memory does not grow with their number. */
async function analyzeLines(reader: Reader): Promise<void> {
  const { lexicon, names } = openAll();
  const underWay: Promise<string>[] = [];
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text: told } = parseLine(line, number);
    const result = reader
      .read(told, `line ${number}`)
      .then((reading) => `${JSON.stringify(analyzedText(id, findDevices(reading, lexicon, names)))}\n`);
    // Awaited in order below; a failure must not count as unhandled until then.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= LINES_UNDER_WAY) await write((await underWay.shift()) ?? '');
  }
  for (const result of underWay) await write(await result);
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

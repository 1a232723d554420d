import { analyzedText, type AnalyzedText } from '../compare/analyzed.js';
import { loadLexicon, loadNamesAnywhere } from '../corpus/compiled.js';
import { readDocuments } from '../corpus/files.js';
import type { Reader } from '../corpus/reader.js';
import { findDevices } from '../devices/analysis.js';
import { ParallaxError } from '../text/error.js';
import { write } from './options.js';

export async function analyzeFiles(files: readonly string[], reader: Reader, format: 'json' | 'text'): Promise<void> {
  const documents = await readDocuments(files);
  const readings = Promise.all(documents.map((document) => reader.read(document.text, document.file)));
  // Awaited below, when the lexicon is open; a failure must not count as unhandled until then.
  readings.catch(() => undefined);
  const lexicon = loadLexicon();
  const names = loadNamesAnywhere(lexicon);
  const analyzed = (await readings).flatMap((reading, at) => {
    const document = documents[at];
    return document
      ? [analyzedText(document.id, findDevices(reading, lexicon, names), lexicon, { warnings: document.warnings })]
      : [];
  });
  if (format === 'text') await write(analyzed.map(shownAsText).join('\n'));
  else await write(`${inJson(analyzed.length === 1 ? analyzed[0] : analyzed)}\n`);
}

/** A megabyte of marks and nothing else makes more JSON than a string can hold. */
function inJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ParallaxError(
      'too-large',
      'the result is too large to write',
      'split the text, or give it line by line with --jsonl',
    );
  }
}

function shownAsText({ id, findings, sentences, tone }: AnalyzedText): string {
  const rows = findings
    .filter(({ device }) => device !== 'sentiment')
    .map(({ device, text, voice, why }) => `  ${device.padEnd(13)} ${voice.padEnd(9)} ${text}: ${why}\n`);
  return `${id}: ${sentences.length} sentences, tone ${tone.toFixed(2)}\n${rows.join('')}`;
}

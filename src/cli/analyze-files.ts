import { analyzedText, type AnalyzedText } from '../compare/analyzed.js';
import { loadLexicon, loadNames } from '../corpus/compiled.js';
import { readDocuments } from '../corpus/files.js';
import type { Reader } from '../corpus/reader.js';
import { findDevices } from '../devices/analysis.js';
import { write } from './options.js';

export async function analyzeFiles(files: readonly string[], reader: Reader, format: 'json' | 'text'): Promise<void> {
  const documents = await readDocuments(files);
  const readings = Promise.all(documents.map((document) => reader.read(document.text, document.file)));
  // Awaited below, when the lexicon is open; a failure must not count as unhandled until then.
  readings.catch(() => undefined);
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const analyzed = (await readings).flatMap((reading, at) => {
    const document = documents[at];
    return document ? [analyzedText(document.id, findDevices(reading, lexicon, names), document.warnings)] : [];
  });
  if (format === 'text') await write(analyzed.map(shownAsText).join('\n'));
  else await write(`${JSON.stringify(analyzed.length === 1 ? analyzed[0] : analyzed, null, 2)}\n`);
}

function shownAsText({ id, findings, sentences, tone }: AnalyzedText): string {
  const rows = findings
    .filter(({ device }) => device !== 'sentiment')
    .map(({ device, text, voice, why }) => `  ${device.padEnd(13)} ${voice.padEnd(9)} ${text}: ${why}\n`);
  return `${id}: ${sentences.length} sentences, tone ${tone.toFixed(2)}\n${rows.join('')}`;
}

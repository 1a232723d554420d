import { parentPort } from 'node:worker_threads';
import { analyzedText } from '../compare/analyzed.js';
import { loadLexicon, loadNamesAnywhere } from '../corpus/compiled.js';
import { analyse } from '../devices/analyse.js';
import { loadModel } from '../text/read.js';
import type { Line } from './line.js';

// Analyses lines for `line-pool.ts`, from text to JSON: between threads go texts and results, nothing in between.
const lexicon = loadLexicon();
const names = loadNamesAnywhere(lexicon);
loadModel();
parentPort?.postMessage('ready');

parentPort?.on('message', (lines: readonly Line[]) => {
  const results = lines.map(({ id, text, targets }) =>
    JSON.stringify(analyzedText(id, analyse(text, lexicon, names), lexicon, { targets })),
  );
  parentPort?.postMessage(`${results.join('\n')}\n`);
});

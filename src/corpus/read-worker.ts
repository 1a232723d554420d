import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { furnitureRules, type FurniturePhrases } from '../text/furniture.js';
import { loadModel, read } from '../text/read.js';
import { FURNITURE_FILE } from './compiled.js';
import { packReading } from './packed-reading.js';
import type { ToRead } from './reader.js';

// Reads texts for `reader.ts`: a text that the language model chokes on stops this thread, not the program.
const partLines = furnitureRules(JSON.parse(readFileSync(FURNITURE_FILE, 'utf8')) as FurniturePhrases);
loadModel();
parentPort?.postMessage('ready');

parentPort?.on('message', ({ text, article }: ToRead) =>
  parentPort?.postMessage(packReading(read(text, partLines, article))),
);

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LEXICON_FOLDER } from '../build/folders.js';
import { ParallaxError } from '../text/error.js';
import { openVader, afinn } from './baselines.js';
import { readData, type Data } from './data.js';
import { errorsByKind } from './errors.js';
import { fitScores } from './fit/fit.js';
import { accountsIn, weightsFile } from './fit/weights-file.js';
import { measuresOf } from './measures.js';
import { openParallax } from './parallax.js';
import { scoreOf } from './score.js';
import { asJson, asMarkdown, type Report } from './table.js';

export interface Streams {
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
}

const WEIGHTS_FILE = join(LEXICON_FOLDER, 'weights.yaml');

/** Measures and prints, or fits and writes; returns the exit code. 2 for what the caller can mend, said in one line. */
export async function run(args: readonly string[], { out, err }: Streams, weights = WEIGHTS_FILE): Promise<number> {
  try {
    const { folder, json, fit } = optionsOf(args);
    const data = readData(folder);
    if (fit) out(refit(data, weights));
    else {
      const report = await measure(data, readFileSync(WEIGHTS_FILE, 'utf8'));
      out(json ? asJson(report) : asMarkdown(report));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    err(`validity: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  }
}

/** Every measure whose data is there, of Parallax and of each baseline. */
export async function measure(data: Data, weights: string): Promise<Report> {
  const vader = await openVader();
  const markers = openParallax();
  const { measures, notes } = measuresOf(data, markers);
  return {
    scores: measures.map((each) => scoreOf(each, { afinn, vader })),
    notes: [
      ...data.missing.map((file) => `${file} is not in the folder; what it measures is left out.`),
      ...notes,
      ...accountsIn(weights),
      ...errorsByKind(data, measures, markers.counted),
      ...(vader ? [] : ['VADER is left out: the package vader-sentiment is not installed.']),
    ],
  };
}

/** Fits the weights anew; what the data says nothing of keeps its weights. */
function refit(data: Data, file: string): string {
  const text = weightsFile(fitScores(data), readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  return `${accountsIn(text)
    .map((each) => `- ${each}\n`)
    .join('')}Written to ${file}; build to use it.\n`;
}

interface Options {
  readonly folder: string;
  readonly json: boolean;
  readonly fit: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const { data: folder, json = false, fit = false } = parsed(args);
  if (folder === undefined)
    throw new ParallaxError('bad-option', 'validity needs a folder of annotated data', 'give --data DIR');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ParallaxError('no-file', `${folder} is not a folder`, 'give --data DIR with the annotated data in it');
  return { folder, json, fit };
}

function parsed(args: readonly string[]): { data?: string; json?: boolean; fit?: boolean } {
  const options = { data: { type: 'string' }, json: { type: 'boolean' }, fit: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/\.(?:\s[\s\S]*)?$/, '') : String(error);
    throw new ParallaxError('bad-option', problem, 'give --data DIR, and --json for JSON or --fit to fit weights');
  }
}

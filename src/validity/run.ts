import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ParallaxError } from '../text/error.js';
import { openVader, afinn } from './baselines.js';
import { readData, type Data } from './data.js';
import { measuresOf } from './measures.js';
import { openParallax } from './parallax.js';
import { scoreOf } from './score.js';
import { asJson, asMarkdown, type Report } from './table.js';

export interface Streams {
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => unknown;
}

/** Measures and prints; returns the exit code. 2 for what the caller can mend, said in one line. */
export async function run(args: readonly string[], { out, err }: Streams): Promise<number> {
  try {
    const { folder, json } = optionsOf(args);
    const report = await measure(readData(folder));
    out(json ? asJson(report) : asMarkdown(report));
    return 0;
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    err(`validity: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  }
}

/** Every measure whose data is there, of Parallax and of each baseline. */
export async function measure(data: Data): Promise<Report> {
  const vader = await openVader();
  const { measures, notes } = measuresOf(data, openParallax());
  return {
    scores: measures.map((each) => scoreOf(each, { afinn, vader })),
    notes: [
      ...data.missing.map((file) => `${file} is not in the folder; what it measures is left out.`),
      ...notes,
      ...(vader ? [] : ['VADER is left out: the package vader-sentiment is not installed.']),
    ],
  };
}

interface Options {
  readonly folder: string;
  readonly json: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const { data: folder, json = false } = parsed(args);
  if (folder === undefined)
    throw new ParallaxError('bad-option', 'validity needs a folder of annotated data', 'give --data DIR');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ParallaxError('no-file', `${folder} is not a folder`, 'give --data DIR with the annotated data in it');
  return { folder, json };
}

function parsed(args: readonly string[]): { data?: string; json?: boolean } {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/\.(?:\s[\s\S]*)?$/, '') : String(error);
    throw new ParallaxError('bad-option', problem, 'give --data DIR, and --json for JSON');
  }
}

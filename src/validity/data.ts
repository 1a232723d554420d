import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ParallaxError } from '../text/error.js';

// The annotated sets, one JSON object a line. Fields that no measure needs are let through unread.

const text = z
  .string()
  .min(1)
  .transform((stored) => stored.toWellFormed());

/** BABE: experts' majority on a sentence (1 biased, 0 not), and the words they picked, a few of them not verbatim. */
const babe = z.object({ text, label: z.union([z.literal(0), z.literal(1)]), biased_words: z.array(z.string()) });

/** NYT editorial sentences of VADER's authors: the mean of 20 raters, −4 … +4. */
const nyt = z.object({ text, mean_sentiment: z.number().min(-4).max(4) });

export const POLARITIES = ['negative', 'neutral', 'positive'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** NewsMTSC: the tone towards what stands at `[target_from, target_to)`; a sentence comes once for each target. */
const newsmtsc = z
  .object({
    text,
    target_from: z.number().int().min(0),
    target_to: z.number().int(),
    polarity: z.enum(POLARITIES),
  })
  .refine((line) => line.target_from < line.target_to && line.target_to <= line.text.length, {
    path: ['target_to'],
    error: 'the target does not lie in the text',
  });

export type BabeLine = z.infer<typeof babe>;
export type NytLine = z.infer<typeof nyt>;
export type NewsmtscLine = z.infer<typeof newsmtsc>;

/** What a folder holds; a set whose file is not there is undefined and named in `missing`. */
export interface Data {
  readonly babe: readonly BabeLine[] | undefined;
  readonly nyt: readonly NytLine[] | undefined;
  readonly newsmtsc: readonly NewsmtscLine[] | undefined;
  readonly missing: readonly string[];
}

const FILES = ['babe.jsonl', 'nyt.jsonl', 'newsmtsc.jsonl'] as const;
type File = (typeof FILES)[number];

/** Throws a ParallaxError naming file and line where a line is not of its format, or where the folder holds no set. */
export function readData(folder: string): Data {
  const missing = FILES.filter((file) => !existsSync(join(folder, file)));
  if (missing.length === FILES.length)
    throw new ParallaxError('no-file', `${folder} holds no annotated data`, `put any of ${FILES.join(', ')} there`);
  const linesOf = <Line>(file: File, schema: z.ZodType<Line>): Line[] | undefined =>
    missing.includes(file) ? undefined : parseLines(readFileSync(join(folder, file), 'utf8'), file, schema);
  return {
    babe: linesOf('babe.jsonl', babe),
    nyt: linesOf('nyt.jsonl', nyt),
    newsmtsc: linesOf('newsmtsc.jsonl', newsmtsc),
    missing,
  };
}

function parseLines<Line>(content: string, file: File, schema: z.ZodType<Line>): Line[] {
  const lines = content.replace(/^\ufeff/, '').split('\n');
  const read = lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1, file, schema)]));
  if (read.length === 0) throw new ParallaxError('empty', `${file} holds no line`, 'fill it or take it away');
  return read;
}

function parseLine<Line>(line: string, number: number, file: File, schema: z.ZodType<Line>): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ParallaxError('bad-option', `${file} line ${number} is not JSON`, 'write one JSON object a line');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new ParallaxError(
    'bad-option',
    `${file} line ${number} is not of its format (${field}${issue?.message ?? 'unknown'})`,
    'mend the line',
  );
}

import { readFileSync } from 'node:fs';
import type { Finding } from '../src/devices/analysis.js';
import { overlaps, type Span } from '../src/text/span.js';

// The two careful readings of the seeds, and the figures that tests hold against them (see readings/README.md).

export type Confidence = 'any' | 'some';

export interface ReadMark extends Span {
  readonly doc: string;
  readonly text: string;
  readonly device: string;
  readonly voice: string;
  readonly confidence: Confidence;
}

interface ReadTopic {
  readonly topic: string;
  readonly doc: string;
  readonly sentences: readonly (Span & { readonly text: string; readonly confidence: Confidence })[];
}

/** What each of the two readers marked. */
export const MARKS: readonly [readonly ReadMark[], readonly ReadMark[]] = [
  jsonLines<ReadMark>('marks-a.jsonl'),
  jsonLines<ReadMark>('marks-b.jsonl'),
];

/** Topics typed as plain words, by their key in the readings. */
export const QUERIES = JSON.parse(readFileSync(path('queries.json'), 'utf8')) as Readonly<Record<string, string>>;

/** Of each topic the sentences that a reader found on it, as `document:start`, with the surer of the two readings. */
export const TOPICS: ReadonlyMap<string, ReadonlyMap<string, Confidence>> = topics();

/** Sentences that only `some` would include count neither way. */
export interface Agreement {
  readonly found: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** A topic's retrieved sentences (`document:start`) against the readings. */
export function agreement(topic: string, retrieved: ReadonlySet<string>): Agreement {
  const read = TOPICS.get(topic) ?? new Map<string, Confidence>();
  const expected = [...read].flatMap(([key, confidence]) => (confidence === 'any' ? [key] : []));
  return {
    found: expected.filter((key) => retrieved.has(key)).length,
    wrong: [...retrieved].filter((key) => !read.has(key)),
    missed: expected.filter((key) => !retrieved.has(key)),
  };
}

export function f1({ found, wrong, missed }: Agreement): number {
  return (2 * found) / (2 * found + wrong.length + missed.length);
}

/** A share as counts, so that a failing test can name what is missing. */
export interface Share {
  readonly of: number;
  readonly without: readonly string[];
}

export const shareOf = ({ of, without }: Share): number => (of - without.length) / of;

export interface Figures {
  readonly recall: Share;
  readonly precision: Share;
  readonly device: Share;
  readonly voice: Share;
}

/** Findings of one document (tone words aside, which nobody marked) against both readers' marks. */
export function figuresOf(doc: string, findings: readonly Finding[], text: string): Figures {
  const [a, b] = MARKS.map((marks) => marks.filter((mark) => mark.doc === doc));
  const own = findings.filter(({ device }) => device !== 'sentiment');
  const core = (a ?? []).filter(
    (mark) =>
      mark.confidence === 'any' && (b ?? []).some((other) => other.confidence === 'any' && overlaps(mark, other)),
  );
  const hit = core.filter((mark) => own.some((finding) => overlaps(finding, mark)));
  /** Core marks whose overlapping findings have none of the values that either reader gives there. */
  const unlike = (field: 'device' | 'voice'): string[] =>
    hit
      .filter((mark) => {
        const allowed = new Set<string>(
          [mark, ...(b ?? []).filter((each) => overlaps(each, mark))].map((m) => m[field]),
        );
        return !own.some((finding) => overlaps(finding, mark) && allowed.has(finding[field]));
      })
      .map((mark) => `${doc} ${mark[field]}: ${mark.text}`);
  return {
    recall: {
      of: core.length,
      without: core.filter((mark) => !hit.includes(mark)).map((mark) => `${doc} ${mark.device}: ${mark.text}`),
    },
    precision: {
      of: own.length,
      without: own
        .filter((finding) => ![...(a ?? []), ...(b ?? [])].some((mark) => overlaps(mark, finding)))
        .map(({ device, entry, start, end }) => `${doc} ${device}/${entry.id}: ${text.slice(start, end)}`),
    },
    device: { of: hit.length, without: unlike('device') },
    voice: { of: hit.length, without: unlike('voice') },
  };
}

export function addShares(shares: readonly Share[]): Share {
  return { of: shares.reduce((sum, { of }) => sum + of, 0), without: shares.flatMap(({ without }) => without) };
}

function topics(): Map<string, Map<string, Confidence>> {
  const read = new Map<string, Map<string, Confidence>>();
  for (const { topic, doc, sentences } of ['topics-a.jsonl', 'topics-b.jsonl'].flatMap((file) =>
    jsonLines<ReadTopic>(file),
  )) {
    const known = read.get(topic) ?? new Map<string, Confidence>();
    read.set(topic, known);
    for (const { start, confidence } of sentences) {
      const key = `${doc}:${start}`;
      if (known.get(key) !== 'any') known.set(key, confidence);
    }
  }
  return read;
}

function jsonLines<T>(file: string): T[] {
  return readFileSync(path(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function path(file: string): URL {
  return new URL(`readings/${file}`, import.meta.url);
}

import type { PartKind } from './reading.js';

/** Phrases of `lexicon/furniture.yaml`, lower case. */
export interface FurniturePhrases {
  readonly ends: readonly string[];
  readonly phrases: readonly string[];
  readonly notes: readonly string[];
  readonly roles: readonly string[];
}

/** A line of the folded text (or a block of hard-wrapped lines) and what it is to the article. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: PartKind;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: number;
  /** Reads as sentences: ends like one, or is too long for a label. */
  readonly prose: boolean;
  readonly furnished: boolean;
}

// Measured on saved news pages: labels and headlines stay under these, paragraphs seldom do.
const FEWEST_WORDS_OF_PROSE = 5;
const WORDS_TOO_MANY_FOR_A_LABEL = 25;
const MOST_WORDS_OF_FURNITURE = 30;
const MOST_WORDS_OF_AN_END = 6;
const MOST_WORDS_OF_A_HEADING = 18;
const FEWEST_WORDS_OF_A_TITLE = 3;
const PARAGRAPHS_A_BIOGRAPHY_MAY_FOLLOW = 3;

export type PartLines = (folded: string) => readonly Line[];

/**
 * Tells the article from its page. The article runs from the first line of prose that is no boilerplate to the last
 * one before an end marker ("You might also like"). Nothing is lost: the rest is kept and folded away.
 * A text without any prose line (a headline, a tweet) is all its own argument.
 */
export function furnitureRules(data: FurniturePhrases): PartLines {
  const ends = new Set(data.ends);
  const furniture = wholeWords(data.phrases);
  const note = new RegExp(`^["'(\\[]*(?:${data.notes.map(escape).join('|')})\\b`, 'i');
  const biography = new RegExp(
    `^\\W*(?:\\p{Lu}[\\p{L}'.-]+\\s+){2,5}(?:is|was)\\s+(?:an?|the|currently)\\b.*\\b(?:${data.roles.map(escape).join('|')})\\b`,
    'u',
  );

  return (folded) => {
    const lines = candidates(folded, furniture);
    const isProse = (line: Candidate): boolean => line.prose && !line.furnished;
    const first = lines.findIndex(isProse);
    if (first < 0) return lines.map((line) => ({ ...span(line), kind: 'prose' }));
    const stop = articleEnd(lines, first, ends);
    const last = lastOwn(lines, first, stop);
    const kinds: PartKind[] = lines.map((line, i) => {
      if (i < first || i > last) return 'furniture';
      return line.prose ? 'prose' : 'furniture';
    });
    for (const i of titles(lines, first)) kinds[i] = 'title';
    for (const [from, to] of labelRuns(lines, first, last)) {
      const kind = runKind(lines.slice(from, to));
      for (let i = from; i < to; i += 1) kinds[i] = kind;
    }
    let proseBehind = 0;
    for (let i = last; i >= 0; i -= 1) {
      const line = lines[i];
      if (!line || kinds[i] !== 'prose') continue;
      if (note.test(line.text)) kinds[i] = 'note';
      else if (proseBehind < PARAGRAPHS_A_BIOGRAPHY_MAY_FOLLOW && i > first && biography.test(line.text))
        kinds[i] = 'biography';
      proseBehind += 1;
    }
    return lines.map((line, i) => ({ ...span(line), kind: kinds[i] ?? 'furniture' }));
  };
}

const span = ({ start, end }: Candidate): { start: number; end: number } => ({ start, end });
const escape = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wholeWords = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'iu');

function candidates(folded: string, furniture: RegExp): Candidate[] {
  const found: Candidate[] = [];
  let block: { start: number; end: number }[] = [];
  const flush = (): void => {
    const spans = isWrapped(block, folded) ? [{ start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 }] : block;
    for (const { start, end } of spans) found.push(candidate(folded, start, end, furniture));
    block = [];
  };
  for (let start = 0; start <= folded.length;) {
    const newline = folded.indexOf('\n', start);
    const end = newline < 0 ? folded.length : newline;
    if (folded.slice(start, end).trim() === '') flush();
    else block.push({ start, end });
    start = end + 1;
  }
  flush();
  return found;
}

function candidate(folded: string, from: number, to: number, furniture: RegExp): Candidate {
  const raw = folded.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const text = raw.trim();
  const words = text.split(/\s+/).length;
  const listed = /^[•·▪◦*|>-]\s/.test(text);
  const endsLikeASentence = /[.!?…:;]["')\]]*$/.test(text) && !listed;
  const prose = (words >= FEWEST_WORDS_OF_PROSE && endsLikeASentence) || words >= WORDS_TOO_MANY_FOR_A_LABEL;
  return {
    start,
    end: start + text.length,
    text,
    words,
    prose,
    furnished: words <= MOST_WORDS_OF_FURNITURE && furniture.test(text),
  };
}

/** Mail and plain-text archives break lines at 60 to 80 characters, in the middle of sentences. */
function isWrapped(block: readonly { start: number; end: number }[], folded: string): boolean {
  if (block.length < 2) return false;
  const full = block.slice(0, -1);
  if (full.some(({ start, end }) => end - start < 45 || end - start > 110)) return false;
  const goesOn = block.slice(1).filter(({ start }) => /^\s*\p{Ll}/u.test(folded.slice(start, start + 8))).length;
  return goesOn * 3 >= full.length;
}

function articleEnd(lines: readonly Candidate[], first: number, ends: ReadonlySet<string>): number {
  const size = (from: number, to: number): number =>
    lines.slice(from, to).reduce((sum, line) => sum + (line.prose && !line.furnished ? line.words : 0), 0);
  const total = size(first, lines.length);
  for (let i = first + 1; i < lines.length; i += 1) {
    if ((lines[i]?.words ?? 0) > MOST_WORDS_OF_AN_END) continue;
    const label = (lines[i]?.text ?? '')
      .toLowerCase()
      .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
      .replace(/\s*\(?\d+\)?$/, '');
    if (ends.has(label) && size(first, i) * 2 > total) return i;
  }
  return lines.length;
}

/** The last line of the article: prose, or a long unpunctuated line right behind it. */
function lastOwn(lines: readonly Candidate[], first: number, stop: number): number {
  let last = first;
  for (let i = first; i < stop; i += 1) {
    const line = lines[i];
    if (line?.prose && !line.furnished) last = i;
  }
  return last;
}

/** Of the lines before the article, the one next to it names it; when there are few, each that is no byline may. */
function titles(lines: readonly Candidate[], first: number): number[] {
  const named = lines.slice(0, first).flatMap((line, i) => (isTitle(line) ? [i] : []));
  return first <= 4 ? named : named.slice(-1);
}

function isTitle(line: Candidate): boolean {
  return (
    line.words >= FEWEST_WORDS_OF_A_TITLE &&
    line.words <= MOST_WORDS_OF_A_HEADING + 6 &&
    !line.furnished &&
    !/^by\s|[>|•©]|\d{4}$|\d{6,}/i.test(line.text)
  );
}

/** Runs of lines inside the article that are no prose. */
function labelRuns(lines: readonly Candidate[], first: number, last: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = first; i <= last; i += 1) {
    if (lines[i]?.prose) continue;
    const from = i;
    while (i <= last && !lines[i]?.prose) i += 1;
    runs.push([from, i]);
  }
  return runs;
}

/** One label between paragraphs is a heading; several are a list if they have some words each, else furniture. */
function runKind(run: readonly Candidate[]): PartKind {
  if (run.some((line) => line.furnished)) return 'furniture';
  const words = run.reduce((sum, line) => sum + line.words, 0) / run.length;
  if (run.length === 1) return words >= 2 && words <= MOST_WORDS_OF_A_HEADING ? 'heading' : 'furniture';
  return words >= 4 ? 'prose' : 'furniture';
}

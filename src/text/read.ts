import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsHelpers, type WinkMethods } from 'wink-nlp';
import { fold } from './fold.js';
import { formsOf } from './form.js';
import type { Line, PartLines } from './furniture.js';
import { linesOf } from './lines-of.js';
import { pairQuotations } from './quotations.js';
import { column, OWN_KINDS, TAGS, type Part, type Reading, type Tokens } from './reading.js';
import { mendSentences } from './sentences.js';
import type { Span } from './span.js';

/**
 * Longer runs without a space are no words; the tokenizer takes quadratic time over them.
 * The longest word in English news has some 30 letters, the longest hyphenated pile-up some 80.
 */
const LONGEST_RUN = 128;
const UNREAD = new RegExp(`(?<!\\S)(?:\\S{${LONGEST_RUN},}|\\S*?(?:://|www\\.)\\S*)`, 'g');

let nlp: WinkMethods | undefined;

/** Loads the language model, once a thread: 0.1 s, which a caller may want to spend before the first text arrives. */
export function loadModel(): { nlp: WinkMethods; its: ItsHelpers } {
  nlp ??= winkNLP(model, ['sbd', 'pos']);
  return { nlp, its: nlp.its };
}

/**
 * Reads a stored text: its parts, tokens, sentences and quotations. Linear in its length. `article` is what a reader
 * said is no furniture, whatever the lines' rules tell of it.
 */
export function read(text: string, partLines: PartLines, article: readonly Span[] = []): Reading {
  const folded = fold(text);
  const lines = linesOf(folded, partLines, article);
  const { source, unread } = readable(folded.text, lines);
  const raw = tokenize(source);
  const toStored = folded.origins();
  const starts: number[] = [];
  const lengths: number[] = [];
  const tags: number[] = [];
  const breaks: number[] = [];
  let broken = false;
  for (let i = 0; i < raw.start.length; i += 1) {
    const start = toStored(raw.start[i] ?? 0);
    const end = toStored(raw.end[i] ?? 0);
    broken ||= raw.breaks.has(i);
    // Of a character that folds to several ("½" to "1/2") the first token has it all.
    if (end <= start) continue;
    if (broken) breaks.push(starts.length);
    broken = false;
    starts.push(start);
    lengths.push(end - start);
    tags.push(raw.tag[i] ?? 0);
  }
  const tokens: Tokens = { start: column(starts), length: column(lengths), tag: Uint8Array.from(tags) };
  const origin = folded.origins();
  const parts: Part[] = lines.map(({ kind, start, end }) => ({ kind, start: origin(start), end: origin(end) }));
  const quotations = pairQuotations(text, tokens, parts);
  const sentences = mendSentences({ text, tokens, parts, quotations, breaks });
  return { text, tokens, ...formsOf(text, tokens), sentences, parts, quotations, unread };
}

/** The folded text with everything blanked that is not the article's own words, so that offsets stay. */
function readable(folded: string, lines: readonly Line[]): { source: string; unread: number } {
  let unread = 0;
  const blank = (run: string): string => {
    unread += 1;
    return ' '.repeat(run.length);
  };
  const pieces: string[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const own = OWN_KINDS.has(line.kind);
    pieces.push(
      ' '.repeat(line.start - at),
      own ? folded.slice(line.start, line.end).replace(UNREAD, blank) : ' '.repeat(line.end - line.start),
    );
    // Between two pieces of one line there may be no room for its end.
    const isApart = lines[index + 1]?.start !== line.end;
    if (isApart && line.end < folded.length) pieces.push('\n');
    at = line.end + (isApart ? 1 : 0);
  }
  return { source: pieces.join(''), unread };
}

interface RawTokens {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly tag: readonly number[];
  /** Token indices at which the model starts a sentence. */
  readonly breaks: ReadonlySet<number>;
}

const TAG_INDEX = new Map<string, number>(TAGS.map((tag, index) => [tag, index]));

function tokenize(source: string): RawTokens {
  const { nlp, its } = loadModel();
  const doc = nlp.readDoc(source);
  const all = doc.tokens();
  const values = all.out();
  const tags = all.out(its.pos) as string[];
  const spaces = all.out(its.precedingSpaces) as string[];
  const sentenceStarts = new Set(
    (doc.sentences().out(its.span) as unknown as [number, number][]).map(([first]) => first),
  );
  const start: number[] = [];
  const end: number[] = [];
  const tag: number[] = [];
  const breaks = new Set<number>();
  let at = 0;
  let pendingBreak = false;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? '';
    at += spaces[i]?.length ?? 0;
    // The model drops some odd spacing; a token is looked for where it must be, never past the next line of doubt.
    if (!source.startsWith(value, at)) {
      const found = source.indexOf(value, at);
      if (found >= 0) at = found;
    }
    pendingBreak ||= sentenceStarts.has(i);
    if (tags[i] !== 'SPACE' && value.trim() !== '') {
      if (pendingBreak) breaks.add(start.length);
      pendingBreak = false;
      pushToken(value, at, TAG_INDEX.get(tags[i] ?? 'X') ?? 0);
    }
    at += value.length;
  }
  return { start, end, tag, breaks };

  // Some hyphened words come whole ("non-aligned"), most in three: one way for all lets a phrase meet either.
  function pushToken(value: string, from: number, tagIndex: number): void {
    let rest = 0;
    for (
      let hyphen = value.indexOf('-', 1);
      hyphen > 0 && hyphen < value.length - 1;
      hyphen = value.indexOf('-', rest + 1)
    ) {
      push(from + rest, from + hyphen, tagIndex);
      push(from + hyphen, from + hyphen + 1, TAG_INDEX.get('PUNCT') ?? 0);
      rest = hyphen + 1;
    }
    push(from + rest, from + value.length, tagIndex);
  }

  function push(from: number, to: number, tagIndex: number): void {
    if (to <= from) return;
    start.push(from);
    end.push(to);
    tag.push(tagIndex);
  }
}

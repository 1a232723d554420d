import type { Part, Quotation, Sentence, Tokens } from './reading.js';

interface Unmended {
  readonly text: string;
  readonly tokens: Tokens;
  readonly parts: readonly Part[];
  readonly quotations: readonly Quotation[];
  /** Token indices at which the model starts a sentence. */
  readonly breaks: readonly number[];
}

// After these a full stop ends no sentence when a name or number follows.
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|st|gen|col|lt|sgt|capt|sen|rep|gov|pres|rev|hon|jr|sr|vs|no|art|fig|approx|dept|est|inc|ltd|co|corp|u\.s|u\.k|u\.n|e\.u|a\.m|p\.m|e\.g|i\.e|etc|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?$/i;

/** A unit written close behind a number, and an hour's half: their full stop may end a sentence as well. */
const UNIT = /^(?:k|m|mn|mln|bn|tn|km)\.$/i;
const HALF_DAY = /^[ap]\.m\.$/i;
/** What goes on behind "5 p.m.": a day, a month, a time zone. */
const GOES_ON =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|Eastern|Central|Pacific|Mountain|[A-Z]{2,4})$/;
/** "At 5 p.m. Mayor Lind left": an hour so near the start opens its sentence. */
const OPENING = 4;

/** News sentences stay under 120 words; what is longer is a list, or no sentences at all. */
const MOST_TOKENS_OF_A_SENTENCE = 400;

/**
 * Sentences from the model's breaks. A line always ends one; a break is taken back inside a name with a full stop
 * (`News.Az`), behind an abbreviation and before a small letter; a closing quotation mark belongs to the sentence it
 * closes. A run of words without a full stop is cut, so that no step over a sentence can take long.
 */
export function mendSentences({ text, tokens, parts, quotations, breaks }: Unmended): Sentence[] {
  const isBreak = new Uint8Array(tokens.start.length + 1);
  for (const index of breaks) isBreak[index] = 1;
  const closers = new Set(quotations.map((quotation) => quotation.last - 1));
  const sentences: Sentence[] = [];
  let first = 0;
  parts.forEach((part, partIndex) => {
    while (first < tokens.start.length && (tokens.start[first] ?? 0) < part.start) first += 1;
    for (let i = first; i < tokens.start.length && (tokens.start[i] ?? 0) < part.end; i += 1) {
      const next = i + 1;
      const partEnds = next >= tokens.start.length || (tokens.start[next] ?? Infinity) >= part.end;
      // A break right before a closing mark is moved behind it.
      const broken = isBreak[next] === 1 ? !closers.has(next) : closers.has(i) && isBreak[i] === 1;
      const tooLong = next - first >= MOST_TOKENS_OF_A_SENTENCE;
      if (!partEnds && !tooLong && !(broken && isTrueBreak(i)) && !endsByUnit(i)) continue;
      const start = tokens.start[first] ?? 0;
      sentences.push({
        first,
        last: next,
        start,
        end: (tokens.start[i] ?? 0) + (tokens.length[i] ?? 0),
        part: partIndex,
        kind: part.kind,
      });
      first = next;
    }
  });
  return sentences;

  function word(index: number): string {
    const start = tokens.start[index] ?? 0;
    return text.slice(start, start + (tokens.length[index] ?? 0));
  }

  /** "It cost $15m. Members voted", "It shut at 5 p.m. Residents left": the model takes the stop for the unit's own. */
  function endsByUnit(i: number): boolean {
    const unit = word(i);
    const next = word(i + 1);
    const start = tokens.start[i + 1] ?? 0;
    const isUnit = UNIT.test(unit);
    if (!(isUnit || HALF_DAY.test(unit)) || !/^\p{Lu}/u.test(next) || start === (tokens.start[i] ?? 0) + unit.length)
      return false;
    if (!/^\d/.test(word(i - 1))) return false;
    return isUnit || !(i - first < OPENING || GOES_ON.test(next) || word(i + 2) === 'time');
  }

  function isTrueBreak(i: number): boolean {
    const next = word(i + 1);
    const glued = (tokens.start[i + 1] ?? 0) === (tokens.start[i] ?? 0) + (tokens.length[i] ?? 0);
    if (glued && /^[\p{L}\p{N}]/u.test(next) && word(i).endsWith('.')) return false;
    if (/^\p{Ll}/u.test(next) && !/^[•\-–—]/.test(next)) return false;
    const last = word(i) === '.' ? word(i - 1) : word(i);
    return !(
      ABBREVIATION.test(last) &&
      /^[\p{Lu}\p{N}]/u.test(next) &&
      !/^(?:The|This|That|It|In|But|He|She|They|We|A|An|And|On|At|If|As|For)$/.test(next) &&
      word(i).endsWith('.')
    );
  }
}

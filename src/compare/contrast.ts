import { logOddsRatio, type Counted } from './contrast/log-odds.js';
import { openSearch, ownWords, phrasesIn, type SentenceWords, type Use } from './contrast/phrases.js';
import { wordsIn } from './document.js';
import type { OnTopic } from './on-topic.js';
import type { Contrast, Keyword } from './schema/contrast.js';
import { spanOf } from '../text/reading.js';

/** A word used once may be anyone's; what is used again, and in another sentence, was chosen twice. */
export const FEWEST_USES = 2;
/** A difference smaller than its own standard error is noise. */
export const LEAST_Z = 1;
/** A reader looks through this many; what follows is weaker. */
export const MOST_KEYWORDS = 8;

/** Places listed of one phrase; its count is of all. */
export const MOST_PLACES = 40;

/**
 * Words and phrases that set each document's passages apart from those of the others, or of a reference, which is then
 * left out; of one that is silent nothing is set apart. One document alone is set apart from nothing.
 */
export function contrastOf(documents: readonly OnTopic[], reference: string | null): Contrast {
  const columns = documents.map(columnOf);
  const phrases = new Set(columns.flatMap(({ onTopic }) => phrasesIn(onTopic, FEWEST_USES)));
  const search = openSearch(phrases);
  const pooled = new Map<string, number>();
  for (const column of columns) {
    search(column.all, (phrase, use) => {
      pooled.set(phrase, (pooled.get(phrase) ?? 0) + 1);
      if (!column.wordsBySentence.has(use.sentence)) return;
      const uses = column.uses.get(phrase);
      if (uses) uses.push(use);
      else column.uses.set(phrase, [use]);
    });
  }
  const poolWords = columns.reduce((sum, { analysis, all }) => sum + wordsOfAll(analysis, all), 0);
  const pool = (phrase: string): Counted => ({ count: pooled.get(phrase) ?? 0, words: poolWords });
  const given = columns.find(({ id, indices }) => id === reference && indices.length > 0);
  const compared = reference === null ? columns : given ? columns.filter((each) => each !== given) : [];
  return {
    reference,
    documents: compared.map((column) => {
      const others = given ? [given] : columns.filter((each) => each !== column);
      return { document: column.id, keywords: others.length === 0 ? [] : keywordsOf(column, others, pool) };
    }),
  };
}

interface Column extends OnTopic {
  readonly all: SentenceWords;
  readonly onTopic: SentenceWords;
  readonly words: number;
  readonly wordsBySentence: ReadonlyMap<number, number>;
  readonly uses: Map<string, Use[]>;
}

function columnOf(document: OnTopic): Column {
  const all = ownWords(document);
  const indices = new Set(document.indices);
  const onTopic = all.filter(({ index }) => indices.has(index));
  const wordsBySentence = new Map(
    onTopic.map((sentence) => [sentence.index, wordsOfAll(document.analysis, [sentence])]),
  );
  return { ...document, all, onTopic, words: wordsOfAll(document.analysis, onTopic), wordsBySentence, uses: new Map() };
}

type Pool = (phrase: string) => Counted;

function keywordsOf(column: Column, others: readonly Column[], pool: Pool): Keyword[] {
  const words = others.reduce((sum, other) => sum + other.words, 0);
  const apart = [...column.uses].flatMap(([phrase, uses]) => {
    if (new Set(uses.map(({ sentence }) => sentence)).size < FEWEST_USES) return [];
    const one = { count: uses.length, words: column.words };
    const other = {
      count: others.reduce((sum, { uses: theirs }) => sum + (theirs.get(phrase)?.length ?? 0), 0),
      words,
    };
    const odds = logOddsRatio(one, other, pool(phrase));
    return odds.z >= LEAST_Z ? [{ phrase, uses, one, other, odds }] : [];
  });
  const counts = new Map(apart.map(({ phrase, uses }) => [phrase, uses.length]));
  const folded = foldedInto(counts);
  return apart
    .filter(({ phrase }) => !folded.has(phrase))
    .sort((a, b) => b.odds.z - a.odds.z || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, MOST_KEYWORDS)
    .map(({ phrase, uses, one, other, odds }) => ({
      phrase: shown(column, uses),
      count: one.count,
      words: one.words,
      otherCount: other.count,
      otherWords: other.words,
      logOdds: round(odds.logOdds),
      low: round(odds.low),
      high: round(odds.high),
      z: round(odds.z),
      verdict: odds.low > 0 && holdsWithoutAny(phrase, column, others, one, other, pool(phrase)) ? 'holds' : 'too-few',
      places: uses.slice(0, MOST_PLACES).map(({ first, last }) => placeOf(column, first, last)),
    }));
}

/** Phrases of which every use lies in one longer phrase: used as often, they are never used without it. */
function foldedInto(counts: ReadonlyMap<string, number>): Set<string> {
  const folded = new Set<string>();
  for (const [phrase, count] of counts) {
    const forms = phrase.split(' ');
    for (let length = 1; length < forms.length; length += 1) {
      for (let first = 0; first + length <= forms.length; first += 1) {
        const part = forms.slice(first, first + length).join(' ');
        if (counts.get(part) === count) folded.add(part);
      }
    }
  }
  return folded;
}

/** Does the interval leave out zero still, whichever sentence of either side is taken away? The prior stays. */
function holdsWithoutAny(
  phrase: string,
  column: Column,
  others: readonly Column[],
  one: Counted,
  other: Counted,
  pool: Counted,
): boolean {
  const without = (side: Column, whole: Counted): Counted[] => {
    const used = new Map<number, number>();
    for (const { sentence } of side.uses.get(phrase) ?? []) used.set(sentence, (used.get(sentence) ?? 0) + 1);
    return [...side.wordsBySentence].map(([index, words]) => ({
      count: whole.count - (used.get(index) ?? 0),
      words: whole.words - words,
    }));
  };
  return (
    without(column, one).every((left) => logOddsRatio(left, other, pool).low > 0) &&
    others.every((side) => without(side, other).every((left) => logOddsRatio(one, left, pool).low > 0))
  );
}

/** The phrase as it stands most often; in small letters where both are as frequent. */
function shown(column: Column, uses: readonly Use[]): string {
  const counts = new Map<string, number>();
  for (const { first, last } of uses) {
    const { text } = placeOf(column, first, last);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? 1 : -1))[0]?.[0] ?? '';
}

function placeOf({ analysis: { reading } }: Column, first: number, last: number): Keyword['places'][number] {
  const { start, end } = spanOf(reading.tokens, first, last);
  return { start, end, text: reading.text.slice(start, end) };
}

function wordsOfAll({ reading: { forms, sentences } }: Column['analysis'], of: SentenceWords): number {
  return of.reduce((sum, { index }) => sum + wordsIn(forms, sentences[index]), 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}

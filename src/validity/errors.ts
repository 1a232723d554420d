import { MARK_FEATURES } from '../devices/lexicon/weights.js';
import type { Measure } from './measures.js';
import type { BabeLine, Data, NewsmtscLine, NytLine } from './data.js';
import type { Counted } from './parallax.js';
import { wordsOf } from './words.js';

/** What is left over, by kind and with counts, for a reader who asks where the marks fail. */
export function errorsByKind(
  { babe, nyt, newsmtsc }: Data,
  measures: readonly Measure[],
  counted: Counted,
): readonly string[] {
  const foundOf = (id: string): { gold: readonly number[]; found: readonly number[] } | undefined => {
    const measure = measures.find((each) => each.id === id);
    return measure && { gold: measure.gold, found: measure.found(measure.own) };
  };
  const [words, sentences, targets] = ['babe-words', 'babe-sentences', 'newsmtsc-targets'].map(foundOf);
  return [
    ...(babe && words ? wordErrors(babe, words, counted) : []),
    ...(babe && sentences ? [sentenceErrors(babe, sentences, counted)] : []),
    ...(nyt ? [toneErrors(nyt, counted)] : []),
    ...(newsmtsc && targets ? [targetErrors(newsmtsc, targets, counted)] : []),
  ];
}

interface Found {
  readonly gold: readonly number[];
  readonly found: readonly number[];
}

function wordErrors(lines: readonly BabeLine[], { gold, found }: Found, { marksOn }: Counted): string[] {
  let [unmarked, light] = [0, 0];
  const wrong = new Map<string, number>();
  let at = 0;
  for (const { text } of lines) {
    for (const marks of marksOn(text, wordsOf(text))) {
      const [isGold, isFound] = [gold[at] === 1, found[at] === 1];
      at += 1;
      if (isGold && !isFound) {
        if (marks.length === 0) unmarked += 1;
        else light += 1;
      }
      if (isGold || !isFound) continue;
      const kind = MARK_FEATURES.find((name) => marks.some((mark) => mark[name] > 0)) ?? 'other';
      wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
    }
  }
  const kinds = [...wrong].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  return [
    `BABE, words missed: ${unmarked} under no mark at all, ${light} under a mark that weighs too little.`,
    `BABE, words marked that nobody picked, by the mark: ${kinds.join('; ') || 'none'}.`,
  ];
}

function sentenceErrors(lines: readonly BabeLine[], { gold, found }: Found, { loadedTerms }: Counted): string {
  const missed = lines.filter((_, index) => gold[index] === 1 && found[index] === 0);
  const wrong = lines.filter((_, index) => gold[index] === 0 && found[index] === 1);
  const without = missed.filter(({ text }) => loadedTerms(text) === 0).length;
  const within = wrong.filter(({ text }) => loadedTerms(text) > 0).length;
  return (
    `BABE, sentences: ${missed.length} biased ones missed, ${without} of them without a loaded term; ` +
    `${wrong.length} others called loaded, ${within} of them for a loaded term, the rest for their manner.`
  );
}

/** From here on raters are of one mind that a sentence is good or bad. */
const CLEAR_RATING = 1;

function toneErrors(lines: readonly NytLine[], { toneWords, tone }: Counted): string {
  const clear = lines.filter(({ mean_sentiment }) => Math.abs(mean_sentiment) >= CLEAR_RATING);
  const without = clear.filter(({ text }) => toneWords(text) === 0).length;
  const turned = clear.filter(({ text, mean_sentiment }) => tone(text) * mean_sentiment < 0).length;
  return `NYT: of ${clear.length} sentences rated ${CLEAR_RATING} or more from neutral, ${without} have no tone word and ${turned} get the other sign.`;
}

/** Classes in the order of POLARITIES: negative, neutral, positive. */
const NEUTRAL = 1;

function targetErrors(lines: readonly NewsmtscLine[], { gold, found }: Found, { bearings }: Counted): string {
  let [silent, faint, overheard, turned] = [0, 0, 0, 0];
  lines.forEach(({ text, target_from: start, target_to: end }, index) => {
    const [right, given] = [gold[index], found[index]];
    if (right === given) return;
    if (right === NEUTRAL) overheard += 1;
    else if (given !== NEUTRAL) turned += 1;
    else if (bearings(text, { start, end }) === 0) silent += 1;
    else faint += 1;
  });
  return (
    `NewsMTSC: ${overheard} neutral targets given a tone; ${silent} toned ones where no word bears on them, ` +
    `${faint} where the words weigh too little, ${turned} given the other sign.`
  );
}

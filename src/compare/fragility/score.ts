import { toneOf } from '../../devices/sentiment.js';
import { countsForAuthor, isCounted } from '../disputes.js';
import type { ComparedDocument } from '../schema/document.js';
import type { Fragility } from '../schema/fragility.js';

export type ScoreId = Fragility['score'];

/** What a score is made of, sentence by sentence. */
export interface Score {
  readonly id: ScoreId;
  /** The sum of `above` over the sum of `below`, rounded as pages show it. */
  readonly value: number;
  readonly above: readonly number[];
  /** One a sentence for tone, its words for a rate. */
  readonly below: readonly number[];
  /** What each term adds, by sentence: all uses of one entry in the author's voice. */
  readonly terms: readonly Term[];
  readonly withQuoted: number;
  readonly round: (value: number) => number;
}

export interface Term {
  readonly words: string;
  /** Index of the first sentence that uses it. */
  readonly sentence: number;
  /** What the sum above loses without it. */
  readonly adds: number;
}

type Column = Pick<ComparedDocument, 'passages' | 'counts' | 'tone'>;

export function toneScore({ passages, tone }: Column): Score {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const valences = sentences.map(({ findings }) =>
    findings.flatMap((finding) => {
      const { entry, text, voice, valence } = finding;
      return valence !== null && voice === 'author' && isCounted(finding) ? [{ entry, text, valence }] : [];
    }),
  );
  const above = valences.map((each) => toneOf(each.map(({ valence }) => valence)));
  const terms = termsOf(valences, (entry, sentence) => {
    const rest = (valences[sentence] ?? []).filter((each) => each.entry !== entry);
    return (above[sentence] ?? 0) - toneOf(rest.map(({ valence }) => valence));
  });
  const round = (value: number): number => Math.round(value * 1000) / 1000 || 0;
  const below = sentences.map(() => 1);
  return {
    id: 'tone',
    value: ratio(above, below, round),
    above,
    below,
    terms,
    withQuoted: tone.withQuoted ?? 0,
    round,
  };
}

/** `below`: the words of each sentence. */
export function rateScore(id: Exclude<ScoreId, 'tone'>, { passages, counts }: Column, below: readonly number[]): Score {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const marks = sentences.map(({ findings }) =>
    findings.filter((finding) => finding.device === id && countsForAuthor(finding)),
  );
  const round = (value: number): number => Math.round(value * 10) / 10 || 0;
  const above = marks.map((each) => 100 * each.length);
  return {
    id,
    value: ratio(above, below, round),
    above,
    below,
    terms: termsOf(
      marks,
      (entry, sentence) => 100 * (marks[sentence] ?? []).filter((each) => each.entry === entry).length,
    ),
    withQuoted: counts.words === 0 ? 0 : round((100 * counts.marks[id].all) / counts.words),
    round,
  };
}

function ratio(above: readonly number[], below: readonly number[], round: Score['round']): number {
  const bottom = sum(below);
  return bottom > 0 ? round(sum(above) / bottom) : 0;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Of an entry's terms, those in use are named up to this many. */
const MOST_NAMED = 3;

function termsOf(
  uses: readonly (readonly { entry: string; text: string }[])[],
  adds: (entry: string, sentence: number) => number,
): Term[] {
  const terms = new Map<string, { sentence: number; adds: number; last: number; texts: Map<string, string> }>();
  uses.forEach((inSentence, sentence) => {
    for (const { entry, text } of inSentence) {
      const term = terms.get(entry) ?? { sentence, adds: 0, last: -1, texts: new Map<string, string>() };
      const small = text.toLowerCase();
      if (!term.texts.has(small)) term.texts.set(small, text);
      if (term.last !== sentence) term.adds += adds(entry, sentence);
      term.last = sentence;
      terms.set(entry, term);
    }
  });
  return [...terms.values()].map(({ sentence, adds: sum, texts }) => ({
    words: [...texts.values()].slice(0, MOST_NAMED).join(', ') + (texts.size > MOST_NAMED ? ' …' : ''),
    sentence,
    adds: sum,
  }));
}

/**
 * A compared sentence has its text and not its tokens; the document's words are shared out by the sentences' runs of
 * letters, so that their sum is the count that the page shows.
 */
export function wordsBySentence({ passages, counts: { words } }: Column): number[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const runs = sentences.map(({ text }) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length);
  const all = runs.reduce((sum, each) => sum + each, 0);
  return runs.map((each) => (all === 0 ? 0 : (words * each) / all));
}

import { loadLexicon, loadNames } from '../../corpus/compiled.js';
import { analyse } from '../../devices/analyse.js';
import type { Analysis } from '../../devices/analysis.js';
import { MARK_FEATURES, SENTENCE_FEATURES, TARGET_FEATURES } from '../../devices/lexicon/weights.js';
import { sentenceFeatures } from '../../devices/loadedness.js';
import { targetFeatures, type ToneLexicon } from '../../devices/target-tone.js';
import type { BabeLine, Data, NewsmtscLine, Polarity } from '../data.js';
import { markedWords } from '../marked-words.js';
import { macroF1, valueOf } from '../statistic.js';
import { liesIn, occurrencesOf, wordsOf } from '../words.js';
import { crossValidate } from './cross-validate.js';
import { classOf, fitLogistic, oddsOf, type Cases, type Fitted } from './logistic.js';

/** One fitted score: its weights, and what they are worth on the rows they were fitted on and on rows they were not. */
export interface FittedScore {
  readonly on: string;
  readonly names: readonly string[];
  readonly fitted: Fitted;
  /** Marks only: the log odds from which a mark counts. */
  readonly countsFrom?: number;
  readonly measure: string;
  readonly value: number;
  readonly crossValidated: number;
}

export interface FittedScores {
  readonly sentence: FittedScore | undefined;
  readonly mark: FittedScore | undefined;
  readonly target: FittedScore | undefined;
}

/** Fits what the data allows. Slow (a minute), and run by hand: the program reads its result. */
export function fitScores({ babe, newsmtsc }: Data): FittedScores {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const analysed: Analyse = (text) => analyse(text, lexicon, names);
  return {
    sentence: babe && fitSentences(babe, analysed),
    mark: babe && fitMarks(babe, analysed),
    target: newsmtsc && fitTargets(newsmtsc, analysed, lexicon),
  };
}

type Analyse = (text: string) => Analysis;

function fitSentences(lines: readonly BabeLine[], analysed: Analyse): FittedScore {
  const cases: Cases = {
    features: lines.map(({ text }) => {
      const analysis = analysed(text);
      const [whole] = sentenceFeatures(analysis, [{ first: 0, last: analysis.reading.forms.length }]);
      return SENTENCE_FEATURES.map((name) => whole?.[name] ?? 0);
    }),
    classes: lines.map(({ label }) => label),
  };
  const fit = (of: Cases): Fitted => fitLogistic(of, 2, [1, 1]);
  const worth = (found: readonly number[]): number => valueOf(macroF1(2), cases.classes, found);
  const fitted = fit(cases);
  return {
    on: `${lines.length} sentences of BABE`,
    names: SENTENCE_FEATURES,
    fitted,
    measure: 'macro-F1',
    value: worth(cases.features.map((row) => classOf(fitted, row))),
    crossValidated: worth(
      crossValidate(
        cases,
        lines.map((_, index) => index),
        fit,
        classOf,
      ),
    ),
  };
}

/** Words under a mark are the cases; a biased word under none is a miss that no weight can mend, and counts as one. */
function fitMarks(lines: readonly BabeLine[], analysed: Analyse): FittedScore {
  const features: number[][] = [];
  const classes: number[] = [];
  const sentence: number[] = [];
  let gold = 0;
  lines.forEach(({ text, biased_words }, index) => {
    const words = wordsOf(text);
    const isGold = liesIn(
      words,
      biased_words.flatMap((word) => occurrencesOf(word, text)),
    );
    gold += isGold.filter(Boolean).length;
    markedWords(analysed(text).findings, words).forEach((marks, at) => {
      if (marks.length === 0) return;
      features.push(MARK_FEATURES.map((name) => Math.max(...marks.map((mark) => mark[name]))));
      classes.push(isGold[at] === true ? 1 : 0);
      sentence.push(index);
    });
  });
  const cases = { features, classes };
  const fit = (of: Cases): { fitted: Fitted; from: number } => {
    const fitted = fitLogistic(of, 2, [1, 1]);
    const share = of.classes.length / cases.classes.length;
    return { fitted, from: bestThreshold(of, fitted, gold * share) };
  };
  const counts = ({ fitted, from }: { fitted: Fitted; from: number }, row: readonly number[]): number =>
    (oddsOf(fitted, row)[1] ?? 0) >= from ? 1 : 0;
  const worth = (found: readonly number[]): number => f1(classes, found, gold);
  const { fitted, from } = fit(cases);
  return {
    on: `${classes.length} marked words in ${lines.length} sentences of BABE`,
    names: MARK_FEATURES,
    fitted,
    countsFrom: from,
    measure: 'token F1',
    value: worth(features.map((row) => counts({ fitted, from }, row))),
    crossValidated: worth(crossValidate(cases, sentence, fit, counts)),
  };
}

function f1(classes: readonly number[], found: readonly number[], gold: number): number {
  const marked = found.reduce((sum, each) => sum + each, 0);
  const hits = classes.reduce((sum, each, index) => sum + each * (found[index] ?? 0), 0);
  return marked + gold === 0 ? 0 : (2 * hits) / (marked + gold);
}

/** Steps of the threshold: finer ones fit the noise. */
const THRESHOLDS = Array.from({ length: 31 }, (_, step) => -3 + step / 10);

function bestThreshold({ features, classes }: Cases, fitted: Fitted, gold: number): number {
  const odds = features.map((row) => oddsOf(fitted, row)[1] ?? 0);
  const worth = (from: number): number =>
    f1(
      classes,
      odds.map((each) => (each >= from ? 1 : 0)),
      gold,
    );
  return THRESHOLDS.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

function fitTargets(lines: readonly NewsmtscLine[], analysed: Analyse, lexicon: ToneLexicon): FittedScore {
  const texts = new Map([...new Set(lines.map(({ text }) => text))].map((text, index) => [text, index]));
  // The neutral class comes first: the others' odds are against it.
  const order = ['neutral', 'negative', 'positive'] as const satisfies readonly Polarity[];
  const cases: Cases = {
    features: lines.map(({ text, target_from: start, target_to: end }) => {
      const { features } = targetFeatures(analysed(text), { start, end }, lexicon);
      return TARGET_FEATURES.map((name) => features[name]);
    }),
    classes: lines.map(({ polarity }) => order.indexOf(polarity)),
  };
  // Rare classes weigh more, but only by the root: in full, too much that is neutral would be heard as praise.
  const weightOf = order.map((_, each) =>
    Math.sqrt(lines.length / order.length / Math.max(1, cases.classes.filter((one) => one === each).length)),
  );
  const fit = (of: Cases): Fitted => fitLogistic(of, order.length, weightOf);
  const worth = (found: readonly number[]): number => valueOf(macroF1(order.length), cases.classes, found);
  const fitted = fit(cases);
  const sentence = lines.map(({ text }) => texts.get(text) ?? 0);
  return {
    on: `${lines.length} targets of NewsMTSC`,
    names: TARGET_FEATURES,
    fitted,
    measure: 'macro-F1',
    value: worth(cases.features.map((row) => classOf(fitted, row))),
    crossValidated: worth(crossValidate(cases, sentence, fit, classOf)),
  };
}

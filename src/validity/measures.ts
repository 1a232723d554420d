import { POLARITIES, type BabeLine, type Data, type NewsmtscLine, type NytLine, type Polarity } from './data.js';
import type { Marker } from './marker.js';
import type { ParallaxMarkers } from './parallax.js';
import { PUBLISHED, type Published } from './published.js';
import { F1, macroF1, PEARSON, type Statistic } from './statistic.js';
import { liesIn, occurrencesOf, wordsOf } from './words.js';

/** One thing to measure: what people said of each item, and what a marker says of the same items. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly data: string;
  readonly statistic: Statistic;
  readonly items: string;
  /** Gold values: classes from 0, or numbers for a correlation. */
  readonly gold: readonly number[];
  /** Each item's sentence, from 0. */
  readonly sentence: readonly number[];
  readonly own: Marker;
  readonly found: (marker: Marker) => number[];
  /** Whether class 1 is a mark and class 0 none, so that marks can be counted. */
  readonly marks: boolean;
  /** The class that says the same of everything; undefined where that has no meaning. */
  readonly everything: number | undefined;
  readonly published: Published;
}

/** The measures that the data allows, and what a reader of their figures must know. */
export function measuresOf(
  { babe, nyt, newsmtsc }: Data,
  { shown, weighed }: ParallaxMarkers,
): { measures: Measure[]; notes: string[] } {
  const measures: Measure[] = [];
  const notes: string[] = [];
  if (babe) {
    const { measure, unplaced, picked } = biasedWords(babe, weighed);
    const sentences = biasedSentences(babe, weighed);
    measures.push(
      { ...measure, id: 'babe-words', name: 'marks on biased words' },
      { ...measure, id: 'babe-words-shown', name: 'every loaded term and distancing mark', own: shown },
      { ...sentences, id: 'babe-sentences', name: 'sentence called loaded' },
      { ...sentences, id: 'babe-sentences-shown', name: 'sentence with any such mark', own: shown },
    );
    notes.push(`Of BABE’s ${picked} biased words, ${unplaced} stand nowhere in their sentence and count neither way.`);
  }
  if (nyt) measures.push(sentenceTone(nyt, weighed));
  if (newsmtsc) {
    measures.push(targetTone(newsmtsc, weighed));
    notes.push('AFINN and VADER know no target: each target gets the tone of its whole sentence.');
  }
  return { measures, notes };
}

type Unnamed = Omit<Measure, 'id' | 'name'>;

/** A word is gold if it lies in an occurrence of a biased word: of every occurrence, since none is singled out. */
function biasedWords(lines: readonly BabeLine[], own: Marker): { measure: Unnamed; unplaced: number; picked: number } {
  let unplaced = 0;
  let picked = 0;
  const cut = lines.map(({ text, biased_words }) => {
    const places = biased_words.map((word) => occurrencesOf(word, text));
    unplaced += places.filter(({ length }) => length === 0).length;
    picked += places.length;
    const words = wordsOf(text);
    return { text, words, gold: liesIn(words, places.flat()) };
  });
  const measure: Unnamed = {
    data: 'BABE, words',
    statistic: { ...F1, name: 'token F1' },
    items: 'words',
    gold: cut.flatMap(({ gold }) => gold.map(Number)),
    sentence: cut.flatMap(({ words }, index) => words.map(() => index)),
    own,
    found: (marker) => cut.flatMap(({ text, words }) => marker.flags(text, words).map(Number)),
    marks: true,
    everything: 1,
    published: PUBLISHED.words,
  };
  return { measure, unplaced, picked };
}

function biasedSentences(lines: readonly BabeLine[], own: Marker): Unnamed {
  return {
    data: 'BABE, sentences',
    statistic: macroF1(2),
    items: 'sentences',
    gold: lines.map(({ label }) => label),
    sentence: lines.map((_, index) => index),
    own,
    found: (marker) => lines.map(({ text }) => Number(marker.isLoaded(text))),
    marks: true,
    everything: 1,
    published: PUBLISHED.sentences,
  };
}

function sentenceTone(lines: readonly NytLine[], own: Marker): Measure {
  return {
    id: 'nyt-tone',
    name: 'tone against human mean',
    data: 'NYT editorial sentences',
    statistic: PEARSON,
    items: 'sentences',
    gold: lines.map(({ mean_sentiment }) => mean_sentiment),
    sentence: lines.map((_, index) => index),
    own,
    found: (marker) => lines.map(({ text }) => marker.tone(text)),
    marks: false,
    everything: undefined,
    published: PUBLISHED.tone,
  };
}

function targetTone(lines: readonly NewsmtscLine[], own: Marker): Measure {
  const classOf = (polarity: Polarity): number => POLARITIES.indexOf(polarity);
  const sentences = new Map([...new Set(lines.map(({ text }) => text))].map((text, index) => [text, index]));
  return {
    id: 'newsmtsc-targets',
    name: 'tone towards a target',
    data: 'NewsMTSC',
    statistic: macroF1(POLARITIES.length),
    items: 'targets',
    gold: lines.map(({ polarity }) => classOf(polarity)),
    sentence: lines.map(({ text }) => sentences.get(text) ?? 0),
    own,
    found: (marker) =>
      lines.map(({ text, target_from: start, target_to: end }) => classOf(marker.towards(text, { start, end }))),
    marks: false,
    everything: classOf('neutral'),
    published: PUBLISHED.targets,
  };
}

import { loadLexicon, loadNames } from '../corpus/compiled.js';
import { analyse } from '../devices/analyse.js';
import type { Analysis, Finding } from '../devices/analysis.js';
import { loadednessOf, markOdds } from '../devices/loadedness.js';
import { toneOf } from '../devices/sentiment.js';
import { targetTone } from '../devices/target-tone.js';
import type { MarkFeature } from '../devices/lexicon/weights.js';
import type { Span } from '../text/span.js';
import { markedWords } from './marked-words.js';
import type { Marker } from './marker.js';
import { liesIn } from './words.js';

/** Parallax as its pages mark, and as its fitted weights do. */
export interface ParallaxMarkers {
  /** Every loaded term and every distancing mark counts, and one of them makes a sentence loaded. */
  readonly shown: Marker;
  /** Marks and sentences as `lexicon/weights.yaml` weighs them. */
  readonly weighed: Marker;
  readonly counted: Counted;
}

/** What an account of the errors looks at. */
export interface Counted {
  readonly marksOn: (
    text: string,
    words: readonly Span[],
  ) => readonly (readonly Readonly<Record<MarkFeature, number>>[])[];
  readonly loadedTerms: (text: string) => number;
  readonly toneWords: (text: string) => number;
  readonly tone: (text: string) => number;
  readonly bearings: (text: string, target: Span) => number;
}

/** A sentence counts as loaded from here on: even odds. */
const LOADED = 0.5;

/** Each text is analysed as the command line does, in all voices: who annotated did not part them either. */
export function openParallax(): ParallaxMarkers {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const { weights } = lexicon.tone;
  const analysed = lastKept((text) => analyse(text, lexicon, names));
  const tone: Marker['tone'] = (text) =>
    toneOf(analysed(text).findings.flatMap(({ valence }) => (valence === undefined ? [] : [valence])));
  const towards: Marker['towards'] = (text, target) => targetTone(analysed(text), target, lexicon).label;
  const shown = (text: string): Finding[] => analysed(text).findings.filter(isShown);
  return {
    shown: {
      flags: (text, words) => liesIn(words, shown(text)),
      isLoaded: (text) => shown(text).length > 0,
      tone,
      towards,
    },
    weighed: {
      flags: (text, words) =>
        markedWords(analysed(text).findings, words).map(
          (marks) => marks.length > 0 && markOdds(marks, weights) >= weights.mark.countsFrom,
        ),
      isLoaded: (text) => {
        const analysis = analysed(text);
        const [score = 0] = loadednessOf(analysis, weights, [{ first: 0, last: analysis.reading.forms.length }]);
        return score >= LOADED;
      },
      tone,
      towards,
    },
    counted: {
      marksOn: (text, words) => markedWords(analysed(text).findings, words),
      loadedTerms: (text) => analysed(text).findings.filter(({ device }) => device === 'loaded-terms').length,
      toneWords: (text) => analysed(text).findings.filter(({ valence }) => valence !== undefined).length,
      tone,
      bearings: (text, target) => targetTone(analysed(text), target, lexicon).because.length,
    },
  };
}

function isShown({ device }: Finding): boolean {
  return device === 'loaded-terms' || device === 'distancing';
}

/** Rows of one text follow one another; analyses of all texts together would not be small. */
function lastKept(make: (text: string) => Analysis): (text: string) => Analysis {
  let last: { readonly text: string; readonly analysis: Analysis } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, analysis: make(text) };
    return last.analysis;
  };
}

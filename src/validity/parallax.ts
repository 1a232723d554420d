import { loadLexicon, loadNames } from '../corpus/compiled.js';
import { analyse } from '../devices/analyse.js';
import type { Finding } from '../devices/analysis.js';
import { toneOf } from '../devices/sentiment.js';
import type { Span } from '../text/span.js';
import type { Marker } from './marker.js';
import { liesIn } from './words.js';

/** Parallax with the devices that mark a choice of words, alone and together with doubtful attribution. */
export interface ParallaxMarkers {
  /** Loaded terms and distancing. */
  readonly plain: Marker;
  /** Those, and attribution marks whose verb doubts, faults or attacks the speaker. */
  readonly withStance: Marker;
}

/** What the measures need of an analysis; whole analyses of all sentences would not be small. */
interface Marked {
  readonly plain: readonly Span[];
  readonly withStance: readonly Span[];
  readonly tone: number;
}

/** Each text is analysed once as the command line does, in all voices: who annotated did not part them either. */
export function openParallax(): ParallaxMarkers {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const known = new Map<string, Marked>();
  const marksIn = (text: string): Marked => {
    let marked = known.get(text);
    if (!marked) {
      marked = markedBy(analyse(text, lexicon, names).findings);
      known.set(text, marked);
    }
    return marked;
  };
  const marker = (kind: 'plain' | 'withStance'): Marker => ({
    flags: (text, words) => liesIn(words, marksIn(text)[kind]),
    tone: (text) => marksIn(text).tone,
  });
  return { plain: marker('plain'), withStance: marker('withStance') };
}

function markedBy(findings: readonly Finding[]): Marked {
  const spans = (wanted: (finding: Finding) => boolean): Span[] =>
    findings.filter(wanted).map(({ start, end }) => ({ start, end }));
  return {
    plain: spans(isChoice),
    withStance: spans((finding) => isChoice(finding) || takesStance(finding)),
    tone: toneOf(findings.flatMap(({ valence }) => (valence === undefined ? [] : [valence]))),
  };
}

function isChoice({ device }: Finding): boolean {
  return device === 'loaded-terms' || device === 'distancing';
}

function takesStance({ device, entry: { stance } }: Finding): boolean {
  return device === 'attribution' && (stance === 'doubt' || stance === 'fault' || stance === 'hostile');
}

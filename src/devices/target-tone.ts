import type { Inflect } from '../text/inflect.js';
import { sentenceAt, spanOf, tagAt, type Reading, type Sentence } from '../text/reading.js';
import type { Span } from '../text/span.js';
import type { Analysis, Finding } from './analysis.js';
import { TARGET_FEATURES, type TargetFeature, type Weights } from './lexicon/weights.js';
import type { ToneRules } from './lexicon/tone-rules.js';
import { valenceHere } from './sentiment/valence.js';
import { clausesIn } from './target/chunks.js';
import { headOf, mentionsOf, tokensOf, type Range } from './target/mentions.js';
import { relations, RELATIONS, type Relation } from './target/relation.js';

/** A word that bears on a target: its span, its tone there (−5 … +5), and how it bears on it. */
export interface Bearing extends Span {
  readonly text: string;
  readonly valence: number;
  readonly why: string;
}

/** How a sentence speaks of a target: −1 … +1, and the words that make it so, in text order. */
export interface TargetTone {
  readonly tone: number;
  readonly label: 'negative' | 'neutral' | 'positive';
  readonly because: readonly Bearing[];
}

/** The lexicon's part in it. */
export interface ToneLexicon {
  readonly tone: ToneRules;
  readonly inflect: Inflect;
}

/**
 * The tone towards what stands at a span: of the words of its sentence, those that bear on it closely weigh more
 * (Hamborg & Donnay 2021 give the task). Tone words, loaded terms with their side and strength, and deeds and facts that
 * speak for or against whoever has a part in them. Three-way logistic, with the weights of `lexicon/weights.yaml`; 0 and
 * neutral where no word bears on it. Costs its sentence, not its text.
 */
export function targetTone(analysis: Analysis, span: Span, lexicon: ToneLexicon): TargetTone {
  const { features, because } = targetFeatures(analysis, span, lexicon);
  const { bad, good } = oddsOf(features, lexicon.tone.weights.target);
  if (because.length === 0) return { tone: 0, label: 'neutral', because };
  const all = 1 + Math.exp(bad) + Math.exp(good);
  const tone = Math.round((1000 * (Math.exp(good) - Math.exp(bad))) / all) / 1000 || 0;
  if (bad > 0 && bad >= good) return { tone, label: 'negative', because };
  return { tone, label: good > 0 ? 'positive' : 'neutral', because };
}

function oddsOf(
  features: Readonly<Record<TargetFeature, number>>,
  { start, weights }: Weights['target'],
): { bad: number; good: number } {
  let [bad, good] = start;
  for (const name of TARGET_FEATURES) {
    bad += weights[name][0] * features[name];
    good += weights[name][1] * features[name];
  }
  return { bad, good };
}

/** What the weights weigh, and the words it comes from. */
export function targetFeatures(
  analysis: Analysis,
  { start, end }: Span,
  lexicon: ToneLexicon,
): { features: Record<TargetFeature, number>; because: Bearing[] } {
  const { reading } = analysis;
  const features = Object.fromEntries(TARGET_FEATURES.map((name) => [name, 0])) as Record<TargetFeature, number>;
  const target = tokensOf(reading, start, end);
  const sentence = reading.sentences[sentenceAt(reading.sentences, target[0])];
  if (!sentence || target[1] <= target[0] || target[0] >= sentence.last) return { features, because: [] };
  const findings = findingsIn(analysis, sentence);
  const head = headOf(reading, target);
  const ownWords = wordsOf(analysis, sentence, head);
  const mentions = mentionsOf(reading, sentence, target);
  const relationOf = relations({ reading, clauses: clausesIn(reading, sentence), mentions, ownWords });
  const saying = new Set(findings.flatMap(({ device, first }) => (device === 'attribution' ? [first] : [])));
  const bearing = chargedWords(reading, sentence, target, findings, lexicon).map((word) => {
    const relation = relationOf(word.first, word.last);
    return { ...word, relation: relation === 'deed' && saying.has(word.first) ? 'says' : relation } as const;
  });
  const onIt = bearing.reduce((sum, { relation, valence }) => sum + (NEARNESS[relation] === 'on it' ? valence : 0), 0);
  for (const { valence, relation } of bearing) {
    const nearness = NEARNESS[relation];
    const share = nearness !== 'on it' && valence * onIt < 0 ? OTHERWISE : 1;
    features[`${valence > 0 ? 'good' : 'bad'}, ${nearness}`] += Math.abs(valence) * share;
  }
  for (const name of SUMS) features[name] /= Math.sqrt(features[name] ** 2 + SPREAD);
  for (const { entry, speaker } of findings.filter(({ device }) => device === 'attribution').map(speechOf)) {
    const stance = STANCE_FEATURES.get(entry.stance ?? 'private');
    if (stance && names(speaker, head)) features[stance] = 1;
  }
  if (findings.some(({ device }) => device === 'distancing')) features.distancing = 1;
  features['named late'] = (target[0] - sentence.first) / (sentence.last - sentence.first);
  const because = bearing.map(({ first, last, valence, relation }) => {
    const span = spanOf(reading.tokens, first, last);
    return { ...span, text: reading.text.slice(span.start, span.end), valence, why: RELATIONS[relation] };
  });
  return { features, because };

  function speechOf({ entry, first }: Finding): { entry: Finding['entry']; speaker: string | undefined } {
    return { entry, speaker: analysis.speech.find(({ cue }) => cue.first === first)?.speaker };
  }
}

/** Twelve relations in four grades: their weights, fitted apart, did not differ within a grade. */
const NEARNESS = {
  describes: 'on it',
  possessed: 'on it',
  predicated: 'on it',
  deed: 'on it',
  object: 'on it',
  undergone: 'on it',
  about: 'on it',
  cause: 'near',
  clause: 'near',
  near: 'near',
  far: 'far',
  another: 'far',
  says: 'in its words',
  'own words': 'in its words',
} as const satisfies Record<Relation, string>;

/** What says otherwise than the words on the target is more likely about somebody else, and counts half. */
const OTHERWISE = 0.5;

const SUMS = TARGET_FEATURES.filter((name) => name.startsWith('good') || name.startsWith('bad'));
/** A plain word (2) makes two thirds of all that a sum can weigh, two make nine tenths. */
const SPREAD = 5;

const STANCE_FEATURES = new Map<string, TargetFeature>([
  ['neutral', 'saying, neutral'],
  ['doubt', 'saying, doubted'],
  ['fault', 'saying, at fault'],
  ['hostile', 'saying, hostile'],
]);

/** What is reported of the target: it is about something else, more often than not. */
function wordsOf({ voices }: Analysis, { first, last }: Sentence, head: string | undefined): Range[] {
  return voices
    .filter((voice) => voice.first < last && first < voice.last && names(voice.speaker, head))
    .map((voice) => [voice.first, voice.last]);
}

function names(speaker: string | undefined, head: string | undefined): boolean {
  return (
    speaker !== undefined &&
    head !== undefined &&
    speaker
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(head)
  );
}

/** Findings are in text order; by bisection to the sentence's first. */
function findingsIn({ findings }: Analysis, { start, end }: Sentence): Finding[] {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Finding[] = [];
  for (let i = low; i < findings.length; i += 1) {
    const finding = findings[i];
    if (!finding || finding.start >= end) break;
    inside.push(finding);
  }
  return inside;
}

interface Charged {
  readonly first: number;
  readonly last: number;
  readonly valence: number;
}

/** A loaded term says more of an actor than of a sentence's mood, in which half its strength counts: here 0.7 of it. */
const LOADED_SHARE = 1.4;
/** A deed or fact speaks half as much as a word that rates. */
const DEED_SHARE = 0.5;

/** Words with a tone, a side or a bearing, outside the target's own name; of one place the sum. */
function chargedWords(
  reading: Reading,
  { first, last }: Sentence,
  target: Range,
  findings: readonly Finding[],
  { tone, inflect }: ToneLexicon,
): Charged[] {
  const charged = new Map<number, Charged>();
  const add = (from: number, to: number, valence: number): void => {
    if (from >= target[0] && from < target[1]) return;
    const there = charged.get(from);
    charged.set(from, {
      first: from,
      last: Math.max(to, there?.last ?? 0),
      valence: Math.round(100 * (valence + (there?.valence ?? 0))) / 100,
    });
  };
  for (const finding of findings) {
    if (finding.valence === undefined) continue;
    const share = finding.device === 'loaded-terms' ? LOADED_SHARE : 1;
    add(finding.first, finding.last, finding.valence * share);
  }
  const ratings = deedRatings(tone, inflect);
  for (let i = first; i < last; i += 1) {
    const pos = POS[tagAt(reading.tokens, i)];
    const rating = pos === undefined ? undefined : ratings.get(`${pos} ${reading.forms[i] ?? ''}`);
    if (rating !== undefined) add(i, i + 1, valenceHere(reading, tone, i, rating).valence * DEED_SHARE);
  }
  return [...charged.values()].filter(({ valence }) => valence !== 0).sort((a, b) => a.first - b.first);
}

const POS: Readonly<Record<string, 'noun' | 'verb' | 'adj'>> = { VERB: 'verb', AUX: 'verb', NOUN: 'noun', ADJ: 'adj' };

const opened = new WeakMap<ToneRules, ReadonlyMap<string, number>>();

/** Ratings by part of speech and form, made when the first target asks. */
function deedRatings(tone: ToneRules, inflect: Inflect): ReadonlyMap<string, number> {
  let ratings = opened.get(tone);
  if (!ratings) {
    const made = new Map<string, number>();
    for (const { rating, pos, words } of tone.deeds)
      for (const word of words)
        for (const form of inflect(word, pos)) if (!made.has(`${pos} ${form}`)) made.set(`${pos} ${form}`, rating);
    ratings = made;
    opened.set(tone, ratings);
  }
  return ratings;
}

import { tagAt } from '../text/reading.js';
import { voiceByToken } from '../text/voice.js';
import type { Analysis, Finding } from './analysis.js';
import {
  MARK_FEATURES,
  SENTENCE_FEATURES,
  type MarkFeature,
  type SentenceFeature,
  type Weights,
} from './lexicon/weights.js';

/**
 * How loaded each sentence is, 0 … 1: from ½ on, annotators would rather call it biased than not. A logistic sum of a
 * few counts, with the weights of `lexicon/weights.yaml`. It judges the wording, in all voices; never the outlet.
 */
export function loadednessOf(
  analysis: Analysis,
  { sentence: { start, weights } }: Weights,
  stretches: readonly Stretch[] = analysis.reading.sentences,
): number[] {
  return sentenceFeatures(analysis, stretches).map((features) => {
    let odds = start;
    for (const name of SENTENCE_FEATURES) odds += weights[name] * features[name];
    return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
  });
}

/** Tokens `[first, last)`: a sentence, or what an annotator took for one. In text order, without overlaps. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Each sentence's features. Counts enter as log(1 + count): the second loaded word tells less than the first. */
export function sentenceFeatures(
  { reading, findings, voices }: Analysis,
  stretches: readonly Stretch[] = reading.sentences,
): Record<SentenceFeature, number>[] {
  const { tokens, forms } = reading;
  const voiceAt = voiceByToken(voices, forms.length);
  let next = 0;
  return stretches.map(({ first, last }) => {
    const count = zeros(SENTENCE_FEATURES);
    for (; next < findings.length && (findings[next]?.first ?? last) < last; next += 1) {
      const finding = findings[next];
      if (finding && finding.first >= first) addFinding(count, finding);
    }
    let words = 0;
    let ofOthers = 0;
    for (let i = first; i < last; i += 1) {
      const form = forms[i] ?? '';
      const tag = tagAt(tokens, i);
      if (WORD.test(form)) words += 1;
      if (voiceAt[i]) ofOthers += 1;
      if (tag === 'NUM') count.numbers += 1;
      if (tag === 'ADV') count.adverbs += 1;
      if (ADDRESS.test(form)) count.address += 1;
      if (form === '?' || form === '!') count['question or exclamation'] = 1;
    }
    count.length = words;
    for (const name of COUNTS) count[name] = Math.log1p(count[name]);
    count.tone /= Math.sqrt(count.tone * count.tone + TONE_SPREAD);
    count['words of others'] = last > first ? ofOthers / (last - first) : 0;
    return count;
  });
}

const WORD = /^[\p{L}\p{N}]/u;
/** Writer and reader in the text: comment speaks to somebody, a report does not. */
const ADDRESS = /^(?:we|us|our|you|your|i|my)$/;
/** A plain tone word (2) makes 0.6 of all that tone can add, three make 0.9. */
const TONE_SPREAD = 6;

const COUNTS = [
  'loaded, mild',
  'loaded, plain',
  'loaded, strong',
  'distancing',
  'neutral saying',
  'certainty',
  'length',
  'numbers',
  'address',
  'adverbs',
] as const satisfies readonly SentenceFeature[];

const LOADED = ['loaded, mild', 'loaded, plain', 'loaded, strong'] as const;
const loadedBy = (strength: number): (typeof LOADED)[number] => LOADED[strength - 1] ?? 'loaded, plain';

function addFinding(count: Record<SentenceFeature, number>, { device, entry, valence = 0 }: Finding): void {
  if (device === 'loaded-terms') count[loadedBy(entry.strength)] += 1;
  else if (device === 'distancing') count.distancing += 1;
  else if (device === 'sentiment') count.tone += Math.abs(valence);
  else if (device === 'attribution' && entry.stance === 'neutral') count['neutral saying'] += 1;
  else if (device === 'certainty' && VOUCHES.has(entry.category)) count.certainty += 1;
}

/** Of the words of certainty those that vouch; hedges and words of evidence do not load a sentence. */
const VOUCHES = new Set(['booster', 'generalisation', 'presupposition']);

/** What of a mark tells whether a reader would call its words biased; undefined where the kind of mark never does. */
export function markFeatures({ device, entry, voice, first, last }: Finding): Record<MarkFeature, number> | undefined {
  const features = zeros(MARK_FEATURES);
  if (device === 'loaded-terms') features[loadedBy(entry.strength)] = 1;
  else if (device === 'sentiment')
    features[entry.direction === 'for' ? 'good tone' : 'bad tone'] = Math.abs(entry.valence ?? 0) / PLAIN_RATING;
  else if (device === 'attribution' && entry.stance === 'doubt') features['doubting verb'] = 1;
  else if (device === 'distancing' && entry.structural !== true) features['hearsay or so-called'] = 1;
  else return undefined;
  if (last - first > 1) features['one of several words'] = 1;
  if (voice === 'reported') features['in a report'] = 1;
  else if (voice !== 'author') features['in quotation marks'] = 1;
  return features;
}

/** Most tone words rate 2 or 3; a rating of 3 counts as one. */
const PLAIN_RATING = 3;

/** The log odds that a reader would call the words under these marks biased: of each feature the most of any mark. */
export function markOdds(marks: readonly Record<MarkFeature, number>[], { mark: { start, weights } }: Weights): number {
  let odds = start;
  for (const name of MARK_FEATURES) odds += weights[name] * Math.max(0, ...marks.map((mark) => mark[name]));
  return odds;
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

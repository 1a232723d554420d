import { sentenceAt, tagAt, type Reading, type Sentence } from '../text/reading.js';
import type { Device, Evidence, Mark, TermMatch } from './device.js';
import type { ToneRules } from './lexicon/tone-rules.js';

/**
 * Valence words of AFINN-165 (Nielsen 2011), read as VADER's rules suggest (Hutto & Gilbert 2014): degree words
 * before them scale them, a negation in the same clause turns and weakens them, what follows a "but" weighs more.
 */
export const sentiment: Device = {
  id: 'sentiment',
  letter: 'S',
  name: 'Tone words',
  about: 'Words of good or bad tone, whose sum is a sentence’s tone.',
  limit: 'Tone is not stance: a harsh sentence may defend, a kind one accuse. News words such as “war” count nothing.',
  sources: ['nielsen2011', 'hutto2014', 'bestvater2022', 'vanatteveldt2021'],
  find: (evidence) => evidence.terms.flatMap((term) => mark(evidence, term)),
};

/** Negation reaches this many words ahead within its clause ("not a very good idea"). */
const NEGATION_REACH = 4;
/** A negated word keeps three quarters of its strength on the other side (Hutto & Gilbert measured 0.74). */
const NEGATION_FACTOR = -0.74;
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;
/** What may or would be weighs less than what is. */
const IRREALIS_FACTOR = 0.7;
const MOST_VALENCE = 5;

function mark({ reading, tone, inName }: Evidence, { entry, first, last }: TermMatch): Mark[] {
  if (entry.valence === undefined || inName[first] === 1) return [];
  const sentence = reading.sentences[sentenceAt(reading.sentences, first)];
  if (!sentence) return [];
  const rules = ruleSets(tone);
  const because: string[] = [];
  let valence = entry.valence;
  const scale = degreeBefore(reading, sentence, first, rules);
  if (scale !== 1) {
    valence *= scale;
    because.push(scale > 1 ? 'strengthened by the word before it' : 'weakened by the word before it');
  }
  if (isNegated(reading, sentence, first, rules)) {
    valence *= NEGATION_FACTOR;
    because.push('turned by a negation');
  }
  if (isUnreal(reading, sentence, first, rules)) {
    valence *= IRREALIS_FACTOR;
    because.push('weakened, since it is not said to be so');
  }
  const contrast = contrastFactor(reading, sentence, first, rules);
  if (contrast !== 1) {
    valence *= contrast;
    because.push(contrast > 1 ? 'strengthened behind a “but”' : 'weakened before a “but”');
  }
  const rounded = Math.round(Math.max(-MOST_VALENCE, Math.min(MOST_VALENCE, valence)) * 100) / 100;
  const note =
    because.length === 0 ? undefined : `Here ${because.join(' and ')}: ${rounded > 0 ? '+' : '−'}${Math.abs(rounded)}.`;
  return [{ entry, first, last, note, valence: rounded }];
}

interface RuleSets {
  readonly negators: ReadonlySet<string>;
  readonly intensifiers: ReadonlyMap<string, number>;
  readonly contrast: ReadonlySet<string>;
  readonly irrealis: ReadonlySet<string>;
}

const opened = new WeakMap<ToneRules, RuleSets>();

function ruleSets(tone: ToneRules): RuleSets {
  let sets = opened.get(tone);
  if (!sets) {
    sets = {
      negators: new Set(tone.negators),
      intensifiers: new Map(Object.entries(tone.intensifiers)),
      contrast: new Set(tone.contrast),
      irrealis: new Set(tone.irrealis),
    };
    opened.set(tone, sets);
  }
  return sets;
}

const CLAUSE_MARK = /^[,;:—–]$/;

function degreeBefore({ forms }: Reading, { first }: Sentence, at: number, { intensifiers }: RuleSets): number {
  const one = at - 1 >= first ? intensifiers.get(forms[at - 1] ?? '') : undefined;
  const two =
    at - 2 >= first && one === undefined && !CLAUSE_MARK.test(forms[at - 1] ?? '')
      ? intensifiers.get(forms[at - 2] ?? '')
      : undefined;
  return one ?? (two === undefined ? 1 : 1 + (two - 1) * 0.5);
}

/** A negation word in the same clause before the word; "not only" and "no doubt" negate nothing. */
function isNegated({ forms, tokens }: Reading, { first }: Sentence, at: number, { negators }: RuleSets): boolean {
  let words = 0;
  for (let i = at - 1; i >= first && words < NEGATION_REACH; i -= 1) {
    const form = forms[i] ?? '';
    if (CLAUSE_MARK.test(form) || form === 'but' || form === 'by') return false;
    if (negators.has(form)) return !/^(?:only|just|merely|doubt|wonder)$/.test(forms[i + 1] ?? '');
    const tag = tagAt(tokens, i);
    // Articles and auxiliaries carry the negation on; they use up none of its reach.
    if (tag !== 'DET' && tag !== 'AUX' && tag !== 'PART') words += 1;
  }
  return false;
}

function isUnreal({ forms }: Reading, { first }: Sentence, at: number, { irrealis }: RuleSets): boolean {
  return forms.slice(Math.max(first, at - 5), at).some((form) => irrealis.has(form));
}

function contrastFactor({ forms }: Reading, { first, last }: Sentence, at: number, { contrast }: RuleSets): number {
  for (let i = first + 1; i < last - 1; i += 1) {
    if (contrast.has(forms[i] ?? '') && (forms[i - 1] === ',' || forms[i - 1] === ';'))
      return at < i ? BEFORE_BUT : AFTER_BUT;
  }
  return 1;
}

/** Keeps a sum of valences within −1 … +1 (VADER's normalisation, α = 15). */
const ALPHA = 15;

export function toneOf(valences: readonly number[]): number {
  const sum = valences.reduce((total, valence) => total + valence, 0);
  return Math.round((sum / Math.sqrt(sum * sum + ALPHA)) * 1000) / 1000 || 0;
}

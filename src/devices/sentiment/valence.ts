import { sentenceAt, tagAt, type Reading, type Sentence } from '../../text/reading.js';
import type { ToneRules } from '../lexicon/tone-rules.js';

/** A word's tone where it stands, −5 … +5, and what made it so, for a note. */
export interface ValenceHere {
  readonly valence: number;
  readonly because: readonly string[];
}

/**
 * A valence read in its place, as VADER's rules suggest (Hutto & Gilbert 2014): degree words before it scale it, a
 * negation whose dependent it is turns and weakens it, what follows a "but" weighs more, what may be weighs less.
 */
export function valenceHere(reading: Reading, tone: ToneRules, first: number, valence: number): ValenceHere {
  const sentence = reading.sentences[sentenceAt(reading.sentences, first)];
  if (!sentence) return { valence, because: [] };
  const rules = ruleSets(tone);
  const because: string[] = [];
  let here = valence;
  const scale = degreeBefore(reading, sentence, first, rules);
  if (scale !== 1) {
    here *= scale;
    because.push(scale > 1 ? 'strengthened by the word before it' : 'weakened by the word before it');
  }
  if (isNegated(reading, sentence, first, rules)) {
    here *= NEGATION_FACTOR;
    because.push('turned by a negation');
  }
  if (isUnreal(reading, sentence, first, rules)) {
    here *= IRREALIS_FACTOR;
    because.push('weakened, since it is not said to be so');
  }
  const contrast = contrastFactor(reading, sentence, first, rules);
  if (contrast !== 1) {
    here *= contrast;
    because.push(contrast > 1 ? 'strengthened behind a “but”' : 'weakened before a “but”');
  }
  return { valence: Math.round(Math.max(-MOST_VALENCE, Math.min(MOST_VALENCE, here)) * 100) / 100, because };
}

/** A negation reaches this many words ahead of it within its clause ("not a very good idea"). */
const NEGATION_REACH = 3;
/**
 * A negated word keeps a third of its strength on the other side: "not bad" is hardly good. Hutto &
 * Gilbert’s 0.74 holds for praise denied, to which the denial’s own tone is added here (`leanings`).
 */
const NEGATION_FACTOR = -0.3;
const BEFORE_BUT = 0.5;
const AFTER_BUT = 1.5;
/** What may or would be weighs less than what is. */
const IRREALIS_FACTOR = 0.7;
const MOST_VALENCE = 5;

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

const CLAUSE_MARK = /^[,;:—–()“”"]$/;

function degreeBefore({ forms }: Reading, { first }: Sentence, at: number, { intensifiers }: RuleSets): number {
  const one = at - 1 >= first ? intensifiers.get(forms[at - 1] ?? '') : undefined;
  const two =
    at - 2 >= first && one === undefined && !CLAUSE_MARK.test(forms[at - 1] ?? '')
      ? intensifiers.get(forms[at - 2] ?? '')
      : undefined;
  return one ?? (two === undefined ? 1 : 1 + (two - 1) * 0.5);
}

/** Words behind which a negation's dependents end: another clause or its actor begins. */
const SCOPE_END = /^(?:but|by|because|since|although|though|while|when|where|who|which|whose|that|if|unless|until|as)$/;

/** A negation before the word, in the same clause and near enough for the word to depend on it. */
function isNegated(reading: Reading, { first }: Sentence, at: number, { negators }: RuleSets): boolean {
  const { forms, tokens } = reading;
  let words = 0;
  for (let i = at - 1; i >= first && words < NEGATION_REACH; i -= 1) {
    const form = forms[i] ?? '';
    const opensComparison = form === 'as' && negators.has(forms[i - 1] ?? '');
    if (CLAUSE_MARK.test(form) || (SCOPE_END.test(form) && !opensComparison)) return false;
    if (negators.has(form)) return negates(reading, i);
    const tag = tagAt(tokens, i);
    // Articles and auxiliaries carry the negation on; they use up none of its reach.
    if (tag !== 'DET' && tag !== 'AUX' && tag !== 'PART') words += 1;
  }
  return false;
}

/** "not only", "no doubt", "no less" and "No. 4" deny nothing. */
export function negates({ forms }: Pick<Reading, 'forms'>, at: number): boolean {
  return !/^(?:only|just|merely|simply|doubt|wonder|less|fewer|\.)$/.test(forms[at + 1] ?? '');
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

import { sentenceAt, tagAt } from '../text/reading.js';
import type { Device, Evidence, Mark, TermMatch } from './device.js';
import type { ToneRules } from './lexicon/tone-rules.js';
import { negates, valenceHere } from './sentiment/valence.js';

/**
 * Valence words of AFINN-165 (Nielsen 2011) and of our own list, each read where it stands (`valenceHere`), and
 * denials, which have a tone of their own (Potts 2011). Loaded terms bring a tone too: see `loadedTerms`.
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

function mark(evidence: Evidence, term: TermMatch): Mark[] {
  const { entry, first, last } = term;
  const { reading, tone, inName } = evidence;
  if (entry.valence === undefined || inName[first] === 1) return [];
  if (entry.id in tone.leanings) return leans(evidence, first) ? [{ entry, first, last, valence: entry.valence }] : [];
  if (isAnotherSense(evidence, term) || isName(evidence, first)) return [];
  const { valence, because } = valenceHere(reading, tone, first, entry.valence);
  return [{ entry, first, last, note: noteOf(because, valence), valence }];
}

export function noteOf(because: readonly string[], valence: number): string | undefined {
  return because.length === 0
    ? undefined
    : `Here ${because.join(' and ')}: ${valence > 0 ? '+' : '−'}${Math.abs(valence)}.`;
}

/** A denial that denies, a "too" that says too much ("too late", not "he too"). */
function leans({ reading }: Evidence, at: number): boolean {
  const { forms, tokens } = reading;
  return forms[at] === 'too' ? /^(?:ADJ|ADV)$/.test(tagAt(tokens, at + 1)) : negates(reading, at);
}

/** Whether the word is muted in this form ("united" of "unite") or with its neighbours ("interest rate"). */
function isAnotherSense({ reading: { forms }, tone }: Evidence, { entry, first, last }: TermMatch): boolean {
  const { muted, toneless } = setsOf(tone);
  const form = forms[first] ?? '';
  return (
    (form !== entry.id && last - first === 1 && muted.has(form)) ||
    toneless.has(`${forms[last - 1] ?? ''} ${forms[last] ?? ''}`) ||
    toneless.has(`${forms[first - 1] ?? ''} ${form}`)
  );
}

const opened = new WeakMap<ToneRules, Record<'muted' | 'toneless', ReadonlySet<string>>>();

function setsOf(tone: ToneRules): Record<'muted' | 'toneless', ReadonlySet<string>> {
  let sets = opened.get(tone);
  if (!sets) {
    sets = { muted: new Set(tone.muted), toneless: new Set(tone.toneless) };
    opened.set(tone, sets);
  }
  return sets;
}

/** A capital that the tagger takes for a name: "Gross said". In a headline, whose verbs have capitals too, it tells nothing. */
function isName({ reading: { text, tokens, sentences } }: Evidence, at: number): boolean {
  const isSmall = (token: number): boolean => /^\p{Ll}/u.test(text.slice(tokens.start[token] ?? 0));
  const sentence = sentences[sentenceAt(sentences, at)];
  if (!sentence || at <= sentence.first || tagAt(tokens, at) !== 'PROPN' || isSmall(at)) return false;
  const end = Math.min(sentence.last, sentence.first + HEADLINE);
  for (let i = sentence.first; i < end; i += 1) {
    if (/^(?:VERB|AUX)$/.test(tagAt(tokens, i)) && isSmall(i)) return true;
  }
  return false;
}

/** No headline is longer, in tokens. */
const HEADLINE = 40;

/** Keeps a sum of valences within −1 … +1 (VADER's normalisation, α = 15). */
const ALPHA = 15;

export function toneOf(valences: readonly number[]): number {
  const sum = valences.reduce((total, valence) => total + valence, 0);
  return Math.round((sum / Math.sqrt(sum * sum + ALPHA)) * 1000) / 1000 || 0;
}

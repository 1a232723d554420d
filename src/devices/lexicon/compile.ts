import { createHash } from 'node:crypto';
import type { FurniturePhrases } from '../../text/furniture.js';
import { inflections, type IrregularForms } from '../../text/inflect.js';
import { compilePhrases, type Phrase, type PhraseTable } from '../../text/phrase-table.js';
import { parsePhrase } from '../../text/phrase.js';
import type { Category, Entry, Work } from './entry.js';
import type { ToneRules } from './tone-rules.js';

/** What a guard's phrase does when it is met: see `unless`, `only-with` and `not-with` in `lexicon/README.md`. */
export type GuardRole = 'unless' | 'onlyWith' | 'notWith';
export const GUARD_ROLES = ['unless', 'onlyWith', 'notWith'] as const satisfies readonly GuardRole[];

/** The lexicon's files, read and checked. */
export interface LexiconSources {
  readonly entries: readonly Entry[];
  readonly categories: readonly Category[];
  readonly works: readonly Work[];
  readonly furniture: FurniturePhrases;
  readonly irregular: readonly IrregularForms[];
  readonly tone: ToneRules;
  /** Lemmas of `speakers.yaml`. */
  readonly speakers: Readonly<Record<'people' | 'bodies' | 'times', readonly string[]>>;
}

/** The lexicon as one JSON value that loads fast. */
export interface CompiledLexicon extends LexiconSources {
  /** First twelve hex digits of the SHA-256 of all that is in it: the version that sheets and caches name. */
  readonly version: string;
  readonly phrases: PhraseTable;
  /** Entries with guards: entry index, then the guards' numbers by role. A phrase that guards many entries is matched once. */
  readonly guards: readonly (readonly [entry: number, ...byRole: number[][]])[];
  /** The guards' phrases; a match's payload is the guard's number. */
  readonly guardPhrases: PhraseTable;
}

export function compileLexicon(sources: LexiconSources): CompiledLexicon {
  const version = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 12);
  const entries = [...sources.entries, ...valenceEntries(sources.tone)];
  const numbers = new Map<string, number>();
  const numberOf = (phrase: string): number => {
    const number = numbers.get(phrase) ?? numbers.size;
    numbers.set(phrase, number);
    return number;
  };
  const guards = entries.flatMap((entry, index): [number, ...number[][]][] => {
    const byRole = GUARD_ROLES.map((role) => entry[role].map(numberOf));
    return byRole.some((of) => of.length > 0) ? [[index, ...byRole]] : [];
  });
  return {
    ...sources,
    version,
    phrases: compilePhrases(termPhrases(entries, sources.irregular)),
    guards,
    guardPhrases: compilePhrases(guardPhrases(numbers, sources.irregular)),
  };
}

/** Valence words as entries: a rating, of the published list or our own, is their reason. */
export function valenceEntries(tone: ToneRules): Entry[] {
  const own = new Set(tone.own);
  return Object.entries(tone.valence).map(([word, valence]) => ({
    id: word,
    device: 'sentiment',
    category: valence > 0 ? 'good' : 'bad',
    terms: [word],
    pos: tone.only[word] ?? ['fixed'],
    direction: valence > 0 ? 'for' : 'against',
    strength: Math.min(3, Math.ceil(Math.abs(valence) / 2)),
    neutral: [],
    why: `${own.has(word) ? 'Our list rates' : 'Readers rate'} “${word}” ${valence > 0 ? '+' : '−'}${Math.abs(valence)} on a scale from −5 to +5.`,
    source: own.has(word) ? 'usage' : 'nielsen2011',
    finds: [],
    ignores: [],
    unless: [],
    onlyWith: [],
    notWith: [],
    valence,
  }));
}

/** A term's payload holds its entry's index and whether it is a single word. */
export function termPayload(entry: number, single: boolean): number {
  return entry * 2 + (single ? 1 : 0);
}

export function openPayload(payload: number): { readonly entry: number; readonly single: boolean } {
  return { entry: payload >> 1, single: (payload & 1) === 1 };
}

function* termPhrases(entries: readonly Entry[], irregular: readonly IrregularForms[]): Generator<Phrase> {
  const inflect = inflections(irregular);
  for (const [index, entry] of entries.entries()) {
    for (const term of entry.terms) {
      const slots = parsePhrase(term, entry.pos, inflect);
      yield { slots, payload: termPayload(index, slots.length === 1) };
    }
  }
}

function* guardPhrases(
  numbers: ReadonlyMap<string, number>,
  irregular: readonly IrregularForms[],
): Generator<Phrase> {
  const inflect = inflections(irregular);
  for (const [phrase, number] of numbers) {
    yield { slots: parsePhrase(phrase, 'all', inflect), payload: number };
  }
}

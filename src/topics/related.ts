import { compilePhrases, type PhraseTable } from '../text/phrase-table.js';
import { openPhrases, type Scan } from '../text/match.js';
import type { Inflect } from '../text/inflect.js';
import { parsePhrase } from '../text/phrase.js';

/** `lexicon/related.yaml`: words that stand for one another in a typed topic, and words that carry no topic of their own. */
export interface RelatedWords {
  readonly families: readonly { readonly id: string; readonly words: readonly string[] }[];
  readonly empty: readonly string[];
}

export interface CompiledRelated extends RelatedWords {
  readonly familyPhrases: PhraseTable;
  readonly emptyPhrases: PhraseTable;
}

/** Families and empty words, ready for matching; a family match's payload is its index. */
export interface Related {
  readonly families: RelatedWords['families'];
  readonly scanFamilies: Scan;
  readonly scanEmpty: Scan;
}

export function compileRelated({ families, empty }: RelatedWords, inflect: Inflect): CompiledRelated {
  const table = (rows: readonly (readonly string[])[]): PhraseTable =>
    compilePhrases(
      rows.flatMap((words, payload) => words.map((word) => ({ slots: parsePhrase(word, 'all', inflect), payload }))),
    );
  return { families, empty, familyPhrases: table(families.map(({ words }) => words)), emptyPhrases: table([empty]) };
}

export function openRelated({ families, familyPhrases, emptyPhrases }: CompiledRelated): Related {
  return { families, scanFamilies: openPhrases(familyPhrases), scanEmpty: openPhrases(emptyPhrases) };
}

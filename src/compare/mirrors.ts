import type { Inflect } from '../text/inflect.js';
import { openPhrases, type Scan } from '../text/match.js';
import { compilePhrases, type PhraseTable } from '../text/phrase-table.js';
import { parsePhrase } from '../text/phrase.js';

/** One side of a pair. */
export interface MirrorSide {
  /** How pages print it. */
  readonly label: string;
  /** Term syntax of the lexicon. */
  readonly terms: readonly string[];
  /** The plain word of the two, such as "government": it takes no side and needs no entry among the loaded terms. */
  readonly plain?: boolean | undefined;
}

/**
 * Of whom the words of a pair are said. `bearer`: of the one they name or who stands with them ("the regime in X").
 * `doer`: they name a deed, and are said of who does it ("X's invasion of Y", "invaded by X"). `doer-of`: the same,
 * but what stands before the noun may be its target ("Kuwait's liberation"), so it counts as doer only before "of".
 */
export const SAID_OF = ['bearer', 'doer', 'doer-of'] as const;
export type SaidOf = (typeof SAID_OF)[number];

/** Two words for the same kind of thing, at least one of which takes a side: a row of `lexicon/mirrors.yaml`. */
export interface MirrorPair {
  readonly id: string;
  readonly word: MirrorSide;
  readonly mirror: MirrorSide;
  /** Phrases inside which neither word takes a side: "sanctions regime". */
  readonly unless: readonly string[];
  readonly saidOf: SaidOf;
  readonly why: string;
  readonly source: string;
}

export interface CompiledMirrors {
  readonly pairs: readonly MirrorPair[];
  readonly phrases: PhraseTable;
}

/** Pairs ready for matching; `openMirror` reads a match's payload. */
export interface Mirrors {
  readonly pairs: readonly MirrorPair[];
  readonly scan: Scan;
}

const ROLES = ['word', 'mirror', 'unless'] as const;
export type MirrorRole = (typeof ROLES)[number];

export function compileMirrors(pairs: readonly MirrorPair[], inflect: Inflect): CompiledMirrors {
  const phrases = pairs.flatMap(({ word, mirror, unless }, index) =>
    [word.terms, mirror.terms, unless].flatMap((terms, role) =>
      terms.map((term) => ({ slots: parsePhrase(term, 'all', inflect), payload: index * ROLES.length + role })),
    ),
  );
  return { pairs, phrases: compilePhrases(phrases) };
}

export function openMirrors({ pairs, phrases }: CompiledMirrors): Mirrors {
  return { pairs, scan: openPhrases(phrases) };
}

/** The pair's index in `Mirrors.pairs` and which of its phrases was met. */
export function openMirror(payload: number): { readonly pair: number; readonly role: MirrorRole } {
  return { pair: Math.floor(payload / ROLES.length), role: ROLES[payload % ROLES.length] ?? 'unless' };
}

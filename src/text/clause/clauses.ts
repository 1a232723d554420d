import type { NounPhrase } from './noun-phrase.js';
import type { Phrase } from './phrase.js';
import type { VerbGroup } from './verb-group.js';
import type { Words } from './word.js';

/** The noun phrases a verb is said of; none where no pattern finds them. */
export interface Subject {
  readonly phrases: readonly NounPhrase[];
  /** The words decide; otherwise a reader must. */
  readonly certain: boolean;
  /** Its clause hangs on another: a relative, a "that", a "when". */
  readonly embedded: boolean;
  /** The verb is a participle behind its noun: "the plan opposed by unions". */
  readonly reduced: boolean;
  /** Taken over from the verb before: "adopted X and recognised Y". */
  readonly shared: boolean;
  /** The auxiliary that a question puts before its subject: "did the council …". */
  readonly auxiliary?: VerbGroup;
}

export const NOBODY: Subject = { phrases: [], certain: false, embedded: false, reduced: false, shared: false };

/** A sentence's phrases with the subjects found so far, by the index of their verbs. */
export interface Clauses {
  readonly words: Words;
  readonly phrases: readonly Phrase[];
  readonly subjects: Map<number, Subject>;
}

export function isFinite({ finite }: VerbGroup): boolean {
  return finite === 'finite' || finite === 'past' || finite === 'bare';
}

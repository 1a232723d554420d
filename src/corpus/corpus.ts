import type { Referent } from '../devices/referent.js';
import type { Topic } from '../topics/topic.js';

/** A fact about a document together with the words of the text that state it. */
export interface Stated {
  readonly is: string;
  readonly stated: string;
}

/** One article: its text and what is known about it; unknown is a value, never a guess. */
export interface Document {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  /** How pages call it: its outlet, or a neutral "Source 000". */
  readonly short: string;
  readonly title: Stated | 'unknown';
  readonly outlet: Stated | 'unknown';
  readonly author: Stated | 'unknown';
  /** ISO date of publication. */
  readonly date: Stated | 'unknown';
  /** The latest time the text speaks of, when no date is stated. */
  readonly latest?: { readonly mentions: string; readonly stated: string } | undefined;
  readonly text: string;
  readonly warnings: readonly string[];
}

/** A set of documents with its topics and names. */
export interface SeedCorpus {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly Document[];
  readonly topics: readonly Topic[];
  readonly referents: readonly Referent[];
}

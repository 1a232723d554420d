import { compilePhrases, type PhraseTable } from '../text/phrase-table.js';
import { openPhrases, type Scan } from '../text/match.js';
import { parsePhrase } from '../text/phrase.js';
import type { Inflect } from '../text/inflect.js';
import { termPayload } from './lexicon/compile.js';
import type { Entry } from './lexicon/entry.js';

/** One label of a referent; contested ones take a side and are marked. */
export interface Label {
  readonly label: string;
  /** Term syntax of the lexicon, small letters. */
  readonly terms: readonly string[];
  readonly contested: boolean;
  /** Means this referent only in this corpus: "parliament" is the French one here, elsewhere any. */
  readonly here?: true | undefined;
  readonly why: string;
  readonly source: string;
  readonly finds: readonly string[];
  readonly ignores: readonly string[];
}

export const REFERENT_KINDS = ['place', 'people', 'group', 'state', 'person', 'war', 'body', 'route', 'event'] as const;

/** Something that sources name: a place, a people, a war, an actor, and the labels in use for it. */
export interface Referent {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof REFERENT_KINDS)[number];
  /** The referent this one stands for in a topic: a capital or a president for its state. */
  readonly of?: string | undefined;
  readonly labels: readonly Label[];
}

/** A corpus's referents, ready for matching. */
export interface Names {
  readonly referents: readonly Referent[];
  /** One entry a label, in order; contested ones make findings, all count on the ladder. */
  readonly entries: readonly Entry[];
  readonly scan: Scan;
}

/** The referents as any other text may name them: without labels that hold in their own corpus only. */
export function namedAnywhere(referents: readonly Referent[]): Referent[] {
  return referents
    .map((referent) => ({ ...referent, labels: referent.labels.filter(({ here }) => here !== true) }))
    .filter(({ labels }) => labels.length > 0);
}

export const NO_NAMES: Names = { referents: [], entries: [], scan: () => [] };

/** `table` is `compileNames` of the same referents, where it was made before. */
export function openNames(
  referents: readonly Referent[],
  inflect: Inflect,
  table = compileNames(referents, inflect),
): Names {
  return { referents, entries: labelEntries(referents), scan: openPhrases(table) };
}

export function compileNames(referents: readonly Referent[], inflect: Inflect): PhraseTable {
  const entries = labelEntries(referents);
  const phrases = entries.flatMap((entry, index) =>
    entry.terms.map((term) => {
      const slots = parsePhrase(term, entry.pos, inflect);
      return { slots, payload: termPayload(index, slots.length === 1) };
    }),
  );
  return compilePhrases(phrases);
}

function labelEntries(referents: readonly Referent[]): Entry[] {
  return referents.flatMap((referent) => referent.labels.map((label) => labelEntry(referent, label)));
}

function labelEntry(referent: Referent, label: Label): Entry {
  return {
    id: `${referent.id}/${slug(label.label)}`,
    device: 'naming',
    category: referent.id,
    terms: label.terms,
    pos: ['noun', 'fixed'],
    direction: 'neither',
    strength: label.contested ? 2 : 1,
    neutral: referent.labels
      .filter((each) => !each.contested)
      .map((each) => each.label)
      .slice(0, 1),
    why: label.why,
    source: label.source,
    finds: label.finds,
    ignores: label.ignores,
    unless: [],
    onlyWith: [],
    notWith: [],
    label: label.label,
    contested: label.contested,
  };
}

function slug(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

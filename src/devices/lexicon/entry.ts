import type { PartOfSpeech } from '../../text/inflect.js';
import type { Complement } from '../../text/speech.js';

export const DEVICE_IDS = ['loaded-terms', 'distancing', 'attribution', 'certainty', 'naming', 'sentiment'] as const;
export type DeviceId = (typeof DEVICE_IDS)[number];

export const DIRECTIONS = ['against', 'for', 'neither'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const STANCES = ['neutral', 'assertive', 'truth', 'doubt', 'fault', 'hostile', 'private'] as const;
/** What a reporting word does to the words it reports (Caldas-Coulthard 1994). */
export type Stance = (typeof STANCES)[number];

/** One reviewed row of the lexicon: a few terms that do the same thing to a reader, and why. */
export interface Entry {
  /** Unique within its device. */
  readonly id: string;
  readonly device: DeviceId;
  readonly category: string;
  /** Found by the program from the text's structure, not by terms. */
  readonly structural?: boolean | undefined;
  readonly terms: readonly string[];
  readonly pos: readonly PartOfSpeech[];
  readonly direction: Direction;
  /** 1 mild, 2 plain, 3 strong. */
  readonly strength: number;
  /** Plainer words for the same fact. */
  readonly neutral: readonly string[];
  readonly why: string;
  /** Key of a cited work, then what in it. */
  readonly source: string;
  readonly finds: readonly string[];
  readonly ignores: readonly string[];
  readonly unless: readonly string[];
  readonly onlyWith: readonly string[];
  readonly notWith: readonly string[];
  /** Attribution only. */
  readonly stance?: Stance | undefined;
  readonly takes?: readonly Complement[] | undefined;
  /** Sentiment only: the word's own valence, −5 … +5. */
  readonly valence?: number | undefined;
  /** Naming only: the label as printed, and whether choosing it takes a side. */
  readonly label?: string | undefined;
  readonly contested?: boolean | undefined;
}

/** The fields of an entry that matching does not need: pages show them, examples run them. */
export const DETAILS = ['terms', 'finds', 'ignores', 'unless', 'onlyWith', 'notWith'] as const satisfies readonly (keyof Entry)[];
export type EntryDetails = Pick<Entry, (typeof DETAILS)[number]>;

/** A category as its file introduces it. */
export interface Category {
  readonly device: DeviceId;
  readonly id: string;
  readonly about: string;
}

export interface Work {
  readonly key: string;
  readonly work: string;
  readonly for: string;
}

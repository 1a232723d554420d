import type { Quantity } from '../../text/quantity.js';
import type { When } from '../../text/calendar.js';
import type { OnTopic } from '../on-topic.js';
import type { FactKind } from '../schema/fact.js';
import type { Deed } from './deed.js';

/** A checkable detail where a document states it. */
export interface Mention {
  readonly document: OnTopic;
  readonly kind: FactKind;
  /** What rows are aligned by: what is counted, a referent's id, a name's key; empty for dates. */
  readonly subject: string;
  /** What it is a value of, in the words of this text. */
  readonly what: string;
  readonly value: string;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Index into the document's sentences. */
  readonly sentence: number;
  /** What a reader would look for in another text. */
  readonly searched: readonly string[];
  /** What is done with it: two details of one noun are of one thing only when this agrees too. */
  readonly deed: Deed;
  /** Keys of the words that describe what is counted ("police" officers), or of an accusation's charge. */
  readonly described: ReadonlySet<string>;
  /** Whether an accusation is said not to be made. */
  readonly denied?: boolean;
  readonly quantity?: Quantity;
  readonly when?: When;
}

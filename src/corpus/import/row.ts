import type { Parsed } from './imported.js';

/** One document of a table. `parse` throws a `Refusal` that concerns this row alone. */
export interface Row {
  /** `row 3`, counted from 1 after the head; `line 3`. */
  readonly label: string;
  readonly original: Uint8Array;
  readonly parse: () => Parsed;
}

/** More rows than any corpus; what is longer is cut into files by whoever made it. */
export const MOST_ROWS = 100_000;

import { read } from '../text/read.js';
import { findDevices, type Analysis } from './analysis.js';
import type { Lexicon } from './lexicon/lexicon.js';
import type { Names } from './referent.js';

/**
 * Text → Analysis. It loads the language model; who has a reading already (from another thread, from a store) asks
 * `findDevices` alone.
 */
export function analyse(text: string, lexicon: Lexicon, names: Names): Analysis {
  return findDevices(read(text, lexicon.partLines), lexicon, names);
}

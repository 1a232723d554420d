import { attribution } from './attribution.js';
import { certainty } from './certainty.js';
import type { Device } from './device.js';
import { distancing } from './distancing.js';
import { loadedTerms } from './loaded-terms.js';
import { naming } from './naming.js';
import { sentiment } from './sentiment.js';

/** Every device, in the order in which pages name them. A new one is a row here, a file, and its lexicon. */
export const DEVICES: readonly Device[] = [loadedTerms, distancing, attribution, certainty, naming, sentiment];

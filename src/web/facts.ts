import { oneLine, webAddress } from '../corpus/import/clean.js';
import type { Found } from '../corpus/import/imported.js';
import { isoDate } from '../corpus/import/iso-date.js';
import { ParallaxError } from '../text/error.js';
import { FACTS, type FactName, type Facts } from './drafts.js';

/** Where a fact was found, when a reader gave it. */
export const CORRECTED = 'corrected';

const READ: Record<FactName, (raw: string) => string | undefined> = {
  title: oneLine,
  outlet: oneLine,
  author: oneLine,
  date: isoDate,
  url: webAddress,
};

const WANTED: Partial<Record<FactName, string>> = {
  date: 'write it as 2024-05-31',
  url: 'write an address that begins with https://',
};

/** What is known of a document with what a reader typed over it; a field left empty is unknown, one not sent stays. */
export function correctFacts(was: Facts, typed: (name: FactName) => string | undefined): Facts {
  const facts = FACTS.map((name): [FactName, Found | null] => [name, corrected(name, was[name], typed(name))]);
  return Object.fromEntries(facts) as Record<FactName, Found | null>;
}

/** @throws {ParallaxError} `bad-input` for a date or an address that is not understood */
function corrected(name: FactName, was: Found | null, typed: string | undefined): Found | null {
  if (typed === undefined || typed.trim() === (was?.is ?? '')) return was;
  if (typed.trim() === '') return null;
  const is = READ[name](typed.trim());
  if (is === undefined)
    throw new ParallaxError(
      'bad-input',
      `the ${name} “${typed.trim().slice(0, 40)}” is not understood`,
      WANTED[name] ?? 'write it on one line, or leave it empty',
    );
  return { is, found: CORRECTED };
}

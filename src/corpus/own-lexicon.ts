import { createHash } from 'node:crypto';
import { GUARD_ROLES, termPayload, type GuardRole } from '../devices/lexicon/compile.js';
import type { Entry } from '../devices/lexicon/entry.js';
import { failedExamples } from '../devices/lexicon/examples.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import { ParallaxError } from '../text/error.js';
import { openPhrases } from '../text/match.js';
import { compilePhrases } from '../text/phrase-table.js';
import { parsePhrase } from '../text/phrase.js';

/** Guards of own entries are numbered from here; the built-in lexicon has some thousands. */
const FIRST_OWN_GUARD = 1 << 24;

/**
 * The lexicon with a corpus's own entries behind the built-in ones: two small tables are searched beside the large ones,
 * since compiling all anew would take longer than to open a corpus.
 */
export function extendLexicon(lexicon: Lexicon, own: readonly Entry[]): Lexicon {
  if (own.length === 0) return lexicon;
  const { inflect } = lexicon;
  const base = lexicon.entries.length;
  const terms = own.flatMap((entry, index) =>
    entry.terms.map((term) => {
      const slots = parsePhrase(term, entry.pos, inflect);
      return { slots, payload: termPayload(base + index, slots.length === 1) };
    }),
  );
  const roles = own.map((entry) => GUARD_ROLES.flatMap((role) => entry[role].map((phrase) => ({ role, phrase }))));
  let next = FIRST_OWN_GUARD;
  const guards = roles.map((of) => of.map((each) => ({ ...each, number: next++ })));
  const byEntry = guards.map((of) => new Map<number, GuardRole>(of.map(({ number, role }) => [number, role])));
  const scanOwn = openPhrases(compilePhrases(terms));
  const scanOwnGuards = openPhrases(
    compilePhrases(
      guards.flat().map(({ phrase, number }) => ({ slots: parsePhrase(phrase, 'all', inflect), payload: number })),
    ),
  );
  return {
    ...lexicon,
    version: createHash('sha256')
      .update(JSON.stringify([lexicon.version, own]))
      .digest('hex')
      .slice(0, 12),
    entries: [...lexicon.entries, ...own],
    guardsOf: (entry) => {
      if (entry < base) return lexicon.guardsOf(entry);
      const of = byEntry[entry - base];
      return of && of.size > 0 ? of : undefined;
    },
    scan: (reading) => [...lexicon.scan(reading), ...scanOwn(reading)],
    scanGuards: (reading) => [...lexicon.scanGuards(reading), ...scanOwnGuards(reading)],
  };
}

/**
 * The built-in lexicon's checks: a known source, no id or term twice in its device, every example as it says.
 * @throws {ParallaxError} `bad-input`, naming the entry and what does not hold
 */
export function checkOwnEntry(entry: Entry, lexicon: Lexicon): void {
  const fault = (problem: string, remedy: string): never => {
    throw new ParallaxError('bad-input', `entry ${entry.id}: ${problem}`, remedy);
  };
  if (!lexicon.works.has(entry.source.split(',')[0] ?? ''))
    fault(`its source "${entry.source}" is no cited work`, 'cite one of the lexicon’s works, or "usage"');
  if (entry.device === 'attribution' && (!entry.stance || !entry.takes))
    fault('it has no stance or takes', 'give both');
  const others = lexicon.entries.filter(({ device }) => device === entry.device);
  if (others.some(({ id }) => id === entry.id)) fault('its id is taken', 'choose another');
  const terms = new Map(others.flatMap((other) => other.terms.map((term) => [term, other] as const)));
  for (const term of entry.terms) {
    const other = terms.get(term);
    if (other?.pos.some((pos) => entry.pos.includes(pos)))
      fault(`its term "${term}" is also in entry ${other.id}`, 'keep it in one');
  }
  const [failed] = failedExamples(entry, extendLexicon(lexicon, [entry]));
  if (failed)
    fault(
      `"${failed.example}" should mark [${failed.expected.join(' | ')}], marks [${failed.found.join(' | ')}]`,
      'mend the terms or the example',
    );
}

import { furnitureRules, type PartLines } from '../../text/furniture.js';
import { inflections, type Inflect } from '../../text/inflect.js';
import { openPhrases, type Scan } from '../../text/match.js';
import { GUARD_ROLES, valenceEntries, type CompiledLexicon, type GuardRole } from './compile.js';
import type { Category, Entry, EntryDetails, Work } from './entry.js';
import type { ToneRules } from './tone-rules.js';

const NO_DETAILS: EntryDetails = { terms: [], finds: [], ignores: [], unless: [], onlyWith: [], notWith: [] };

/** The lexicon, ready for matching. */
export interface Lexicon {
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly categories: readonly Category[];
  readonly works: ReadonlyMap<string, Work>;
  readonly tone: ToneRules;
  readonly partLines: PartLines;
  readonly inflect: Inflect;
  /** For entries with guards, what each guard's number does. */
  readonly guards: ReadonlyMap<number, ReadonlyMap<number, GuardRole>>;
  readonly scan: Scan;
  /** Finds guards' phrases; a match's payload is the guard's number. */
  readonly scanGuards: Scan;
}

/** `details`, one an entry, are given where pages or examples need them. */
export function openLexicon(compiled: CompiledLexicon, details: readonly EntryDetails[] = []): Lexicon {
  const entries = compiled.entries.map((entry, index) => ({ ...NO_DETAILS, ...entry, ...details[index] }));
  return {
    version: compiled.version,
    entries: [...entries, ...valenceEntries(compiled.tone)],
    categories: compiled.categories,
    works: new Map(compiled.works.map((work) => [work.key, work])),
    tone: compiled.tone,
    partLines: furnitureRules(compiled.furniture),
    inflect: inflections(compiled.irregular),
    guards: new Map(compiled.guards.map(([entry, ...byRole]) => [entry, rolesOf(byRole)])),
    scan: openPhrases(compiled.phrases),
    scanGuards: openPhrases(compiled.guardPhrases),
  };
}

function rolesOf(byRole: readonly (readonly number[])[]): Map<number, GuardRole> {
  return new Map(GUARD_ROLES.flatMap((role, at) => (byRole[at] ?? []).map((guard) => [guard, role] as const)));
}

export function entryOf(lexicon: Pick<Lexicon, 'entries'>, device: Entry['device'], id: string): Entry | undefined {
  return lexicon.entries.find((entry) => entry.device === device && entry.id === id);
}

/** "Recasens, Danescu-Niculescu-Mizil & Jurafsky 2013, … (one-sided terms)" for "recasens2013, one-sided terms". */
export function citation(works: ReadonlyMap<string, Work>, source: string): string {
  const comma = source.indexOf(',');
  const key = comma < 0 ? source : source.slice(0, comma);
  const detail = comma < 0 ? '' : source.slice(comma + 1).trim();
  const work = works.get(key)?.work ?? key;
  return detail === '' ? work : `${work} (${detail})`;
}

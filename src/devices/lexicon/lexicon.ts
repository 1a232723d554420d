import { furnitureRules, type PartLines } from '../../text/furniture.js';
import { inflections, type Inflect } from '../../text/inflect.js';
import { openPhrases, type Scan } from '../../text/match.js';
import type { SpeakerWords } from '../../text/speaker.js';
import { GUARD_ROLES, valenceEntries, type CompiledLexicon, type GuardRole } from './compile.js';
import type { Category, Entry, Work } from './entry.js';
import type { ToneRules } from './tone-rules.js';

/** The lexicon, ready for matching. */
export interface Lexicon {
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly categories: readonly Category[];
  readonly works: ReadonlyMap<string, Work>;
  readonly tone: ToneRules;
  readonly partLines: PartLines;
  readonly inflect: Inflect;
  readonly speakers: SpeakerWords;
  /** For an entry with guards, what each guard's number does. */
  readonly guardsOf: (entry: number) => ReadonlyMap<number, GuardRole> | undefined;
  readonly scan: Scan;
  /** Finds guards' phrases; a match's payload is the guard's number. */
  readonly scanGuards: Scan;
}

export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const inflect = inflections(compiled.irregular);
  const formsOf = (lemmas: readonly string[]): Set<string> => new Set(lemmas.flatMap((lemma) => inflect(lemma, 'noun')));
  return {
    version: compiled.version,
    entries: [...compiled.entries, ...valenceEntries(compiled.tone)],
    categories: compiled.categories,
    works: new Map(compiled.works.map((work) => [work.key, work])),
    tone: compiled.tone,
    partLines: furnitureRules(compiled.furniture),
    inflect,
    speakers: {
      people: formsOf(compiled.speakers.people),
      bodies: formsOf(compiled.speakers.bodies),
      times: formsOf(compiled.speakers.times),
    },
    guardsOf: openGuards(compiled.guards),
    scan: openPhrases(compiled.phrases),
    scanGuards: openPhrases(compiled.guardPhrases),
  };
}

/** A text meets few of the entries with guards; each is opened when it is met. */
function openGuards(guards: CompiledLexicon['guards']): Lexicon['guardsOf'] {
  const compiled = new Map(guards.map(([entry, ...byRole]) => [entry, byRole]));
  const opened = new Map<number, ReadonlyMap<number, GuardRole>>();
  return (entry) => {
    const byRole = compiled.get(entry);
    let roles = opened.get(entry);
    if (byRole && !roles) {
      roles = new Map(GUARD_ROLES.flatMap((role, at) => (byRole[at] ?? []).map((guard) => [guard, role] as const)));
      opened.set(entry, roles);
    }
    return roles;
  };
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

import type { LabelUse } from '../devices/analysis.js';
import type { Names, Referent } from '../devices/referent.js';
import type { Reading } from '../text/reading.js';
import { sameReferents } from './names-suggest/same-referent.js';
import { namesStanding } from './names-suggest/standing.js';

/** Where a label stands: how often, in which documents. */
export interface SuggestedLabel {
  /** As it is printed most often. */
  readonly label: string;
  readonly count: number;
  readonly documents: readonly { readonly id: string; readonly count: number }[];
}

/** Labels that seem to name one referent; a person decides. */
export interface SuggestedReferent {
  /** The fullest of its labels. */
  readonly name: string;
  readonly kind: Referent['kind'];
  /** Id of the referent in the list that some of these labels name already. */
  readonly known: string | null;
  /** Those that the list does not have, the most used first. */
  readonly labels: readonly SuggestedLabel[];
  readonly count: number;
}

export interface NameSource {
  readonly id: string;
  readonly analysis: () => { readonly reading: Reading; readonly labels: readonly LabelUse[] };
}

const MOST_SUGGESTED = 60;
/** A name that stands once is read where it stands; a ladder of labels needs more. */
const FEWEST_USES = 2;

/**
 * Capitalised names of the texts, gathered by what they seem to name: an acronym with its expansion, a surname with the
 * full name, "the Peruvian government" and "Peruvian" with "Peru" (coreference by string match and precise constructs:
 * Lee et al. 2013, sieves 1 to 5). Names in several labels first, then the most used. Near-linear in the words.
 */
export function suggestNames(sources: readonly NameSource[], { referents }: Names): SuggestedReferent[] {
  const uses = new Map<string, Map<string, number>>();
  const hints = new Map<string, Referent['kind']>();
  const known = new Map<string, string>();
  for (const { id, labels } of referents)
    for (const term of labels.flatMap(({ label, terms }) => [label.toLowerCase(), ...terms])) known.set(term, id);
  for (const { id, analysis } of sources) {
    const { reading } = analysis();
    for (const { name, kind } of namesStanding(reading)) {
      const documents = uses.get(name) ?? new Map<string, number>();
      uses.set(name, documents.set(id, (documents.get(id) ?? 0) + 1));
      if (kind) hints.set(name, strongest(hints.get(name), kind));
    }
  }
  // Labels of the list join in, so that a new name of a known referent finds it.
  const listed = referents.flatMap(({ labels }) => labels.map(({ label }) => label));
  const groups = sameReferents([...new Set([...uses.keys(), ...listed])].sort());
  return groups
    .flatMap((names): SuggestedReferent[] => {
      const ids = names.flatMap((name) => known.get(name.toLowerCase()) ?? []);
      const labels = names
        .filter((name) => !known.has(name.toLowerCase()) && uses.has(name))
        .map((name) => labelOf(name, uses.get(name) ?? new Map<string, number>()))
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
      const count = labels.reduce((sum, each) => sum + each.count, 0);
      if (labels.length === 0 || count < FEWEST_USES) return [];
      const name = fullest(names);
      return [{ name, kind: kindOf(names, hints), known: ids[0] ?? null, labels, count }];
    })
    .sort((a, b) => Number(several(b)) - Number(several(a)) || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SUGGESTED);
}

function several({ labels, known }: SuggestedReferent): boolean {
  return labels.length > 1 || known !== null;
}

function labelOf(label: string, uses: ReadonlyMap<string, number>): SuggestedLabel {
  const documents = [...uses].map(([id, count]) => ({ id, count })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { label, count: documents.reduce((sum, { count }) => sum + count, 0), documents };
}

/** Most capitals, then most letters; "the Peruvian government" is longer than "Peru" and no fuller. */
function fullest(names: readonly string[]): string {
  const capitals = (name: string): number =>
    name.startsWith('the ') ? 0 : (name.match(/\p{Lu}\p{Ll}/gu) ?? []).length;
  return names.reduce((best, name) =>
    capitals(name) > capitals(best) || (capitals(name) === capitals(best) && name.length < best.length) ? name : best,
  );
}

const STRENGTH: readonly Referent['kind'][] = ['group', 'place', 'body', 'state', 'person'];

function strongest(a: Referent['kind'] | undefined, b: Referent['kind']): Referent['kind'] {
  return a && STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

/** What the words beside it show, or else what such a name mostly is. */
function kindOf(names: readonly string[], hints: ReadonlyMap<string, Referent['kind']>): Referent['kind'] {
  const shown = names.flatMap((name) => hints.get(name) ?? []);
  return shown.length > 0 ? shown.reduce(strongest) : usualKind(fullest(names));
}

/** "Oslo" is mostly a place, "Anna Lind" a person, "Peruvians" a group; a longer name a body. */
function usualKind(name: string): Referent['kind'] {
  const words = name.split(' ');
  if (words.length > 2 || /\d/.test(name)) return 'body';
  if (words.length === 2) return 'person';
  if (/^\p{Lu}+$/u.test(name)) return 'body';
  return /(?:ans|ers|ists|ats|ese)$/.test(name) ? 'group' : 'place';
}

import { openPayload } from '../devices/lexicon/compile.js';
import type { Names } from '../devices/referent.js';
import { formsOfWords } from '../text/form.js';
import { longestFirst } from '../text/longest.js';
import type { Match } from '../text/match.js';
import type { Related } from './related.js';

const STOP =
  /^(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|is|are|was|were|been|'s|its|their|his|her|this|that|these|those|it|he|she|they|we|you|i|not|n't|into|towards?|against|between|during|after|before|since|until|how|who|what|why|when|where|does|did|has|had|will|would|over|about|upon|within)$/;

/** One idea of a query: any of its phrases (or `@id` of a referent) stands for it. */
export interface Concept {
  readonly phrases: readonly string[];
  /** A named actor, place or event; where a query names one, a sentence must speak of it or stand beside one that does. */
  readonly named: boolean;
}

/** The ideas of a query, in its order: names of the corpus, families of related words, words as they are. */
export function conceptsOf(query: string, names: Names, related: Related): Concept[] {
  const words = (query.match(/[\p{L}\p{N}][\p{L}\p{N}.]*|['’]s\b/gu) ?? []).map((word) => word.replace(/\.$/, ''));
  const { forms, ids, table } = formsOfWords(words.length, (i) => words[i] ?? '');
  const line = {
    forms,
    ids,
    table,
    sentences: [{ first: 0, last: forms.length, start: 0, end: 0, part: 0, kind: 'prose' as const }],
  };
  const named = names.scan(line).map((match) => ({
    ...match,
    concept: { phrases: [`@${names.entries[openPayload(match.payload).entry]?.category ?? ''}`], named: true },
  }));
  const families = wordwise(mergeSame(related.scanFamilies(line))).map(({ payloads, ...match }) => ({
    ...match,
    concept: { phrases: payloads.flatMap((at) => related.families[at]?.words ?? []), named: false },
  }));
  // A name beats a family of the same words: the corpus knows its own actors best.
  const unnamed = families.filter(
    (family) =>
      !named.some(
        (name) =>
          name.first < family.last && family.first < name.last && name.last - name.first >= family.last - family.first,
      ),
  );
  const found = longestFirst([...named, ...unnamed].sort((a, b) => a.first - b.first));
  const taken = new Set(found.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)));
  const empty = new Set(related.scanEmpty(line).map(({ first }) => first));
  const rest = forms.flatMap((form, at) =>
    taken.has(at) || STOP.test(form) || form.length < 2
      ? []
      : [{ first: at, last: at + 1, concept: { phrases: lemmasOf(form), named: false }, empty: empty.has(at) }],
  );
  const told = [
    ...found.map((each) => ({ ...each, empty: each.last - each.first === 1 && empty.has(each.first) })),
    ...rest,
  ];
  const full = told.filter((each) => !each.empty);
  // A query of nothing but empty words means them.
  return unique((full.length > 0 ? full : told).sort((a, b) => a.first - b.first).map(({ concept }) => concept));
}

/** A word of two families stands for both. */
function mergeSame(matches: readonly Match[]): (Omit<Match, 'payload'> & { payloads: number[] })[] {
  const merged = new Map<string, { first: number; last: number; payloads: number[] }>();
  for (const { first, last, payload } of matches) {
    const key = `${first} ${last}`;
    const known = merged.get(key);
    if (!known) merged.set(key, { first, last, payloads: [payload] });
    else if (!known.payloads.includes(payload)) known.payloads.push(payload);
  }
  return [...merged.values()];
}

/** "Arms supplies" is arms and supplies: a compound whose words have families of their own is taken by them. */
function wordwise<T extends { first: number; last: number }>(matches: readonly T[]): T[] {
  const single = new Set(matches.filter(({ first, last }) => last - first === 1).map(({ first }) => first));
  return matches.filter(
    ({ first, last }) =>
      last - first === 1 || !Array.from({ length: last - first }, (_, i) => first + i).every((at) => single.has(at)),
  );
}

function unique(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [concept.phrases.join('|'), concept])).values()];
}

/** A typed word may be inflected; every lemma that it could come from is looked for. */
function lemmasOf(form: string): string[] {
  const stems = [
    form,
    form.replace(/s$/, ''),
    form.replace(/es$/, ''),
    form.replace(/ies$/, 'y'),
    form.replace(/e?d$/, ''),
    form.replace(/ed$/, 'e'),
    form.replace(/ship$/, ''),
    form.replace(/ing$/, ''),
    form.replace(/ing$/, 'e'),
    form.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ];
  return [...new Set(stems)].filter((stem) => stem.length > 1);
}

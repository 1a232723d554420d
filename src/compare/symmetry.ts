import type { Names, Referent } from '../devices/referent.js';
import { namesIn } from '../text/capitals.js';
import { longestFirst } from '../text/longest.js';
import { sentenceAt, spanOf, type PartKind, type Reading } from '../text/reading.js';
import { voiceByToken } from '../text/voice.js';
import { denialAsker } from './denied.js';
import { grouped } from './grouped.js';
import { withoutInnocent } from './innocent.js';
import { openMirror, type Mirrors } from './mirrors.js';
import type { OnTopic } from './on-topic.js';
import { referentAsker, rolledUp, type Whom, type Word } from './said-of.js';
import type { Symmetry } from './schema/contrast.js';

type Place = Symmetry['documents'][number]['uses'][number]['places'][number];

/** A pair's word where it stands, whoever says it. */
interface Occurrence {
  readonly pair: number;
  readonly whom: Whom | null;
  /** The author uses it of someone: neither quoted, nor in a name, nor denied, asked or supposed. */
  readonly used: boolean;
  /** Ids of whom it may be said where that is not certain; undefined where it may be said of anyone. */
  readonly near: ReadonlySet<string> | undefined;
  readonly place: Place;
}

/**
 * Of whom each source uses words that take a side, in its whole article and its author's voice, and of which of the
 * topic's actors it uses neither (word choice and labelling: Hamborg et al. 2019). A pair of which only the plain word
 * is used ("government") is left out. The most used first.
 */
export function symmetryOf(covering: readonly OnTopic[], names: Names, mirrors: Mirrors): Symmetry[] {
  const actors = actorsOf(covering, names.referents);
  const used = covering.map((document) => ({
    id: document.id,
    byPair: occurrencesByPair(document, names.referents, mirrors),
  }));
  return mirrors.pairs
    .flatMap(({ id, word, mirror, why }, pair): Symmetry[] => {
      const documents = used.flatMap((document) => {
        const found = document.byPair.get(pair);
        return found ? documentUses(document.id, found, actors, names.referents) : [];
      });
      const sides = documents.flatMap(({ uses }) => uses.flatMap(({ places }) => places));
      const takesSide = sides.some(({ mirrored }) => (mirrored ? mirror : word).plain !== true);
      return takesSide ? [{ id, word: word.label, mirror: mirror.label, why, documents }] : [];
    })
    .sort((a, b) => placesIn(b) - placesIn(a) || (a.id < b.id ? -1 : 1))
    .map(withFewerPlaces);
}

/** Where each pair's words stand in a document, in text order. */
function occurrencesByPair(
  { analysis }: OnTopic,
  referents: readonly Referent[],
  mirrors: Mirrors,
): Map<number, Occurrence[]> {
  const { reading, voices } = analysis;
  const { tokens, text, sentences } = reading;
  const inName = namesIn(reading);
  const voiceAt = voiceByToken(voices, tokens.start.length);
  const saidOf = referentAsker(analysis, referents);
  const isDenied = denialAsker(reading);
  const named = namedBySentence(analysis);
  const found = wordsIn(reading, mirrors).map(({ pair, first, last, mirrored }): Occurrence => {
    const at = sentenceAt(sentences, first);
    const { start, end } = spanOf(tokens, first, last);
    const isName = inName[first] === 1 && inName[last - 1] === 1;
    return {
      pair,
      whom: saidOf({ first, last }, mirrors.pairs[pair]?.saidOf ?? 'bearer'),
      used: OWN.has(sentences[at]?.kind ?? 'note') && !voiceAt[first] && !isName && !isDenied({ first, last }),
      near: namedNear(reading, named, at),
      place: { start, end, text: text.slice(start, end), sentence: sentences[at]?.start ?? 0, mirrored },
    };
  });
  return grouped(found, ({ pair }) => pair);
}

/** The article's own argument. */
const OWN: ReadonlySet<PartKind> = new Set(['prose', 'title', 'heading']);

/** "Riots erupted on the island" is said of someone named up to two sentences before. A headline may mean anyone. */
const SENTENCES_BEFORE = 2;

function namedNear(
  { sentences }: Reading,
  named: ReadonlyMap<number, ReadonlySet<string>>,
  at: number,
): ReadonlySet<string> | undefined {
  const here = sentences[at];
  if (here?.kind !== 'prose') return undefined;
  const near = new Set<string>();
  for (let i = Math.max(0, at - SENTENCES_BEFORE); i <= at; i += 1)
    if (sentences[i]?.part === here.part) for (const id of named.get(i) ?? []) near.add(id);
  return near.size > 0 ? near : undefined;
}

interface MirrorWord extends Word {
  readonly pair: number;
  readonly mirrored: boolean;
}

/** The pairs' words; of overlapping ones the longest, which may stand in several pairs. */
function wordsIn(reading: Reading, { scan }: Mirrors): MirrorWord[] {
  const met = scan(reading).map(({ payload, first, last }) => {
    return { ...openMirror(payload), first, last };
  });
  const words = [...grouped(met, ({ pair }) => pair).values()].flatMap((ofPair) => {
    const phrases = ofPair.filter(({ role }) => role === 'unless');
    const standing = withoutInnocent(
      ofPair.filter(({ role }) => role !== 'unless'),
      phrases,
    );
    return longestFirst(standing).map(({ pair, role, first, last }): MirrorWord => {
      return { pair, first, last, mirrored: role === 'mirror' };
    });
  });
  const inOrder = words.sort((a, b) => a.first - b.first || a.last - b.last);
  const standing = new Set(longestFirst(inOrder).map(({ first, last }) => `${first} ${last}`));
  return inOrder.filter(({ first, last }) => standing.has(`${first} ${last}`));
}

function documentUses(
  document: string,
  found: readonly Occurrence[],
  actors: readonly Referent[],
  referents: readonly Referent[],
): Symmetry['documents'][number][] {
  const used = found.filter((each) => each.used);
  if (used.length === 0) return [];
  const byWhom = grouped(used, ({ whom }) => (whom ? `${whom.relation} ${whom.id}` : ''));
  const uses = [
    ...RELATIONS.flatMap((relation) => referents.map(({ id, name }) => ({ referent: id, name, relation }))),
    UNDECIDED,
  ]
    .flatMap((whom) => {
      const places = byWhom.get(whom.referent === null ? '' : `${whom.relation} ${whom.referent}`);
      return places ? [{ ...whom, places: places.map(({ place }) => place) }] : [];
    })
    .sort((a, b) => Number(a.referent === null) - Number(b.referent === null) || b.places.length - a.places.length);
  return [{ document, uses, never: neverOf(found, actors, referents) }];
}

const RELATIONS = ['of', 'in'] as const;

/** Of whom neither word can be said, in any voice. "Never of …" says something only of a word that is used of someone. */
function neverOf(found: readonly Occurrence[], actors: readonly Referent[], referents: readonly Referent[]): string[] {
  if (!found.some(({ used, whom }) => used && whom !== null)) return [];
  // Where a thing is only placed, whose it is stays open as well.
  const open = found.filter(({ whom }) => whom?.relation !== 'of');
  if (open.some(({ near }) => near === undefined)) return [];
  const said = found.flatMap(({ whom }) => whom?.id ?? []);
  const maybe = withKin(new Set([...said, ...open.flatMap(({ near }) => [...(near ?? [])])]), referents);
  return actors.filter(({ id }) => !maybe.has(id)).map(({ name }) => name);
}

/** What is said of a town is said of its land, and what is said of a region may be said of a state in it. */
function withKin(ids: ReadonlySet<string>, referents: readonly Referent[]): Set<string> {
  const above = new Map(referents.map(({ id, of }) => [id, of]));
  const chain = (id: string): string[] => {
    const met = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !met.has(at); at = above.get(at)) met.add(at);
    return [...met];
  };
  const kin = new Set([...ids].flatMap(chain));
  for (const { id } of referents) if (chain(id).some((each) => ids.has(each))) kin.add(id);
  return kin;
}

const UNDECIDED = { referent: null, name: 'not said in so many words', relation: 'of' as const };

/** States, peoples, groups and places that a document's sentences on the topic name, in the order of names.yaml. */
function actorsOf(covering: readonly OnTopic[], referents: readonly Referent[]): Referent[] {
  const byId = new Map(referents.map((referent) => [referent.id, referent]));
  const named = new Set<string>();
  for (const { analysis, indices } of covering) {
    const bySentence = namedBySentence(analysis);
    for (const index of indices) for (const id of bySentence.get(index) ?? []) named.add(rolledUp(id, byId));
  }
  return referents.filter(({ id, kind }) => named.has(id) && SIDES.has(kind));
}

/** Whom else a word could have been used of. A body or a person takes part, but is no side. */
const SIDES: ReadonlySet<Referent['kind']> = new Set(['state', 'people', 'group', 'place']);

function namedBySentence({ reading, labels }: OnTopic['analysis']): Map<number, Set<string>> {
  const byName = grouped(labels, ({ first }) => sentenceAt(reading.sentences, first));
  return new Map([...byName].map(([at, uses]) => [at, new Set(uses.map(({ entry }) => entry.category))]));
}

function placesIn({ documents }: Symmetry): number {
  return documents.reduce((sum, { uses }) => sum + uses.reduce((all, { places }) => all + places.length, 0), 0);
}

/** Places listed of one use: whatever a text repeats, a page and a file stay readable. */
const MOST_PLACES = 100;

function withFewerPlaces(pair: Symmetry): Symmetry {
  const documents = pair.documents.map((each) => ({
    ...each,
    uses: each.uses.map((use) => ({ ...use, places: use.places.slice(0, MOST_PLACES) })),
  }));
  return { ...pair, documents };
}

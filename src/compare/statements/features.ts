import type { Analysis } from '../../devices/analysis.js';
import type { Names, Referent } from '../../devices/referent.js';
import { tagAt, type Sentence } from '../../text/reading.js';
import { isFunctionWord } from '../function-word.js';
import type { OnTopic } from '../on-topic.js';
import { claimedOf, claimOf, deedsOf } from '../claim.js';
import { rolesOf, type Roles } from '../claim/roles.js';
import type { WordLists } from '../word-lists.js';
import { baseForms } from './base-form.js';
import { numberOf } from './number.js';

/** Something a sentence speaks of. */
export interface Unit {
  /** Its name in every document: `@france`, `vote`, `#2020`. */
  readonly key: string;
  /** As the text has it; a referent by its name. */
  readonly shown: string;
  /** A word or a number: it says what happens, where a name says to whom. */
  readonly tells: boolean;
  /** Whether it is denied, or how a number is bounded: `not`, `>`; empty for what is plainly said. */
  readonly claimed: string;
}

/**
 * A sentence as what it speaks of. A unit's mass lies on features: on itself, and in part on what it has in common with
 * others (the root of a word, its family of related words, the state that a president stands for).
 */
export interface Told {
  readonly document: number;
  readonly analysis: Analysis;
  /** Index into the reading's sentences. */
  readonly index: number;
  readonly units: readonly Unit[];
  /** Feature numbers, ascending; their masses; the unit that each comes from. */
  readonly ids: Int32Array;
  readonly masses: Float64Array;
  readonly unitOf: Uint16Array;
  /** Who does what to whom, by the units' keys; read when first asked for. */
  readonly roles: () => Roles;
  /** What the document's habit leaves of each of them, 0…1; 1 for what it says once. */
  readonly habits: Float64Array;
  /** The same for all that the document says more than once, by feature. */
  readonly damping: ReadonlyMap<number, number>;
}

/** What a document tells by sentence; undefined for those that are not its own argument. */
export type ToldDocument = readonly (Told | undefined)[];

// Chosen on the readers' pairs of the seeds. A quarter more or less of one of them leaves 19 to 28 pairs, of which 82 to
// 95 in a hundred are right; these give 25 and 92.
/** A word's mass is the square of its rarity, 0…1; a name's is that of a fairly rare word. */
const NAME_MASS = 0.64;
const ROOT_SHARE = 0.2;
const FAMILY_SHARE = 0.5;
const STATE_SHARE = 0.3;
/** Of a word that carries no topic of its own ("relation", "policy"). */
const EMPTY_SHARE = 0.5;
/** What a document says in n of its sentences on the topic weighs 1 / (1 + 0.4 ln n) there. */
const HABIT = 0.4;
const MOST_FORENAMES = 3;
/** Longer ones are lists and tables; the rest of them is not read. */
const MOST_UNITS = 400;

/** Reads documents into features, whose numbers are the same in all documents that one reader reads. */
export function featureReader(names: Names, lists: WordLists): (document: OnTopic, place: number) => ToldDocument {
  const numbers = new Map<string, number>();
  const numberOfKey = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const referents = new Map(names.referents.map((referent) => [referent.id, referent]));
  const { baseOf, rootOf, massOf } = baseForms(lists.rarity);

  return ({ analysis, indices }, document) => {
    const { reading } = analysis;
    const labels = new Map(analysis.labels.map((label) => [label.first, label]));
    const families = familiesOf(analysis, lists);
    const empty = emptyIn(analysis, lists);
    const damping = new Map<number, number>();
    const onTopic = new Set(indices);
    const held = reading.sentences.map((sentence, index) => {
      const { kind } = sentence;
      const own = kind === 'prose' || kind === 'title' || kind === 'heading' || onTopic.has(index);
      return own ? unitsIn(sentence) : undefined;
    });
    const counts = new Map<number, number>();
    for (const index of indices) for (const id of held[index]?.ids ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [id, count] of counts) if (count > 1) damping.set(id, 1 / (1 + HABIT * Math.log(count)));
    return held.map((each, index) => {
      const habits = Float64Array.from(each?.ids ?? [], (id) => damping.get(id) ?? 1);
      return each && { document, analysis, index, ...each, habits, damping };
    });

    function unitsIn(sentence: Sentence): Pick<Told, 'units' | 'ids' | 'masses' | 'unitOf' | 'roles'> {
      const { first, last } = sentence;
      const claim = claimOf(reading, sentence);
      const units: Unit[] = [];
      const unitAt = new Map<number, number>();
      const features = new Map<number, { mass: number; unit: number }>();
      const hold = (key: string, mass: number): void => {
        const id = numberOfKey(key);
        // What two units have in common counts once, for the weightier.
        if (mass > (features.get(id)?.mass ?? 0)) features.set(id, { mass, unit: units.length - 1 });
      };
      for (let i = first; i < last && units.length < MOST_UNITS; i += 1) {
        const label = labels.get(i);
        const referent = label && referents.get(label.entry.category);
        if (label && referent) {
          holdName(referent, units, hold);
          for (; i < label.last; i += 1) unitAt.set(i, units.length - 1);
          i -= 1;
        } else if (!isForename(i)) {
          const before = units.length;
          holdWord(i, claimedOf(claim, i), units, hold);
          if (units.length > before) unitAt.set(i, before);
        }
      }
      if (units.length === 0) holdWhole(first, last, units, hold);
      const sorted = [...features].sort(([a], [b]) => a - b);
      return {
        units,
        ids: Int32Array.from(sorted, ([id]) => id),
        masses: Float64Array.from(sorted, ([, { mass }]) => mass),
        unitOf: Uint16Array.from(sorted, ([, { unit }]) => unit),
        roles: once(() => rolesOf(deedsOf(reading, sentence), (token) => units[unitAt.get(token) ?? -1]?.key)),
      };
    }

    /** "Emma" in "Emma Goldman": one name, and it is the person's. */
    function isForename(i: number): boolean {
      for (let at = i; at < i + MOST_FORENAMES && tagAt(reading.tokens, at) === 'PROPN'; at += 1) {
        const label = labels.get(at + 1);
        if (label) return referents.get(label.entry.category)?.kind === 'person';
      }
      return false;
    }

    /** "So they did.": nothing to tell, but its like in a copy. */
    function holdWhole(first: number, last: number, units: Unit[], hold: (key: string, mass: number) => void): void {
      const forms = reading.forms.slice(first, last).join(' ');
      units.push({ key: `"${forms}"`, shown: forms, tells: true, claimed: '' });
      hold(`"${forms}"`, EMPTY_SHARE);
    }

    function holdWord(i: number, claimed: string, units: Unit[], hold: (key: string, mass: number) => void): void {
      const form = reading.forms[i] ?? '';
      const tag = tagAt(reading.tokens, i);
      const start = reading.tokens.start[i] ?? 0;
      const text = reading.text.slice(start, start + (reading.tokens.length[i] ?? 0));
      const shown = tag === 'PROPN' ? text : text.toLowerCase();
      const number = numberOf(form, tag);
      if (number) {
        units.push({ key: `#${number.value}`, shown, tells: true, claimed });
        hold(`#${number.value}`, number.weight ** 2);
      } else if (/^\p{L}[\p{L}'-]+$/u.test(form) && !isFunctionWord(form)) {
        const base = baseOf(form, tag);
        const mass = massOf(base) * (empty.has(i) ? EMPTY_SHARE : 1);
        const related = families.get(i) ?? [];
        const toFamily = related.length === 0 ? 0 : FAMILY_SHARE;
        units.push({ key: base, shown, tells: true, claimed });
        hold(base, mass * (1 - ROOT_SHARE - toFamily));
        hold(`~${rootOf(base)}`, mass * ROOT_SHARE);
        for (const family of related) hold(`=${family}`, (mass * toFamily) / related.length);
      }
    }
  };
}

function holdName({ id, name, of }: Referent, units: Unit[], hold: (key: string, mass: number) => void): void {
  units.push({ key: `@${id}`, shown: name, tells: false, claimed: '' });
  hold(`@${id}`, of === undefined ? NAME_MASS : NAME_MASS * (1 - STATE_SHARE));
  if (of !== undefined) hold(`@${of}`, NAME_MASS * STATE_SHARE);
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/** Families of related words by token. */
function familiesOf({ reading }: Analysis, { related }: WordLists): ReadonlyMap<number, readonly number[]> {
  const families = new Map<number, number[]>();
  for (const { payload, first, last } of related.scanFamilies(reading)) {
    for (let i = first; i < last; i += 1) {
      const known = families.get(i) ?? [];
      if (!known.includes(payload)) families.set(i, [...known, payload]);
    }
  }
  return families;
}

/** Tokens of words that carry no topic of their own. */
function emptyIn({ reading }: Analysis, { related }: WordLists): ReadonlySet<number> {
  const empty = new Set<number>();
  for (const { first, last } of related.scanEmpty(reading)) for (let i = first; i < last; i += 1) empty.add(i);
  return empty;
}

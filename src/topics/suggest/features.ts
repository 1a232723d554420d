import type { Analysis } from '../../devices/analysis.js';
import type { Names } from '../../devices/referent.js';
import { namesIn } from '../../text/capitals.js';
import { longestFirst } from '../../text/longest.js';
import { sentenceAt, tagAt, type Tag } from '../../text/reading.js';
import type { Related } from '../related.js';

/** What tells words of a topic from words of any text. */
export interface SuggestWords {
  readonly names: Names;
  readonly related: Related;
  /** 0 for the commonest words, 1 for rare ones. */
  readonly rarity: (form: string) => number;
  readonly baseOf: (form: string, tag: Tag) => string;
}

/** The sentences of one document: what each speaks of, and how it says it. Keys are words, so that a test can read them. */
export interface Features {
  /** Indices into `Reading.sentences` of its prose. */
  readonly indices: readonly number[];
  /** For each of them its ideas: `@id` of a referent, `#n` of a family of words, or a word. */
  readonly ideas: readonly (readonly string[])[];
  /** For each of them its marks: labels in use, loaded words by category, voices. */
  readonly marks: readonly (readonly string[])[];
}

/** A word that more than this share of general English knows better tells no topic ("country", "year", "say"). */
const RARE_ENOUGH = 0.62;
const SHORTEST_WORD = 4;
/** When a thing happened is a fact of a topic, and none itself. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|evening|weekend)$/;
/** Framing words are how a thing is said; these two devices' marks differ most between sources. */
const TELLING_DEVICES = new Set(['loaded-terms', 'distancing']);

/** A name tells what a text is about; a word tells it as far as it is rare in general English (Bell et al.'s surprisal). */
export function weightOf(idea: string, { related, rarity }: SuggestWords): number {
  if (idea.startsWith('@') || idea.includes(' ')) return 1;
  const word = idea.startsWith('#') ? (related.families[Number(idea.slice(1))]?.words[0] ?? '') : idea;
  return Math.min(1, rarity(word.split(' ').at(-1) ?? word)) ** 2;
}

/** What a document's sentences speak of, in one pass. */
export function featuresOf(analysis: Analysis, { names, related, rarity, baseOf }: SuggestWords): Features {
  const { reading, labels, findings } = analysis;
  const { sentences, forms, tokens } = reading;
  const ideas = sentences.map(() => new Set<string>());
  const marks = sentences.map((): string[] => []);
  const taken = new Uint8Array(forms.length);
  const standsFor = new Map(names.referents.map(({ id, of }) => [id, of ?? id]));
  for (const { entry, first, last, voice } of labels) {
    const at = sentenceAt(sentences, first);
    ideas[at]?.add(`@${entry.category}`).add(`@${standsFor.get(entry.category) ?? entry.category}`);
    marks[at]?.push(`label ${entry.id}`);
    if (voice !== 'author') marks[at]?.push(`voice ${voice}`);
    taken.fill(1, first, last);
  }
  for (const { device, entry, first, voice } of findings) {
    if (!TELLING_DEVICES.has(device)) continue;
    const at = sentenceAt(sentences, first);
    marks[at]?.push(`${device} ${entry.category}${voice === 'author' ? '' : ` ${voice}`}`);
  }
  const empty = new Set(related.scanEmpty(reading).map(({ first }) => first));
  for (const { payload, first, last } of longestFirst([...related.scanFamilies(reading)].sort(inOrder))) {
    if (taken[first] === 1 || empty.has(first)) continue;
    ideas[sentenceAt(sentences, first)]?.add(`#${payload}`);
    taken.fill(1, first, last);
  }
  addNames(analysis, taken, ideas);
  forms.forEach((form, at) => {
    if (
      taken[at] === 1 ||
      empty.has(at) ||
      form.length < SHORTEST_WORD ||
      !/^[a-z]+$/.test(form) ||
      CALENDAR.test(form)
    )
      return;
    const tag = tagAt(tokens, at);
    if (tag !== 'NOUN' && tag !== 'VERB' && tag !== 'PROPN' && tag !== 'ADJ') return;
    const base = baseOf(form, tag);
    if (Math.min(rarity(base), rarity(form)) >= RARE_ENOUGH) ideas[sentenceAt(sentences, at)]?.add(base);
  });
  const indices = sentences.flatMap(({ kind }, index) => (kind === 'prose' ? [index] : []));
  return {
    indices,
    ideas: indices.map((index) => [...(ideas[index] ?? [])]),
    marks: indices.map((index) => marks[index] ?? []),
  };
}

const inOrder = (a: { first: number; last: number }, b: { first: number; last: number }): number =>
  a.first - b.first || b.last - a.last;

const LONGEST_NAME = 5;

/** "River Board" is one idea: capitalised names of several words, none of which the corpus knows. */
function addNames({ reading }: Analysis, taken: Uint8Array, ideas: readonly Set<string>[]): void {
  const inName = namesIn(reading);
  for (let first = 0; first < inName.length; first += 1) {
    let last = first;
    while (inName[last] === 1 && taken[last] !== 1) last += 1;
    const name = reading.forms.slice(first, last);
    const isWhole = inName[first - 1] !== 1 && inName[last] !== 1;
    if (isWhole && name.length > 1 && name.length <= LONGEST_NAME && name.every((form) => /^[a-z]+$/.test(form))) {
      ideas[sentenceAt(reading.sentences, first)]?.add(name.join(' '));
      taken.fill(1, first, last);
    }
    first = Math.max(first, last);
  }
}

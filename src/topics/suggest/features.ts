import type { Analysis } from '../../devices/analysis.js';
import type { Names } from '../../devices/referent.js';
import { longestFirst } from '../../text/longest.js';
import { sentenceAt, tagAt, type Tag } from '../../text/reading.js';
import { namesStanding } from '../names-suggest/standing.js';
import type { Related } from '../related.js';
import { isForm, nounsIn, printed } from './nouns.js';

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
  /** For each sentence of prose its ideas: `@id` of a referent, `=Name`, `#n` of a family of words, a noun or two. */
  readonly ideas: readonly (readonly string[])[];
  /** For each of them its marks: labels in use, loaded words by category, voices. */
  readonly marks: readonly (readonly string[])[];
  /** For each of them its paragraph. */
  readonly parts: readonly number[];
  /** Ideas that stand here as a noun or a name → the words that say them, as they are printed, and how often. */
  readonly said: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Families → the members that stand here in whatever form. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Framing words are how a thing is said; these two devices' marks differ most between sources. */
const TELLING_DEVICES = new Set(['loaded-terms', 'distancing']);

/** What a document's sentences speak of, in one pass. */
export function featuresOf(analysis: Analysis, words: SuggestWords): Features {
  const { reading, labels, findings } = analysis;
  const { sentences, forms, tokens } = reading;
  const ideas = sentences.map(() => new Set<string>());
  const marks = sentences.map((): string[] => []);
  const said = new Map<string, Map<string, number>>();
  const members = new Map<string, Set<string>>();
  const taken = new Uint8Array(forms.length);

  const say = (idea: string, surface: string): void => {
    const known = said.get(idea) ?? new Map<string, number>();
    said.set(idea, known.set(surface, (known.get(surface) ?? 0) + 1));
  };
  const standsFor = new Map(words.names.referents.map(({ id, name, of }) => [id, { name, of: of ?? id }]));
  for (const { entry, first, last, voice } of labels) {
    const at = sentenceAt(sentences, first);
    for (const id of new Set([entry.category, standsFor.get(entry.category)?.of ?? entry.category])) {
      ideas[at]?.add(`@${id}`);
      say(`@${id}`, standsFor.get(id)?.name ?? id);
    }
    marks[at]?.push(`label ${entry.id}`);
    if (voice !== 'author') marks[at]?.push(`voice ${voice}`);
    taken.fill(1, first, last);
  }
  for (const { device, entry, first, voice } of findings) {
    if (!TELLING_DEVICES.has(device)) continue;
    const at = sentenceAt(sentences, first);
    marks[at]?.push(`${device} ${entry.category}${voice === 'author' ? '' : ` ${voice}`}`);
  }
  for (const { name, first, last } of namesStanding(reading)) {
    if (taken.subarray(first, last).some((each) => each === 1) || isForm(name.toLowerCase())) continue;
    ideas[sentenceAt(sentences, first)]?.add(`=${name}`);
    say(`=${name}`, name);
    taken.fill(1, first, last);
  }
  const empty = new Set(words.related.scanEmpty(reading).map(({ first }) => first));
  const isTaken = (at: number): boolean => taken[at] === 1;
  for (const { payload, first, last } of longestFirst([...words.related.scanFamilies(reading)].sort(inOrder))) {
    if (isTaken(first) || empty.has(first) || isForm(words.related.families[payload]?.words[0] ?? '')) continue;
    const idea = `#${payload}`;
    ideas[sentenceAt(sentences, first)]?.add(idea);
    const tag = tagAt(tokens, last - 1);
    if (tag === 'NOUN') say(idea, printed(reading, first, last));
    const member = [...forms.slice(first, last - 1), words.baseOf(forms[last - 1] ?? '', tag)].join(' ');
    members.set(idea, (members.get(idea) ?? new Set()).add(member));
  }
  for (const { idea, first, surface } of nounsIn(reading, words, { isTaken, isEmpty: (at) => empty.has(at) })) {
    ideas[sentenceAt(sentences, first)]?.add(idea);
    say(idea, surface);
  }
  const prose = sentences.flatMap(({ kind }, index) => (kind === 'prose' ? [index] : []));
  return {
    ideas: prose.map((index) => [...(ideas[index] ?? [])]),
    marks: prose.map((index) => marks[index] ?? []),
    parts: prose.map((index) => sentences[index]?.part ?? 0),
    said,
    members,
  };
}

const inOrder = (a: { first: number; last: number }, b: { first: number; last: number }): number =>
  a.first - b.first || b.last - a.last;

import { RESAMPLES } from '../../compare/bootstrap.js';
import { FEWEST_USES } from '../../compare/contrast.js';
import { PRIOR_WORDS } from '../../compare/contrast/log-odds.js';
import { LONGEST_PHRASE } from '../../compare/contrast/phrases.js';
import { FEWEST_SENTENCES_FOR_RATES, FEWEST_WORDS_FOR_RATES } from '../../compare/fragility.js';
import { FEWEST_SENTENCES_FOR_TONE } from '../../compare/tone.js';
import type { Library } from '../../corpus/library.js';
import { DEVICES } from '../../devices/index.js';
import type { DeviceId, Entry } from '../../devices/lexicon/entry.js';
import type { Cell } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { counted, grouped, listed, plainId, quotedWord } from '../prose.js';
import { formsOf, frameOf, receiptOf, type Frame } from './frame.js';
import { shortCitation, workHref } from './notes.js';
import { topicHref } from './source.js';
import { entriesOf } from './terms-page.js';
import { useCounts, WHOLE } from './term-uses.js';
import { validityView, type ValidityView } from './validity.js';

interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly entries: number;
  readonly terms: number;
  readonly used: number;
}

interface DeviceRow {
  readonly id: DeviceId;
  readonly letter: string;
  readonly name: string;
  readonly about: string;
  readonly limit: string;
  readonly sources: readonly { readonly short: string; readonly href: string }[];
  readonly size: string;
  readonly categories: readonly CategoryRow[];
}

export interface MethodView {
  readonly frame: Frame;
  readonly receipt: string;
  readonly devices: readonly DeviceRow[];
  readonly topics: readonly { readonly title: string; readonly href: string; readonly cues: string }[];
  readonly tone: {
    readonly words: string;
    readonly fewest: number;
    readonly negators: string;
    readonly degrees: string;
    readonly contrast: string;
    readonly irrealis: string;
  };
  readonly comparing: {
    readonly prior: number;
    readonly longest: number;
    readonly fewest: number;
    readonly resamples: string;
    readonly sentences: number;
    readonly words: number;
  };
  readonly frames: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: string;
    readonly cues: string;
    readonly source: string;
    readonly href: string;
  }[];
  readonly mirrors: readonly { readonly word: string; readonly mirror: string }[];
  readonly validity: ValidityView;
  readonly works: readonly { readonly key: string; readonly work: string; readonly for: string }[];
}

const MOST_LISTED = 24;

export async function methodView(library: Library, assets: Assets): Promise<MethodView> {
  const { lexicon, topics } = library;
  const { tone, works } = lexicon;
  return {
    frame: frameOf(assets, library, { title: 'Method', current: '/method', forms: formsOf('/method') }),
    receipt: receiptOf(library),
    devices: await deviceRows(library),
    topics: topics.map(({ id, title, cues, not }) => ({
      title,
      href: topicHref(id),
      cues: `${counted(cues.length, 'cue')}, ${counted(cues.flatMap(({ groups }) => groups.flat()).length, 'phrase')}${not.length > 0 ? `, not beside ${listed(not.map(quotedWord), 'or')}` : ''}`,
    })),
    tone: {
      words: grouped(Object.keys(tone.valence).length),
      fewest: FEWEST_SENTENCES_FOR_TONE,
      negators: some(tone.negators),
      degrees: some(Object.entries(tone.intensifiers).map(([word, factor]) => `${word} ×${factor}`)),
      contrast: some(tone.contrast),
      irrealis: some(tone.irrealis),
    },
    comparing: {
      prior: PRIOR_WORDS,
      longest: LONGEST_PHRASE,
      fewest: FEWEST_USES,
      resamples: grouped(RESAMPLES),
      sentences: FEWEST_SENTENCES_FOR_RATES,
      words: FEWEST_WORDS_FOR_RATES,
    },
    frames: library.lists().frames.frames.map(({ id, name, about, cues, source }) => ({
      id,
      name,
      about,
      cues: counted(cues.length, 'cue'),
      source: shortCitation(works, source),
      href: workHref(source),
    })),
    mirrors: library.lists().mirrors.pairs.map(({ word, mirror }) => ({ word: word.label, mirror: mirror.label })),
    validity: validityView(works),
    works: [...works.values()],
  };
}

function some(words: readonly string[]): string {
  const rest = words.length - MOST_LISTED;
  return rest > 0 ? `${words.slice(0, MOST_LISTED).join(', ')} and ${rest} more` : listed(words);
}

async function deviceRows(library: Library): Promise<DeviceRow[]> {
  const uses = await useCounts(library, WHOLE);
  return DEVICES.map(({ id, letter, name, about, limit, sources }) => {
    const entries = entriesOf(library, id);
    return {
      id,
      letter,
      name,
      about,
      limit,
      sources: sources.map((source) => ({
        short: shortCitation(library.lexicon.works, source),
        href: workHref(source),
      })),
      size: `${counted(entries.length, 'entry', 'entries')}, ${counted(termsIn(entries), 'term')}`,
      categories: [...new Set(entries.map(({ category }) => category))].map((category) => {
        const own = entries.filter((entry) => entry.category === category);
        return {
          id: category,
          name: categoryTitle(library, id, category),
          about: aboutCategory(library, id, category),
          entries: own.length,
          terms: termsIn(own),
          used: own.filter((entry) => uses.has(entry)).length,
        };
      }),
    };
  });
}

function termsIn(entries: readonly Entry[]): number {
  return entries.reduce((sum, { terms }) => sum + terms.length, 0);
}

function categoryTitle({ names }: Library, device: DeviceId, category: string): string {
  return device === 'naming'
    ? (names.referents.find(({ id }) => id === category)?.name ?? category)
    : plainId(category);
}

function aboutCategory({ lexicon, names }: Library, device: DeviceId, category: string): string {
  if (device === 'naming')
    return `Contested labels of ${names.referents.find(({ id }) => id === category)?.name ?? category}.`;
  if (device === 'sentiment')
    return category === 'good' ? 'Words that readers rate above 0.' : 'Words that readers rate below 0.';
  return lexicon.categories.find((each) => each.device === device && each.id === category)?.about ?? '';
}

export async function methodData(library: Library): Promise<object> {
  const { corpus, lexicon } = library;
  return { corpus, lexicon: lexicon.version, devices: await deviceRows(library), works: [...lexicon.works.values()] };
}

export async function methodRows(library: Library): Promise<Cell[][]> {
  const rows = (await deviceRows(library)).flatMap(({ id, categories }) =>
    categories.map((category): Cell[] => [
      id,
      category.id,
      category.about,
      category.entries,
      category.terms,
      category.used,
    ]),
  );
  return [['device', 'category', 'about', 'entries', 'terms', 'entries in use'], ...rows];
}

import type { Library } from '../../corpus/library.js';
import { DEVICES } from '../../devices/index.js';
import type { DeviceId, Entry } from '../../devices/lexicon/entry.js';
import type { Cell } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { counted, inSentence, plainId } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { termHref } from './source.js';
import { sourceColumns, type SourceColumn } from './source-columns.js';
import { useCounts } from './term-uses.js';

interface UsedTerm {
  readonly name: string;
  readonly href: string;
  readonly category: string;
  readonly total: number;
  readonly counts: readonly number[];
}

interface UnusedCategory {
  readonly name: string;
  readonly about: string;
  readonly terms: readonly { readonly name: string; readonly href: string }[];
}

export interface TermsView {
  readonly frame: Frame;
  readonly summary: string;
  readonly sources: readonly SourceColumn[];
  readonly devices: readonly {
    readonly id: DeviceId;
    readonly letter: string;
    readonly name: string;
    readonly about: string;
    readonly used: readonly UsedTerm[];
    readonly unused: readonly UnusedCategory[];
    readonly unusedCount: string;
  }[];
}

export async function termsView(library: Library, assets: Assets): Promise<TermsView> {
  const of = sourceColumns(library.documents);
  const uses = await useCounts(library, of);
  const framing = [...uses.keys()].filter(({ device }) => device !== 'sentiment').length;
  return {
    frame: frameOf(assets, library, { title: 'Terms', current: '/terms', forms: formsOf('/terms') }),
    summary: `${counted(framing, 'entry', 'entries')} of the lexicon and of the names are in use in these ${counted(library.documents.length, 'document')}.`,
    sources: of.columns,
    devices: DEVICES.map(({ id, letter, name, about }) => {
      const entries = entriesOf(library, id);
      const used = entries
        .filter((entry) => uses.has(entry))
        .map((entry) => usedTerm(entry, uses.get(entry) ?? [], library));
      const rest = entries.filter((entry) => !uses.has(entry));
      // 3,000 scored words of a published list are no reading; /method tells how they count.
      const unused = id === 'sentiment' ? [] : byCategory(rest, library);
      return {
        id,
        letter,
        name,
        about,
        used: used.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1)),
        unused,
        unusedCount: counted(rest.length, 'entry', 'entries'),
      };
    }),
  };
}

function usedTerm(entry: Entry, counts: readonly number[], library: Library): UsedTerm {
  return {
    name: entryName(entry),
    href: termHref(entry.device, entry.id),
    category: categoryName(entry, library),
    total: counts.reduce((sum, each) => sum + each, 0),
    counts,
  };
}

function byCategory(entries: readonly Entry[], library: Library): UnusedCategory[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.category, [...(groups.get(entry.category) ?? []), entry]);
  return [...groups].map(([category, group]) => ({
    name: group[0] ? categoryName(group[0], library) : category,
    about:
      library.lexicon.categories.find(({ device, id }) => device === group[0]?.device && id === category)?.about ?? '',
    terms: group.map((entry) => ({ name: entryName(entry), href: termHref(entry.device, entry.id) })),
  }));
}

export function entriesOf({ lexicon, names }: Library, device: DeviceId): readonly Entry[] {
  return device === 'naming'
    ? names.entries.filter(({ contested }) => contested)
    : lexicon.entries.filter((entry) => entry.device === device);
}

/** "slam", "Nagorno-Karabakh", "scare quotes" */
export function entryName({ label, terms, id }: Entry): string {
  return label ?? terms[0]?.replaceAll('<its>', '…') ?? plainId(id);
}

export function categoryName({ device, category }: Entry, { names }: Library): string {
  if (device === 'naming')
    return `name for ${inSentence(names.referents.find(({ id }) => id === category)?.name ?? category)}`;
  return device === 'sentiment' ? `${category} tone` : plainId(category);
}

export async function termsData(library: Library): Promise<object> {
  const of = sourceColumns(library.documents);
  const uses = await useCounts(library, of);
  return {
    lexicon: library.lexicon.version,
    entries: [...uses].map(([{ device, id, category, terms, why, source, neutral }, counts]) => ({
      device,
      id,
      category,
      terms,
      why,
      source,
      neutral,
      uses: Object.fromEntries(of.columns.map(({ id, short }, at) => [id || short, counts[at] ?? 0])),
    })),
  };
}

export async function termsRows(library: Library): Promise<Cell[][]> {
  const of = sourceColumns(library.documents);
  const rows = [...(await useCounts(library, of))].map(([{ device, id, category, why, source }, counts]): Cell[] => [
    device,
    id,
    category,
    ...counts,
    why,
    source,
  ]);
  return [['device', 'entry', 'category', ...of.columns.map(({ short }) => short), 'why', 'source'], ...rows];
}

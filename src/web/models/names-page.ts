import { throughDocuments } from '../../corpus/coverage.js';
import type { Library } from '../../corpus/library.js';
import type { Entry } from '../../devices/lexicon/entry.js';
import type { Referent } from '../../devices/referent.js';
import type { Cell } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { counted } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { shortCitation } from './notes.js';
import { termHref } from './source.js';
import { sourceColumns, type SourceColumn } from './source-columns.js';

interface LadderRung {
  readonly label: string;
  readonly entry: string;
  readonly contested: boolean;
  readonly why: string;
  readonly source: string;
  readonly total: number;
  /** One a column: uses, and how many of them are not in the author's voice. */
  readonly counts: readonly { readonly count: number; readonly quoted: number }[];
}

/** A referent and the labels for it that the corpus uses. */
export interface LadderReferent {
  readonly id: string;
  readonly name: string;
  readonly kind: Referent['kind'];
  readonly rungs: readonly LadderRung[];
}

export interface Ladder {
  readonly columns: readonly SourceColumn[];
  readonly referents: readonly LadderReferent[];
}

interface Rung {
  count: number;
  quoted: number;
}

export interface NamesView {
  readonly frame: Frame;
  readonly sources: readonly SourceColumn[];
  /** Columns of the ladder. */
  readonly width: number;
  readonly referents: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly rungs: readonly {
      readonly label: string;
      readonly href: string;
      readonly contested: boolean;
      readonly why: string;
      readonly citation: string;
      readonly cells: readonly { readonly count: number; readonly quoted: string }[];
    }[];
    readonly unused: readonly { readonly label: string; readonly href: string }[];
  }[];
  readonly unnamed: readonly string[];
}

export async function ladderOf({ documents, names, analysisOf }: Library): Promise<Ladder> {
  const { columns, columnOf } = sourceColumns(documents);
  const uses = new Map<Entry, Rung[]>();
  await throughDocuments(documents, (document, at) => {
    for (const { entry, voice } of analysisOf(document).labels) {
      const row = uses.get(entry) ?? columns.map(() => ({ count: 0, quoted: 0 }));
      uses.set(entry, row);
      const rung = row[columnOf(at)];
      if (!rung) continue;
      rung.count += 1;
      if (voice !== 'author') rung.quoted += 1;
    }
  });
  const referents = names.referents.map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    rungs: names.entries
      .filter(({ category }) => category === id)
      .map((entry) => {
        const counts = uses.get(entry) ?? columns.map(() => ({ count: 0, quoted: 0 }));
        return {
          label: entry.label ?? entry.id,
          entry: entry.id,
          contested: entry.contested ?? false,
          why: entry.why,
          source: entry.source,
          total: counts.reduce((sum, { count }) => sum + count, 0),
          counts,
        };
      }),
  }));
  return { columns, referents };
}

export function namesView({ columns, referents: ladder }: Ladder, library: Library, assets: Assets): NamesView {
  const isNamed = ({ rungs }: LadderReferent): boolean => rungs.some(({ total }) => total > 0);
  const contests = ({ rungs }: LadderReferent): number =>
    rungs.filter(({ contested, total }) => contested && total > 0).length;
  return {
    frame: frameOf(assets, library, { title: 'Names', current: '/names', forms: formsOf('/names') }),
    sources: columns,
    width: columns.length + 1,
    referents: ladder
      .filter(isNamed)
      .sort((a, b) => contests(b) - contests(a))
      .map(({ id, name, kind, rungs }) => ({
        id,
        name,
        kind,
        rungs: rungs
          .filter(({ total }) => total > 0)
          .map(({ label, entry, contested, why, source, counts }) => ({
            label,
            href: termHref('naming', entry),
            contested,
            why,
            citation: contested ? shortCitation(library.lexicon.works, source) : '',
            cells: counts.map(({ count, quoted }) => ({
              count,
              quoted: quoted === 0 ? '' : quoted === count ? 'quoted' : `${quoted} quoted`,
            })),
          })),
        unused: rungs
          .filter(({ total, contested }) => total === 0 && contested)
          .map(({ label, entry }) => ({ label, href: termHref('naming', entry) })),
      })),
    unnamed: ladder
      .filter((referent) => !isNamed(referent))
      .map(({ name, rungs }) => `${name} (${counted(rungs.length, 'label')})`),
  };
}

export function ladderRows({ columns, referents }: Ladder): Cell[][] {
  const rows = referents.flatMap(({ id, rungs }) =>
    rungs.flatMap(({ label, entry, contested, counts }) =>
      counts.map(({ count, quoted }, at): Cell[] => [
        id,
        label,
        entry,
        contested ? 'contested' : '',
        columns[at]?.id ?? '',
        columns[at]?.short ?? '',
        count,
        quoted,
      ]),
    ),
  );
  return [
    ['referent', 'label', 'entry', 'contested', 'document', 'source', 'uses', 'not in the author’s voice'],
    ...rows,
  ];
}

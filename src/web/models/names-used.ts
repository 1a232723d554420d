import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../compare/schema/document.js';
import { termHref } from './source.js';

export interface LabelCell {
  readonly label: string;
  readonly href: string;
  readonly contested: boolean;
  /** "×3", where it is used more than once. */
  readonly times: string;
  /** "not in its own voice", "2 not in its own voice". */
  readonly quoted: string;
}

export interface ReferentRow {
  readonly name: string;
  readonly href: string;
  readonly contested: boolean;
  /** One a covering document, in order; empty where it does not name the referent. */
  readonly cells: readonly (readonly LabelCell[])[];
}

export interface NamesUsed {
  readonly sources: readonly string[];
  /** Referents told by a contested label or by several labels. */
  readonly rows: readonly ReferentRow[];
  /** Referents with one label throughout. */
  readonly alike: readonly string[];
}

export function namesUsed({ documents }: Comparison): NamesUsed {
  const covering = documents.filter(({ coverage }) => coverage === 'covered');
  const referents = new Map(
    covering.flatMap(({ labels }) => labels.map(({ referent, name }) => [referent, name] as const)),
  );
  const rows: ReferentRow[] = [];
  const alike: string[] = [];
  for (const [referent, name] of referents) {
    const cells = covering.map((document) => usesOf(document, referent));
    const labels = new Set(cells.flat().map(({ label }) => label));
    const contested = cells.flat().some((cell) => cell.contested);
    if (contested || labels.size > 1) rows.push({ name, href: `/names#${referent}`, contested, cells });
    else alike.push(name);
  }
  return {
    sources: covering.map(({ short }) => short),
    rows: rows.sort((a, b) => Number(b.contested) - Number(a.contested)),
    alike,
  };
}

function usesOf({ labels }: ComparedDocument, wanted: string): LabelCell[] {
  const uses = labels.find(({ referent }) => referent === wanted)?.uses ?? [];
  return uses.map(({ label, entry, contested, count, quoted }) => ({
    label,
    href: termHref('naming', entry),
    contested,
    times: count > 1 ? `×${count}${quoted > 0 ? ',' : ''}` : '',
    quoted: quoted === 0 ? '' : quoted === count ? 'not in its own voice' : `${quoted} not in its own voice`,
  }));
}

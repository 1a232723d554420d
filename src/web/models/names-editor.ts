import type { Library } from '../../corpus/library.js';
import { REFERENT_KINDS, type Referent } from '../../devices/referent.js';
import type { SuggestedReferent } from '../../topics/names-suggest.js';
import type { Assets } from '../assets.js';
import { NO_LABEL, type LabelFields } from '../editors/name-form.js';
import type { Refused, StoredCorpus } from '../page.js';
import { counted, listed } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';

export interface NamesEditorView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly names: readonly {
    readonly name: string;
    readonly kind: string;
    readonly labels: string;
    readonly href: string;
  }[];
  readonly suggested: readonly {
    readonly name: string;
    readonly kind: string;
    /** "Peru 4, Peruvian 2" with the documents of each. */
    readonly labels: readonly { readonly label: string; readonly uses: string }[];
    readonly href: string;
    readonly action: string;
  }[];
}

export function namesEditorView(
  suggested: readonly SuggestedReferent[],
  corpus: StoredCorpus,
  library: Library,
  assets: Assets,
): NamesEditorView {
  const { referents } = library.names;
  const nameOf = (id: string): string => referents.find((each) => each.id === id)?.name ?? id;
  return {
    frame: frameOf(assets, library, {
      title: 'Edit the names',
      current: '/names',
      forms: formsOf('/names/edit').slice(0, 1),
    }),
    kicker: corpus.title,
    names: referents.map(({ id, name, kind, labels }) => ({
      name,
      kind,
      labels: listed(labels.map(({ label, contested }) => (contested ? `${label} (takes a side)` : label))),
      href: `/names/${encodeURIComponent(id)}/edit`,
    })),
    suggested: suggested.map(({ name, kind, known, labels }) => {
      const query = new URLSearchParams(labels.map(({ label }): [string, string] => ['label', label]));
      if (known === null) for (const [key, value] of Object.entries({ name, kind })) query.append(key, value);
      return {
        name: known === null ? name : nameOf(known),
        kind: known === null ? kind : 'in the list already',
        labels: labels.map(({ label, count, documents }) => ({
          label,
          uses: `${counted(count, 'use')} in ${counted(documents.length, 'document')}`,
        })),
        href: `${known === null ? '/names/new' : `/names/${encodeURIComponent(known)}/edit`}?${query.toString()}`,
        action: known === null ? 'Take it over' : 'Add to it',
      };
    }),
  };
}

export interface NameEditorView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly action: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly isKnown: boolean;
  readonly name: string;
  readonly kinds: readonly { readonly value: string; readonly on: boolean }[];
  readonly of: readonly { readonly value: string; readonly label: string; readonly on: boolean }[];
  readonly labels: readonly (LabelFields & { readonly number: number; readonly isNew: boolean })[];
}

/** Empty labels behind the others, since a form without script has no way to add one. */
const EMPTY_LABELS = 3;

export function nameEditorView(
  {
    corpus,
    known,
    name,
    labels,
    refused,
  }: {
    readonly corpus: StoredCorpus;
    readonly known: Referent | undefined;
    readonly name: { readonly name: string; readonly kind: string; readonly of: string };
    readonly labels: readonly LabelFields[];
    readonly refused: Refused | undefined;
  },
  library: Library,
  assets: Assets,
): NameEditorView {
  const title = known ? `Edit “${known.name}”` : 'A name of your own';
  const all = [...labels, ...Array.from({ length: EMPTY_LABELS }, () => NO_LABEL)];
  return {
    frame: frameOf(assets, library, { title, current: '/names' }),
    kicker: corpus.title,
    title,
    action: known ? `/names/${encodeURIComponent(known.id)}` : '/names',
    revision: corpus.revision,
    refused: refusedLine(refused),
    isKnown: known !== undefined,
    name: name.name,
    kinds: REFERENT_KINDS.map((value) => ({ value, on: value === name.kind })),
    of: [
      { value: '', label: 'nothing else', on: name.of === '' },
      ...library.names.referents
        .filter(({ id }) => id !== known?.id)
        .map((each) => ({ value: each.id, label: each.name, on: each.id === name.of })),
    ],
    labels: all.map((label, at) => ({ ...label, number: at + 1, isNew: at >= labels.length })),
  };
}

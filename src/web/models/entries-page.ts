import type { Library } from '../../corpus/library.js';
import type { OwnEntry } from '../../corpus/store/shapes.js';
import { DIRECTIONS, STANCES } from '../../devices/lexicon/entry.js';
import { COMPLEMENTS } from '../../text/speech.js';
import type { Assets } from '../assets.js';
import type { EntryFields } from '../editors/entry-form.js';
import type { Refused, StoredCorpus } from '../page.js';
import { counted, listed, quotedWord } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { DEVICE_NAMES } from './legend.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { termHref } from './source.js';

export interface EntriesView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly count: string;
  readonly entries: readonly {
    readonly words: string;
    readonly device: string;
    readonly why: string;
    readonly edit: string;
    readonly uses: string;
  }[];
}

export function entriesView(
  entries: readonly OwnEntry[],
  corpus: StoredCorpus,
  library: Library,
  assets: Assets,
): EntriesView {
  return {
    frame: frameOf(assets, library, {
      title: 'Terms of your own',
      current: '/terms',
      forms: formsOf('/entries').slice(0, 1),
    }),
    kicker: corpus.title,
    count: entries.length === 0 ? '' : counted(entries.length, 'entry', 'entries'),
    entries: entries.map(({ id, device, terms, why }) => ({
      words: listed(terms.map(quotedWord), 'or'),
      device: DEVICE_NAMES.get(device) ?? device,
      why,
      edit: `/entries/${device}/${id}/edit`,
      uses: termHref(device, id),
    })),
  };
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly on: boolean;
}

export interface EntryView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly fields: EntryFields;
  readonly isKnown: boolean;
  readonly deleteAction: string;
  readonly devices: readonly Choice[];
  readonly pos: readonly Choice[];
  readonly directions: readonly Choice[];
  readonly strengths: readonly Choice[];
  readonly stances: readonly Choice[];
  readonly takes: readonly Choice[];
  readonly works: readonly { readonly key: string; readonly work: string }[];
}

const OWN_DEVICES = ['loaded-terms', 'distancing', 'attribution', 'certainty'] as const;
const POS = [
  ['noun', 'noun'],
  ['verb', 'verb'],
  ['adj', 'adjective'],
  ['adv', 'adverb'],
  ['fixed', 'as written, in no other form'],
] as const;
const STRENGTHS = [
  ['1', 'mild'],
  ['2', 'plain'],
  ['3', 'strong'],
] as const;

export function entryView(
  {
    corpus,
    known,
    fields,
    refused,
  }: {
    readonly corpus: StoredCorpus;
    readonly known: OwnEntry | undefined;
    readonly fields: EntryFields;
    readonly refused: Refused | undefined;
  },
  library: Library,
  assets: Assets,
): EntryView {
  const title = known ? `Edit ${quotedWord(known.terms[0] ?? known.id)}` : 'A term of your own';
  const choices = (pairs: readonly (readonly [string, string])[], on: (value: string) => boolean): Choice[] =>
    pairs.map(([value, label]) => ({ value, label, on: on(value) }));
  return {
    frame: frameOf(assets, library, { title, current: '/terms' }),
    kicker: corpus.title,
    title,
    revision: corpus.revision,
    refused: refusedLine(refused),
    fields,
    isKnown: known !== undefined,
    deleteAction: known ? `/entries/${known.device}/${known.id}/delete` : '',
    devices: choices(
      OWN_DEVICES.map((id) => [id, DEVICE_NAMES.get(id) ?? id]),
      (value) => value === fields.device,
    ),
    pos: choices(POS, (value) => fields.pos.includes(value)),
    directions: choices(
      DIRECTIONS.map((each) => [each, each]),
      (value) => value === fields.direction,
    ),
    strengths: choices(STRENGTHS, (value) => value === fields.strength),
    stances: choices(
      [['', 'none'], ...STANCES.map((each) => [each, each] as const)],
      (value) => value === fields.stance,
    ),
    takes: choices(
      COMPLEMENTS.map((each) => [each, each]),
      (value) => fields.takes.includes(value),
    ),
    works: [...library.lexicon.works].map(([key, { work }]) => ({ key, work })),
  };
}

import type { Comparison } from '../../compare/schema/comparison.js';
import type { Library } from '../../corpus/library.js';
import { PARTS } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { fieldsOfTopic } from '../editors/topic-form.js';
import { capital, counted, inWords } from '../prose.js';
import { searchOf, type ComparisonState } from '../query.js';
import { choiceOf, type ChoiceView } from './choice.js';
import { copiesTold } from './copies.js';
import { columnsOf, type ColumnView, type Editing } from './columns.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { glanceOf, type GlanceRow } from './glance.js';
import { keptFields, legendOf, type Legend } from './legend.js';
import { namesUsed, type NamesUsed } from './names-used.js';
import { silenceOf, type SilenceView } from './silence.js';
import { standOut, type StandOut } from './stand-out.js';
import { pickerOf, type Picker } from './picker.js';

export interface TopicView extends Evidence {
  readonly printed: false;
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly question: string;
  readonly standOut: readonly StandOut[];
  readonly choice: ChoiceView | null;
  /** Documents that share most of their wording. */
  readonly copies: readonly string[];
  /** Documents of the corpus that cannot be compared, and why. */
  readonly leftOut: readonly string[];
  readonly legend: Legend;
  readonly counting: string;
  readonly glance: readonly GlanceRow[];
  readonly picker: Picker;
  readonly columns: readonly ColumnView[];
  readonly joined: boolean;
  /** Whether some marks stand in a voice that is not counted. */
  readonly hasAsides: boolean;
  readonly names: NamesUsed;
  readonly silence: SilenceView;
  readonly sheetHref: string;
  /** Where the topic can be changed, or a typed one kept; null where nothing can be. */
  readonly edit: { readonly href: string; readonly label: string } | null;
  /** Its tables as CSV. */
  readonly tables: readonly { readonly href: string; readonly label: string }[];
}

/** Where a comparison stands: `/topics/minsk-group`, or `/topics` with the words that were typed. */
export interface TopicAddress {
  readonly path: string;
  readonly q?: string | undefined;
  readonly leftOut?: readonly string[] | undefined;
}

export function topicView(
  comparison: Comparison,
  { path, q, leftOut = [] }: TopicAddress,
  state: ComparisonState,
  library: Library,
  assets: Assets,
  editing?: Editing,
): TopicView {
  const { topic, documents, choice } = comparison;
  const covering = choice?.speaking ?? documents.filter(({ coverage }) => coverage === 'covered').length;
  const columns = columnsOf(comparison, library, state, q === undefined ? editing : undefined);
  return {
    ...evidenceOf(comparison, state, (id) => columns.find((column) => column.id === id)?.marks ?? []),
    printed: false,
    frame: frameOf(assets, library, {
      title: capital(topic.title),
      current: '/',
      typed: q,
      forms: formsOf(path, searchOf({ q, page: state.page })),
    }),
    kicker: `${library.corpus.title} · ${counted(library.documents.length, 'document')} · ${covering === 0 ? 'none speaks' : `${inWords(covering)} ${covering === 1 ? 'speaks' : 'speak'}`} of this${leftOut.length > 0 ? ' · some left out' : ''}`,
    title: capital(topic.title),
    question: topic.question,
    standOut: standOut(comparison),
    copies: copiesTold(comparison),
    leftOut,
    choice: choiceOf(comparison, state, path, q),
    legend: legendOf(state, path, keptFields({ ...state, q })),
    counting: state.voice === 'author' ? 'author’s voice' : 'all voices',
    glance: glanceOf(comparison, state),
    picker: pickerOf(comparison, state, path, q),
    columns,
    joined: columns.some(({ passages }) =>
      passages.some(({ paragraphs }) => paragraphs.flat().some(({ joins }) => joins)),
    ),
    hasAsides: columns.some(({ passages }) =>
      passages.some(({ notes }) => notes.some(({ aside, disputed }) => aside && disputed === '')),
    ),
    names: namesUsed(comparison),
    silence: silenceOf(comparison, library.names, q === undefined ? editing : undefined),
    tables: PARTS.filter((part) => part !== 'taken-out' || documents.some(({ takenOut }) => takenOut.length > 0)).map(
      (part) => ({
        href: `${path}.csv${searchOf({ q, reference: state.reference, page: state.page, part })}`,
        label: part,
      }),
    ),
    edit: editing ? editOf(comparison.topic, path, q) : null,
    sheetHref: `${path}/sheet${searchOf({ q, ...state })}`,
  };
}

/** A topic's editor; a typed one is put into it as it was understood. */
function editOf(topic: Comparison['topic'], path: string, q: string | undefined): NonNullable<TopicView['edit']> {
  if (q === undefined) return { href: `${path}/edit`, label: 'Edit the topic' };
  const fields = fieldsOfTopic({ ...topic, event: topic.event ?? undefined });
  return { href: `/topics/new?${new URLSearchParams({ ...fields }).toString()}`, label: 'Keep this topic' };
}

import type { Comparison } from '../../compare/schema.js';
import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';
import { capital, counted, inWords } from '../prose.js';
import { searchOf, type Switches } from '../query.js';
import { columnsOf, type ColumnView } from './columns.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { glanceOf, type GlanceRow } from './glance.js';
import { legendOf, type Legend } from './legend.js';
import { namesUsed, type NamesUsed } from './names-used.js';
import { silenceOf, type SilenceView } from './silence.js';
import { speakersOf, type SpeakerRow } from './speakers.js';
import { standOut, type StandOut } from './stand-out.js';

export interface TopicView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly question: string;
  readonly standOut: readonly StandOut[];
  readonly legend: Legend;
  readonly counting: string;
  readonly glance: readonly GlanceRow[];
  readonly columns: readonly ColumnView[];
  readonly joined: boolean;
  /** Whether some marks stand in a voice that is not counted. */
  readonly hasAsides: boolean;
  readonly names: NamesUsed;
  readonly speakers: readonly SpeakerRow[];
  readonly silence: SilenceView;
  readonly sheetHref: string;
}

/** Where a comparison stands: `/topics/minsk-group`, or `/topics` with the words that were typed. */
export interface TopicAddress {
  readonly path: string;
  readonly q?: string | undefined;
}

export function topicView(
  comparison: Comparison,
  { path, q }: TopicAddress,
  switches: Switches,
  library: Library,
  assets: Assets,
): TopicView {
  const { topic, documents } = comparison;
  const covering = documents.filter(({ coverage }) => coverage === 'covered').length;
  const columns = columnsOf(comparison, library, switches);
  return {
    frame: frameOf(assets, library, {
      title: capital(topic.title),
      current: '/',
      typed: q,
      forms: formsOf(path, searchOf({ q })),
    }),
    kicker: `${library.corpus.title} · ${counted(documents.length, 'document')} · ${covering === 0 ? 'none speaks' : `${inWords(covering)} ${covering === 1 ? 'speaks' : 'speak'}`} of this`,
    title: capital(topic.title),
    question: topic.question,
    standOut: standOut(comparison),
    legend: legendOf(switches, path, q),
    counting: switches.voice === 'author' ? 'author’s voice' : 'all voices',
    glance: glanceOf(comparison, switches),
    columns,
    joined: columns.some(({ passages }) =>
      passages.some(({ paragraphs }) => paragraphs.flat().some(({ joins }) => joins)),
    ),
    hasAsides: columns.some(({ passages }) => passages.some(({ notes }) => notes.some(({ aside }) => aside))),
    names: namesUsed(comparison),
    speakers: speakersOf(comparison),
    silence: silenceOf(comparison, library.names),
    sheetHref: `${path}/sheet${searchOf({ q, ...switches })}`,
  };
}

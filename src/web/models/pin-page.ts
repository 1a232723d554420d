import type { Document } from '../../corpus/corpus.js';
import type { Library } from '../../corpus/library.js';
import type { Sentence } from '../../text/reading.js';
import { applyPins } from '../../topics/pins.js';
import { retrieve } from '../../topics/retrieve.js';
import { openTopic, type Topic } from '../../topics/topic.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import type { Refused, StoredCorpus } from '../page.js';
import { counted } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { documentHref, topicHref } from './source.js';

export interface PinView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly note: string;
  readonly button: string;
  readonly back: string;
  readonly sent: readonly { readonly name: string; readonly value: string | number }[];
}

interface Pinned {
  readonly corpus: StoredCorpus;
  readonly topic: Topic;
  readonly document: Document;
  readonly sentence: Sentence;
  readonly isIn: boolean;
  readonly refused: Refused | undefined;
}

export function pinView(
  { corpus, topic, document, sentence: { start, end }, isIn, refused }: Pinned,
  library: Library,
  assets: Assets,
): PinView {
  const title = isIn ? 'Put a sentence in' : 'Take a sentence out';
  return {
    frame: frameOf(assets, library, { title, current: '/' }),
    kicker: `${topic.title} · ${document.short}`,
    title,
    text: document.text.slice(start, end),
    place: documentHref(document.id, start),
    revision: corpus.revision,
    refused: refusedLine(refused),
    note: typedIn(refused?.body, 'note') ?? '',
    button: isIn ? 'Put it in' : 'Take it out',
    back: topicHref(topic.id),
    sent: [
      { name: 'topic', value: topic.id },
      { name: 'document', value: document.id },
      { name: 'start', value: start },
      { name: 'end', value: end },
      { name: 'in', value: isIn ? 'yes' : 'no' },
    ],
  };
}

export interface SentencesView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly summary: string;
  readonly back: string;
  readonly sentences: readonly {
    readonly text: string;
    readonly isOn: boolean;
    readonly label: string;
    readonly href: string;
  }[];
  readonly rest: string;
}

/** As many as can be read through; a longer text is better searched. */
const MOST_SENTENCES = 1_000;

/** Every sentence of a document, with what the topic makes of it now. */
export function sentencesView(
  { topic, document }: Pick<Pinned, 'topic' | 'document'>,
  library: Library,
  assets: Assets,
): SentencesView {
  const { reading } = library.analysisOf(document);
  const open = openTopic(topic, library.names, library.lexicon.inflect);
  const { passages } = applyPins(reading, retrieve(reading, open), library.pinsOf(topic.id, document));
  const on = new Set(passages.flatMap(({ sentences }) => sentences.map(({ index }) => index)));
  const prose = reading.sentences.flatMap(({ start, end, kind }, index) =>
    kind === 'prose' ? [{ start, end, isOn: on.has(index) }] : [],
  );
  const shown = prose.slice(0, MOST_SENTENCES);
  return {
    frame: frameOf(assets, library, { title: `Sentences of ${document.short}`, current: '/' }),
    kicker: topic.title,
    title: document.short,
    summary: `${counted(on.size, 'sentence')} of ${prose.length} on the topic`,
    back: topicHref(topic.id),
    sentences: shown.map(({ start, end, isOn }) => ({
      text: document.text.slice(start, end),
      isOn,
      label: isOn ? 'Take out' : 'Put in',
      href: pinHref(topic.id, document.id, start, !isOn),
    })),
    rest: prose.length > shown.length ? `and ${counted(prose.length - shown.length, 'more sentence')}` : '',
  };
}

/** All sentences of a document, to choose from. */
export function sentencesHref(topic: string, document: string): string {
  return `/pins/new?${new URLSearchParams({ topic, document }).toString()}`;
}

/** The form for one sentence. */
export function pinHref(topic: string, document: string, start: number, isIn: boolean): string {
  const query = new URLSearchParams({ topic, document, start: String(start), in: isIn ? 'yes' : 'no' });
  return `/pins/new?${query.toString()}`;
}

import { throughDocuments } from '../../corpus/coverage.js';
import type { Library } from '../../corpus/library.js';
import { applyPins } from '../../topics/pins.js';
import { retrieve } from '../../topics/retrieve.js';
import { openTopic, type Topic } from '../../topics/topic.js';
import type { ParallaxError } from '../../text/error.js';
import type { Assets } from '../assets.js';
import { questionOf, type TopicFields } from '../editors/topic-form.js';
import type { Refused, StoredCorpus } from '../page.js';
import { capital, counted, grouped, listed, quotedWord } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { foldedAfter, type Folded } from './folded.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { sourceLine, topicHref, type SourceLine } from './source.js';
import { inPlainWords } from './silence.js';

/** What one document gives a topic that is being written. */
export interface GivenView {
  readonly source: SourceLine;
  readonly count: string;
  readonly sentences: readonly string[];
  readonly folded: Folded<string>;
  /** The sentence that comes nearest, where it gives none. */
  readonly miss: { readonly text: string; readonly met: string; readonly missing: string } | null;
}

export interface TopicEditorView {
  readonly frame: Frame;
  /** Shows the preview while its cues are being written. */
  readonly script: string;
  readonly kicker: string;
  readonly title: string;
  readonly action: string;
  readonly preview: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly fields: TopicFields;
  /** The question that it has if none is typed. */
  readonly question: string;
  readonly isKnown: boolean;
  readonly back: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly summary: string;
  readonly given: readonly GivenView[];
}

/** Sentences of a document that a preview shows unfolded. */
const MOST_SENTENCES = 4;
/** Documents that a preview shows, those that speak of the topic first. */
const MOST_DOCUMENTS = 40;

interface Edited {
  readonly corpus: StoredCorpus;
  readonly known: Topic | undefined;
  readonly address: string;
  readonly fields: TopicFields;
  readonly topic: Topic | undefined;
  readonly problem?: ParallaxError;
  readonly refused: Refused | undefined;
}

export async function topicEditorView(
  { corpus, known, address, fields, topic, problem, refused }: Edited,
  library: Library,
  assets: Assets,
): Promise<TopicEditorView> {
  const given = topic ? await givenBy(topic, library) : [];
  const speaking = given.filter(({ miss, count }) => miss === null && count !== '');
  const title = known ? known.title : 'A topic of your own';
  return {
    frame: frameOf(assets, library, { title, current: '/' }),
    script: assets.urlOf('preview.js'),
    kicker: corpus.title,
    title,
    action: known ? topicHref(known.id) : '/topics',
    preview: address,
    revision: corpus.revision,
    refused:
      refusedLine(refused) ?? (problem ? { problem: capital(problem.problem), remedy: capital(problem.remedy) } : null),
    fields,
    question: questionOf(fields.title.trim() || '…'),
    isKnown: known !== undefined,
    back: known ? topicHref(known.id) : '/',
    names: library.names.referents.map(({ id, name }) => ({ id: `@${id}`, name })),
    summary: `${counted(speaking.length, 'document')} of ${grouped(given.length)} ${speaking.length === 1 ? 'speaks' : 'speak'} of it`,
    given: [...speaking, ...given.filter((each) => !speaking.includes(each))].slice(0, MOST_DOCUMENTS),
  };
}

/** The retrieval that the saved topic would have, with its pins. */
async function givenBy(topic: Topic, library: Library): Promise<GivenView[]> {
  const open = openTopic(topic, library.names, library.lexicon.inflect);
  const given: GivenView[] = [];
  await throughDocuments(library.documents, (document) => {
    const { reading } = library.analysisOf(document);
    const { passages, nearestMiss: miss } = applyPins(
      reading,
      retrieve(reading, open),
      library.pinsOf(topic.id, document),
    );
    const textAt = (index: number): string => {
      const { start = 0, end = 0 } = reading.sentences[index] ?? {};
      return reading.text.slice(start, end);
    };
    const indices = passages.flatMap(({ sentences }) => sentences.map(({ index }) => index));
    given.push({
      source: sourceLine(document),
      count: indices.length === 0 ? '' : counted(indices.length, 'sentence'),
      ...foldedAfter(MOST_SENTENCES, indices, textAt),
      miss: miss
        ? {
            text: textAt(miss.index),
            met: listed(miss.met.map(quotedWord)),
            missing: listed(miss.missing.map((group) => inPlainWords(group, library.names))),
          }
        : null,
    });
  });
  return given;
}

import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument, ComparedSentence } from '../../compare/schema/document.js';
import type { Library } from '../../corpus/library.js';
import { marked, type Mark, type Markup } from '../highlight.js';
import { capital, counted } from '../prose.js';
import type { Switches } from '../query.js';
import { numbering, type Note } from './notes.js';
import { disputeHref } from './dispute-page.js';
import { pinHref, sentencesHref } from './pin-page.js';
import { documentHref, sourceLine, topicHref, type SourceLine } from './source.js';

export interface PassageSentence {
  /** "+" before a sentence that names nothing of the topic itself. */
  readonly joins: boolean;
  /** "put in by hand: …"; empty where the cues found it. */
  readonly pinned: string;
  /** Where to take it out; empty where nothing can be changed. */
  readonly takeOut: string;
  readonly reason: string;
  readonly marked: Markup;
}

export interface PassageView {
  readonly href: string;
  /** Where in the article: "first sentence", "sentence 14". */
  readonly place: string;
  readonly paragraphs: readonly (readonly PassageSentence[])[];
  readonly notes: readonly Note[];
}

/** A topic that can be corrected by hand: a named one of a stored corpus. */
export interface Editing {
  readonly topic: string;
}

/** A sentence that the cues found and a reader took out. */
export interface TakenOut {
  readonly text: string;
  readonly note: string;
  readonly href: string;
  /** Where to put it back; empty where nothing can be changed. */
  readonly putBack: string;
}

export function takenOutOf({ id, takenOut }: ComparedDocument, editing?: Editing): TakenOut[] {
  return takenOut.map(({ start, text, note }) => ({
    text,
    note: note === '' ? '' : capital(note),
    href: documentHref(id, start),
    putBack: editing ? pinHref(editing.topic, id, start, true) : '',
  }));
}

export interface ColumnView {
  readonly id: string;
  readonly source: SourceLine;
  readonly size: string;
  readonly passages: readonly PassageView[];
  readonly takenOut: readonly TakenOut[];
  /** All its sentences, to put one in; empty where nothing can be changed. */
  readonly sentencesHref: string;
  /** All marks of its passages, for other places on the page that show the same sentences. */
  readonly marks: readonly Mark[];
}

const REASONS: Record<ComparedSentence['reason'], string> = {
  cue: '',
  continues: 'goes on from the sentence before: ',
  between: 'stands between two that speak of it: ',
  pinned: 'put in by hand: ',
};

/** "put in by hand: it belongs to the vote", for page and sheet. */
export function putInByHand({ reason, note }: Pick<ComparedSentence, 'reason' | 'note'>): string {
  if (reason !== 'pinned') return '';
  return note ? `put in by hand: ${note}` : 'put in by hand';
}

/** One column a document that covers the topic. */
export function columnsOf(
  comparison: Comparison,
  library: Library,
  switches: Switches,
  editing: Editing | undefined,
): ColumnView[] {
  const number = numbering(switches, library.lexicon.works, library.names);
  return comparison.documents
    .filter(({ coverage }) => coverage === 'covered')
    .map((document) => columnOf(document, library, number, editing));
}

function columnOf(
  document: ComparedDocument,
  library: Library,
  number: ReturnType<typeof numbering>,
  editing: Editing | undefined,
): ColumnView {
  const kept = library.documents.find(({ id }) => id === document.id);
  const text = kept?.text ?? '';
  const starts = kept
    ? library
        .analysisOf(kept)
        .reading.sentences.filter(({ kind }) => kind === 'prose')
        .map(({ start }) => start)
    : [];
  const all: Mark[] = [];
  return {
    id: document.id,
    source: sourceLine(document),
    size: `${counted(document.counts.sentences, 'sentence')}, ${counted(document.counts.words, 'word')}`,
    marks: all,
    takenOut: takenOutOf(document, editing),
    sentencesHref: editing ? sentencesHref(editing.topic, document.id) : '',
    passages: document.passages.map(({ sentences }) => {
      const { marks, notes } = number(
        sentences.flatMap(({ findings }) => findings),
        editing && ((finding) => disputeHref(finding, document.id, topicHref(editing.topic))),
      );
      all.push(...marks.map((mark) => ({ ...mark, first: false })));
      const first = sentences[0]?.start ?? 0;
      const place = starts.indexOf(first) + 1;
      const paragraphs: PassageSentence[][] = [];
      sentences.forEach((sentence, at) => {
        const before = sentences[at - 1];
        const view = {
          joins: sentence.reason === 'continues' || sentence.reason === 'between',
          pinned: putInByHand(sentence),
          takeOut: editing ? pinHref(editing.topic, document.id, sentence.start, false) : '',
          reason: REASONS[sentence.reason],
          marked: marked(sentence.text, marks, sentence.start),
        };
        const paragraph = paragraphs.at(-1);
        if (!paragraph || (before && text.slice(before.end, sentence.start).includes('\n'))) paragraphs.push([view]);
        else paragraph.push(view);
      });
      return {
        href: documentHref(document.id, first),
        place: place > 0 ? `sentence ${place} of ${starts.length}` : 'in the text',
        paragraphs,
        notes,
      };
    }),
  };
}

import type { Library } from '../../corpus/library.js';
import type { Suggestion } from '../../topics/suggest.js';
import type { Assets } from '../assets.js';
import { editedFields, fieldsOfTopic, type TopicFields } from '../editors/topic-form.js';
import type { Refused, StoredCorpus } from '../page.js';
import { capital, counted, listed } from '../prose.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { foldedAfter, type Folded } from './folded.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { inPlainWords } from './silence.js';
import { documentHref } from './source.js';

interface SuggestionView {
  readonly id: string;
  readonly title: string;
  readonly size: string;
  readonly differing: string;
  readonly found: string;
  readonly fields: TopicFields;
  /** The editor with this topic in it. */
  readonly edit: string;
  readonly documents: readonly {
    readonly short: string;
    readonly count: string;
    readonly sentences: readonly { readonly text: string; readonly href: string }[];
    readonly folded: Folded<{ readonly text: string; readonly href: string }>;
  }[];
}

export interface SuggestionsView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  readonly suggestions: readonly SuggestionView[];
}

/** Sentences of each document under a suggestion, and documents: enough to judge it by. */
const MOST_SENTENCES = 3;
const MOST_DOCUMENTS = 8;
/** From here on the documents' labels, loaded words and voices are told apart in words. */
const VERY_DIFFERENT = 0.5;
const DIFFERENT = 0.3;

export function suggestionsView(
  suggestions: readonly Suggestion[],
  { corpus, refused }: { readonly corpus: StoredCorpus; readonly refused: Refused | undefined },
  library: Library,
  assets: Assets,
): SuggestionsView {
  return {
    frame: frameOf(assets, library, {
      title: 'Suggested topics',
      current: '/',
      forms: formsOf('/suggestions').slice(0, 1),
    }),
    kicker: corpus.title,
    revision: corpus.revision,
    refused: refusedLine(refused),
    suggestions: suggestions.map((each, at) => suggestionView(each, `t-${at + 1}`, library)),
  };
}

function suggestionView({ topic, differing, documents }: Suggestion, id: string, library: Library): SuggestionView {
  const fields = fieldsOfTopic(topic);
  const sentences = documents.reduce((sum, { passages }) => sum + countOf(passages), 0);
  return {
    id,
    title: capital(topic.title),
    size: `${counted(documents.length, 'document')}, ${counted(sentences, 'sentence')}`,
    differing:
      differing >= VERY_DIFFERENT
        ? 'said very differently'
        : differing >= DIFFERENT
          ? 'said differently'
          : 'said much alike',
    found: listed(
      topic.cues.map(({ groups }) => groups.map((group) => inPlainWords(group, library.names)).join(' together with ')),
      'or',
    ),
    fields,
    edit: `/topics/new?${new URLSearchParams({ ...editedFields(topic) }).toString()}`,
    documents: documents.slice(0, MOST_DOCUMENTS).map(({ id: document, passages }) => {
      const kept = library.documents.find((each) => each.id === document);
      const reading = kept && library.analysisOf(kept).reading;
      const indices = passages.flatMap((passage) => passage.sentences.map(({ index }) => index));
      return {
        short: kept?.short ?? document,
        count: counted(indices.length, 'sentence'),
        ...foldedAfter(MOST_SENTENCES, indices, (index) => {
          const { start = 0, end = 0 } = reading?.sentences[index] ?? {};
          return { text: reading?.text.slice(start, end) ?? '', href: documentHref(document, start) };
        }),
      };
    }),
  };
}

function countOf(passages: Suggestion['documents'][number]['passages']): number {
  return passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
}

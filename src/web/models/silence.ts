import type { Comparison } from '../../compare/schema/comparison.js';
import type { ComparedDocument } from '../../compare/schema/document.js';
import type { Names } from '../../devices/referent.js';
import { marked, type Markup } from '../highlight.js';
import { inSentence, listed, quotedWord } from '../prose.js';
import { takenOutOf, type Editing, type TakenOut } from './columns.js';
import { pinHref, sentencesHref } from './pin-page.js';
import { documentHref, sourceLine, type SourceLine } from './source.js';

/** Coverage, and what a reader can check where there is none. */
export interface SilenceView {
  /** Each way to find the topic: its groups of words, all of which must be met. */
  readonly searched: readonly { readonly groups: readonly string[]; readonly where: string }[];
  readonly not: string;
  readonly silent: readonly SilentSource[];
}

export interface SilentSource {
  readonly source: SourceLine;
  readonly takenOut: readonly TakenOut[];
  /** All its sentences, to put one in; empty where nothing can be changed. */
  readonly sentencesHref: string;
  readonly miss: {
    readonly marked: Markup;
    readonly href: string;
    readonly met: string;
    readonly missing: readonly string[];
    /** Where to put it in; empty where nothing can be changed. */
    readonly putIn: string;
  } | null;
}

export function silenceOf({ topic, documents }: Comparison, names: Names, editing?: Editing): SilenceView {
  return {
    searched: searchedFor(topic.cues, names),
    not: listed(topic.not.map(quotedWord), 'or'),
    silent: documents
      .filter(({ coverage }) => coverage === 'silent')
      .map((document) => silentSource(document, names, editing)),
  };
}

/** Cues that find a sentence by themselves are told in one line. */
function searchedFor(cues: Comparison['topic']['cues'], names: Names): SilenceView['searched'] {
  const alone = cues.filter(({ groups }) => groups.length === 1).flatMap(({ groups }) => groups.flat());
  const together = cues.filter(({ groups }) => groups.length > 1);
  return [
    ...(alone.length > 0 ? [{ groups: [inPlainWords(alone, names)], where: '' }] : []),
    ...together.map(({ groups, near }) => ({
      groups: groups.map((group) => inPlainWords(group, names)),
      where: near ? 'the first in the sentence, the rest there or in a neighbouring one' : 'all in one sentence',
    })),
  ];
}

function silentSource(document: ComparedDocument, names: Names, editing: Editing | undefined): SilentSource {
  const { nearestMiss: miss } = document;
  return {
    source: sourceLine(document),
    takenOut: takenOutOf(document, editing),
    sentencesHref: editing ? sentencesHref(editing.topic, document.id) : '',
    miss: miss && {
      putIn: editing ? pinHref(editing.topic, document.id, miss.start, true) : '',
      marked: marked(miss.text, []),
      href: documentHref(document.id, miss.start),
      met: listed(miss.met.map(quotedWord)),
      missing: miss.missing.map((group) => inPlainWords(group, names)),
    },
  };
}

/** "recognise, recognition, or any name of Karabakh" for a group of phrases and `@id`s. */
export function inPlainWords(group: readonly string[], names: Names): string {
  const words = group.map((phrase) => {
    if (!phrase.startsWith('@')) return phrase.replaceAll('<its>', '…');
    const id = phrase.slice(1);
    return `any name of ${inSentence(names.referents.find((referent) => referent.id === id)?.name ?? id)}`;
  });
  return listed(words, 'or');
}

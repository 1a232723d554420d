import { createHash } from 'node:crypto';
import { compare, type CompareOptions } from '../compare/compare.js';
import type { Dispute } from '../compare/disputes.js';
import type { Source } from '../compare/document.js';
import { overviewOf, type TopicOverview } from '../compare/overview.js';
import type { Comparison } from '../compare/schema/comparison.js';
import type { WordLists } from '../compare/word-lists.js';
import type { Analysis } from '../devices/analysis.js';
import type { Entry } from '../devices/lexicon/entry.js';
import type { Lexicon } from '../devices/lexicon/lexicon.js';
import type { Names } from '../devices/referent.js';
import { grouped } from '../compare/grouped.js';
import { ParallaxError } from '../text/error.js';
import { topicFromQuery } from '../topics/from-query.js';
import { applyPins, type Pin } from '../topics/pins.js';
import { retrieve } from '../topics/retrieve.js';
import { openTopic, type OpenTopic, type Topic } from '../topics/topic.js';
import type { Document, SeedCorpus } from './corpus.js';
import { coverageOf, type Coverage } from './coverage.js';
import { entryCounts, unpack, type PackedAnalysis } from './packed.js';
import { everyFew } from './every-few.js';
import { once, remembered } from './remembered.js';

/** A corpus opened for comparison: its documents with their kept analyses, topics and names under one lexicon. */
export interface Library {
  readonly corpus: Comparison['corpus'];
  readonly lexicon: Lexicon;
  readonly names: Names;
  /** Lists that comparing needs, loaded when first asked for. */
  readonly lists: () => WordLists;
  readonly documents: readonly Document[];
  readonly topics: readonly Topic[];
  /** Changes when a document, a topic, a name, the lexicon or the program does: what caches and ETags hang on. */
  readonly version: string;
  readonly analysisOf: (document: Document) => Analysis;
  /** How often each entry is used in a document, without the rest of its analysis. */
  readonly entryCountsOf: (document: Document) => ReadonlyMap<Entry, number>;
  /** Sentences put into a topic or taken out of it by hand. */
  readonly pinsOf: (topic: string, document: Pick<Document, 'id'>) => readonly Pin[];
  /** What readers object to in a document's marks. */
  readonly disputesOf: (document: Pick<Document, 'id'>) => readonly Dispute[];
  /** @throws {ParallaxError} `bad-topic` */
  readonly topic: (id: string) => Topic;
  /** Every topic over all documents; made when first asked for, and kept. */
  readonly overview: () => readonly TopicOverview[];
  /** Which documents speak of a topic: what a comparison of many chooses by. */
  readonly coverage: (topic: Topic) => Promise<Coverage>;
  readonly compareTopic: (topic: Topic, options?: ChosenOptions) => Comparison;
  /** A reader's own words as a topic. @throws {ParallaxError} `bad-topic` */
  readonly topicFromQuery: (query: string) => Topic;
  /** @throws {ParallaxError} `bad-topic` */
  readonly compareQuery: (query: string, options?: ChosenOptions) => Comparison;
}

export interface ChosenOptions extends CompareOptions {
  /** Ids of the documents to compare; all where there are none. */
  readonly documents?: readonly string[] | undefined;
}

export interface Kept {
  readonly document: Document;
  readonly packed: PackedAnalysis;
}

/** Corrections by hand, of all topics and documents of a corpus. */
export interface ByHand {
  readonly pins: readonly (Pin & { readonly topic: string; readonly document: string })[];
  readonly disputes: readonly (Dispute & { readonly document: string })[];
}

export const NOTHING_BY_HAND: ByHand = { pins: [], disputes: [] };

export interface LibraryParts {
  readonly seeds: Pick<SeedCorpus, 'id' | 'title' | 'topics' | 'referents'>;
  readonly kept: readonly Kept[];
  readonly lexicon: Lexicon;
  readonly names: Names;
  /** Loaded when the first comparison is asked for. */
  readonly lists: () => WordLists;
  /** Changes when the program does: what it renders may differ then. */
  readonly build: string;
  readonly byHand?: ByHand | undefined;
}

/** A page, its data, its tables and its sheet are asked for one after another and show one comparison. */
const MOST_COMPARISONS = 4;
/** Some kilobytes each. */
const MOST_COVERAGES = 32;
/** How rare the words of a query are is counted in so many documents, spread evenly over a larger corpus. */
const MOST_COUNTED = 400;

export function openLibrary({
  seeds,
  kept,
  lexicon,
  names,
  lists,
  build,
  byHand = NOTHING_BY_HAND,
}: LibraryParts): Library {
  const entries = [...lexicon.entries, ...names.entries];
  const packedOf = new Map(kept.map(({ document, packed }) => [document, packed]));
  const documents = kept.map(({ document }) => document);
  const hash = sha256(documents.map((document) => document.sha256).join(''));
  const corpus = { id: seeds.id, title: seeds.title, hash };
  const frame = {
    corpus,
    lexicon: {
      version: lexicon.version,
      entries: lexicon.entries.filter(({ device }) => device !== 'sentiment').length,
    },
    names,
  };

  const packedAt = (document: Document): PackedAnalysis => {
    const packed = packedOf.get(document);
    if (!packed) throw new Error(`document ${document.id} is not of this library`);
    return packed;
  };
  const analysisOf = (document: Document): Analysis => unpack(document.text, packedAt(document), entries);
  const pins = grouped(byHand.pins, ({ topic, document }) => `${topic} ${document}`);
  const pinsOf = (topic: string, { id }: Pick<Document, 'id'>): readonly Pin[] => pins.get(`${topic} ${id}`) ?? [];
  const disputes = grouped(byHand.disputes, ({ document }) => document);
  const disputesOf = ({ id }: Pick<Document, 'id'>): readonly Dispute[] => disputes.get(id) ?? [];
  const opened = (topic: Topic): OpenTopic => openTopic(topic, names, lexicon.inflect);
  // A typed topic is nobody's to correct: it is made anew each time.
  const pinsIn = (topic: Topic, document: Document): readonly Pin[] => (topic.typed ? [] : pinsOf(topic.id, document));
  const sourceIn = (topic: Topic, document: Document): Source => ({
    ...sourceOf(document, analysisOf(document)),
    pins: pinsIn(topic, document),
    disputes: disputesOf(document),
  });
  const compareTopic = remembered(MOST_COMPARISONS, (topic: Topic, options?: ChosenOptions): Comparison => {
    const { documents: asked, ...others } = options ?? {};
    const chosen = asked && new Set(asked);
    const compared = chosen ? documents.filter(({ id }) => chosen.has(id)) : documents;
    const sources = compared.map((document) => sourceIn(topic, document));
    return compare(opened(topic), sources, { ...frame, lists: lists() }, others);
  });
  const coverage = remembered(MOST_COVERAGES, (topic: Topic): Promise<Coverage> => {
    const open = opened(topic);
    return coverageOf(documents, (document) => {
      const { reading } = analysisOf(document);
      const { passages } = applyPins(reading, retrieve(reading, open), pinsIn(topic, document));
      return passages.reduce((sum, { sentences }) => sum + sentences.length, 0);
    });
  });

  const typed = (query: string): Topic =>
    topicFromQuery(
      query,
      { names, related: lists().related, inflect: lexicon.inflect },
      everyFew(documents, MOST_COUNTED).map((document) => analysisOf(document).reading),
    );

  return {
    corpus,
    lexicon,
    names,
    lists,
    documents,
    topics: seeds.topics,
    version: sha256(JSON.stringify([build, lexicon.version, seeds.topics, seeds.referents, documents, byHand])).slice(
      0,
      12,
    ),
    analysisOf,
    entryCountsOf: (document) => entryCounts(packedAt(document), entries),
    pinsOf,
    disputesOf,
    topic: (id) => {
      const topic = seeds.topics.find((each) => each.id === id);
      if (!topic)
        throw new ParallaxError(
          'bad-topic',
          `there is no topic "${id.slice(0, 60)}"`,
          `choose one of ${seeds.topics.map((each) => each.id).join(', ')}, or type a query`,
        );
      return topic;
    },
    overview: once(() =>
      seeds.topics.map((topic) =>
        overviewOf(
          opened(topic),
          documents.map((document) => sourceIn(topic, document)),
        ),
      ),
    ),
    coverage,
    compareTopic,
    topicFromQuery: typed,
    compareQuery: (query, options) => compareTopic(typed(query), options),
  };
}

export function sourceOf(
  { id, file, short, title, outlet, author, date, latest }: Document,
  analysis: Analysis,
): Source {
  return {
    id,
    file,
    short,
    title,
    outlet: outlet === 'unknown' ? 'unknown' : outlet.is,
    author,
    date,
    latest: latest ?? null,
    analysis,
  };
}

/** The version an analysis is valid for: that of the lexicon and of the names it was made with. */
export function analysisVersion(lexicon: Pick<Lexicon, 'version'>, referents: SeedCorpus['referents']): string {
  return sha256(JSON.stringify([lexicon.version, referents])).slice(0, 12);
}

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

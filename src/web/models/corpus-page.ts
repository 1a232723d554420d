import { wordsIn, type DocumentSummary } from '../../compare/document.js';
import type { Document } from '../../corpus/corpus.js';
import type { Library } from '../../corpus/library.js';
import type { Cell } from '../../sheet/csv.js';
import type { Assets } from '../assets.js';
import { counted, inWords, newsDate, signed } from '../prose.js';
import { DEFAULT_SWITCHES } from '../query.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { markCount } from './glance.js';
import { sourceLine, topicHref, type SourceLine } from './source.js';

const STRIP_WIDTH = 100;

interface MatrixCell {
  readonly source: string;
  readonly covered: boolean;
  readonly sentences: string;
  /** Where in the article the topic is spoken of: ticks on a strip that stands for the whole. */
  readonly ticks: readonly { readonly x: number; readonly width: number }[];
  readonly marks: string;
  readonly tone: string;
}

interface StatedFact {
  readonly name: string;
  readonly value: string;
  /** The words of the text that state it; empty where none do. */
  readonly stated: string;
  readonly known: boolean;
}

export interface CorpusView {
  readonly frame: Frame;
  readonly kicker: string;
  readonly title: string;
  readonly stripWidth: number;
  readonly sources: readonly SourceLine[];
  readonly rows: readonly {
    readonly title: string;
    readonly question: string;
    readonly href: string;
    readonly covering: string;
    readonly cells: readonly MatrixCell[];
  }[];
  readonly facts: readonly {
    readonly source: SourceLine;
    readonly file: string;
    readonly sha256: string;
    readonly size: string;
    readonly facts: readonly StatedFact[];
  }[];
}

export function corpusView(library: Library, assets: Assets): CorpusView {
  const { documents, corpus, topics } = library;
  const extents = documents.map((document) => articleExtent(document, library));
  return {
    frame: frameOf(assets, library, { title: corpus.title, current: '/', typed: null, forms: formsOf('/index') }),
    kicker: `${counted(documents.length, 'document')} · ${counted(topics.length, 'topic')}`,
    title: corpus.title,
    stripWidth: STRIP_WIDTH,
    sources: documents.map(sourceLine),
    rows: library.overview().map(({ topic, documents: compared }) => ({
      title: topic.title,
      question: topic.question,
      href: topicHref(topic.id),
      covering: `${inWords(compared.filter(({ coverage }) => coverage === 'covered').length)} of ${inWords(compared.length)}`,
      cells: compared.map((document, at) => matrixCell(document, extents[at] ?? [0, 1])),
    })),
    facts: documents.map((document) => sourceFacts(document, library)),
  };
}

function matrixCell(document: DocumentSummary, [from, to]: readonly [number, number]): MatrixCell {
  const { coverage, counts, tone, short } = document;
  const scale = (place: number): number =>
    Math.round(((place - from) / Math.max(1, to - from)) * STRIP_WIDTH * 10) / 10;
  const marks = allMarks(document);
  return {
    source: short,
    covered: coverage === 'covered',
    sentences: counted(counts.sentences, 'sentence'),
    ticks: document.passages.map(({ start, end }) => ({
      x: scale(start),
      width: Math.max(1.5, scale(end) - scale(start)),
    })),
    marks: marks === 0 ? 'no marks' : counted(marks, 'mark'),
    tone: tone.score === null || tone.words === 0 ? '' : `tone ${signed(tone.score)}`,
  };
}

function allMarks(document: DocumentSummary): number {
  return DEFAULT_SWITCHES.devices.reduce((sum, device) => sum + markCount(document, device, 'author'), 0);
}

/** From the first to the last sentence of the article's own argument; furniture lies outside. */
function articleExtent(document: Document, library: Library): [number, number] {
  const own = library.analysisOf(document).reading.sentences.filter(({ kind }) => kind === 'prose');
  return [own[0]?.start ?? 0, own.at(-1)?.end ?? 1];
}

function sourceFacts(document: Document, library: Library): CorpusView['facts'][number] {
  const { reading } = library.analysisOf(document);
  const own = reading.sentences.filter(({ kind }) => kind === 'prose');
  const words = own.reduce((sum, sentence) => sum + wordsIn(reading.forms, sentence), 0);
  const fact = (name: string, value: Document['title'], show: (is: string) => string = (is) => is): StatedFact =>
    value === 'unknown'
      ? { name, value: 'not stated', stated: '', known: false }
      : { name, value: show(value.is), stated: value.stated, known: true };
  const facts = [
    fact('Outlet', document.outlet),
    fact('Title', document.title),
    fact('Author', document.author),
    fact('Date', document.date, newsDate),
  ];
  if (document.latest)
    facts.push({ name: 'Speaks of', value: document.latest.mentions, stated: document.latest.stated, known: true });
  return {
    source: sourceLine(document),
    file: document.file,
    sha256: document.sha256.slice(0, 12),
    size: `${counted(own.length, 'sentence')}, ${counted(words, 'word')} of its own`,
    facts,
  };
}

export function corpusData({ corpus, documents, overview }: Library): object {
  return {
    corpus,
    documents: documents.map(({ id, file, sha256, short, title, outlet, author, date, latest }) => ({
      id,
      file,
      sha256,
      short,
      title,
      outlet,
      author,
      date,
      latest: latest ?? null,
    })),
    topics: overview().map(({ topic, documents: compared }) => ({
      id: topic.id,
      title: topic.title,
      question: topic.question,
      documents: compared.map((document) => ({
        id: document.id,
        coverage: document.coverage,
        sentences: document.counts.sentences,
        words: document.counts.words,
        marks: allMarks(document),
        tone: document.tone.score,
      })),
    })),
  };
}

export function corpusRows({ overview }: Library): Cell[][] {
  const rows = overview().flatMap(({ topic, documents }) =>
    documents.map((document): Cell[] => [
      topic.id,
      document.id,
      document.outlet,
      document.coverage,
      document.counts.sentences,
      document.counts.words,
      allMarks(document),
      document.tone.score,
    ]),
  );
  return [['topic', 'document', 'outlet', 'coverage', 'sentences', 'words', 'marks in author voice', 'tone'], ...rows];
}

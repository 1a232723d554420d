import { openDisputes } from '../../compare/disputes.js';
import { comparedFinding, comparedSentence, wordsIn, type Disputed } from '../../compare/document.js';
import type { ComparedFinding } from '../../compare/schema/document.js';
import type { Document } from '../../corpus/corpus.js';
import type { Library } from '../../corpus/library.js';
import { piecesOf } from '../../corpus/pieces.js';
import type { Analysis } from '../../devices/analysis.js';
import { DISPUTED, disputedCells, type Cell } from '../../sheet/csv.js';
import type { PartKind } from '../../text/reading.js';
import { applyPins } from '../../topics/pins.js';
import { retrieve } from '../../topics/retrieve.js';
import { openTopic } from '../../topics/topic.js';
import type { Assets } from '../assets.js';
import { marked, type Markup } from '../highlight.js';
import { counted } from '../prose.js';
import type { Switches } from '../query.js';
import { formsOf, frameOf, type Frame } from './frame.js';
import { legendOf, type Legend } from './legend.js';
import { numbering, type Note } from './notes.js';
import { documentHref, sourceLine, topicHref, type SourceLine } from './source.js';

/** Parts that are no argument of the article, and what pages call them. */
const FOLDED: Partial<Record<PartKind, string>> = {
  furniture: 'Page furniture: menus, related headlines, labels',
  note: 'A note by the editors',
  biography: 'About the author',
};

interface PartSentence {
  readonly id: string;
  readonly marked: Markup;
}

interface PartView {
  readonly kind: PartKind;
  readonly sentences: readonly PartSentence[];
  readonly notes: readonly Note[];
}

/** Neighbouring parts that are shown together: the article's own one by one, the rest folded. */
interface StretchView {
  readonly folded: string;
  readonly size: string;
  readonly parts: readonly PartView[];
}

export interface DocumentView {
  readonly frame: Frame;
  readonly source: SourceLine;
  readonly kicker: string;
  readonly title: string;
  readonly titleStated: boolean;
  readonly size: string;
  readonly legend: Legend;
  readonly stretches: readonly StretchView[];
  readonly topics: readonly { readonly title: string; readonly href: string; readonly count: string }[];
  readonly warnings: readonly string[];
}

export function documentView(document: Document, switches: Switches, library: Library, assets: Assets): DocumentView {
  const analysis = library.analysisOf(document);
  const disputed = openDisputes(library.disputesOf(document));
  const path = documentHref(document.id);
  const title = document.title === 'unknown' ? document.short : document.title.is;
  const own = analysis.reading.sentences.filter(({ kind }) => kind === 'prose');
  const words = own.reduce((sum, sentence) => sum + wordsIn(analysis.reading.forms, sentence), 0);
  return {
    frame: frameOf(assets, library, {
      title: document.title === 'unknown' ? document.short : `${title} – ${document.short}`,
      current: '/#sources',
      forms: formsOf(path),
    }),
    source: sourceLine(document),
    kicker: `Source · ${document.file}`,
    title,
    titleStated: document.title !== 'unknown',
    size: `${counted(own.length, 'sentence')}, ${counted(words, 'word')} of its own`,
    legend: legendOf(switches, path),
    stretches: stretchesOf(analysis, disputed, switches, library),
    topics: topicsIn(document, analysis, library),
    warnings: document.warnings,
  };
}

function topicsIn(document: Document, { reading }: Analysis, library: Library): DocumentView['topics'] {
  const { topics, names, lexicon, pinsOf } = library;
  return topics.flatMap((topic) => {
    const { passages } = applyPins(
      reading,
      retrieve(reading, openTopic(topic, names, lexicon.inflect)),
      pinsOf(topic.id, document),
    );
    const sentences = passages.flatMap((passage) => passage.sentences).length;
    return sentences > 0
      ? [{ title: topic.title, href: topicHref(topic.id), count: counted(sentences, 'sentence') }]
      : [];
  });
}

function stretchesOf(analysis: Analysis, disputed: Disputed, switches: Switches, library: Library): StretchView[] {
  const number = numbering(switches, library.lexicon.works, library.names);
  const { text, parts } = analysis.reading;
  const pieces = piecesOf(analysis.reading);
  const stretches: { folded: string; parts: PartView[] }[] = [];
  for (const [index, part] of parts.entries()) {
    const folded = FOLDED[part.kind] ?? '';
    const { marks, notes } = number(findingsFrom(analysis, part.start, part.end, disputed));
    const view = {
      kind: part.kind,
      notes,
      sentences: (pieces[index] ?? []).map(({ start, end }) => ({
        id: `s-${start}`,
        marked: marked(text.slice(start, end), marks, start),
      })),
    };
    const last = stretches.at(-1);
    if (last && folded !== '' && last.folded === folded) last.parts.push(view);
    else stretches.push({ folded, parts: [view] });
  }
  return stretches.map(({ folded, parts: shown }) => ({
    folded,
    size: `${counted(shown.length, 'line')}, kept but not counted`,
    parts: shown,
  }));
}

function findingsFrom(
  { reading, findings }: Analysis,
  start: number,
  end: number,
  disputed: Disputed,
): ComparedFinding[] {
  return findings
    .filter((finding) => finding.start >= start && finding.start < end)
    .map((finding) => comparedFinding(reading.text, finding, disputed));
}

export function documentData(document: Document, library: Library): object {
  const { id, file, sha256, short, title, outlet, author, date, latest, warnings } = document;
  const analysis = library.analysisOf(document);
  const disputed = openDisputes(library.disputesOf(document));
  const sentences = analysis.reading.sentences.map(({ kind }, index) => {
    const { start, end, text, tone, findings } = comparedSentence(analysis, index, 'cue', disputed);
    return { part: kind, start, end, text, tone, findings };
  });
  const described = { id, file, sha256, short, title, outlet, author, date, latest: latest ?? null, warnings };
  return { ...described, lexicon: library.lexicon.version, sentences };
}

export function documentRows(document: Document, library: Library): Cell[][] {
  const { reading, findings } = library.analysisOf(document);
  const objection = openDisputes(library.disputesOf(document));
  const rows = findings.map((finding): Cell[] => {
    const { device, entry, category, start, end, text, voice, speaker, why, source, disputed } = comparedFinding(
      reading.text,
      finding,
      objection,
    );
    const head = [document.id, device, entry, category, start, end, text, voice, speaker, why, source];
    return [...head, ...disputedCells(disputed)];
  });
  return [
    [
      'document',
      'device',
      'entry',
      'category',
      'start',
      'end',
      'text',
      'voice',
      'speaker',
      'why',
      'source',
      ...DISPUTED,
    ],
    ...rows,
  ];
}

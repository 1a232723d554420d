import type { Analysis, Finding } from '../devices/analysis.js';
import { DEVICE_IDS } from '../devices/lexicon/entry.js';
import { toneOf } from '../devices/sentiment.js';
import type { Names } from '../devices/referent.js';
import type { Pin, Pinned } from '../topics/pins.js';
import type { NearMiss } from '../topics/retrieve.js';
import { countsForAuthor, isCounted, openDisputes, type Dispute } from './disputes.js';
import { publishedBefore } from './event.js';
import { framesOf } from './frames.js';
import { labelsUsed } from './labels.js';
import { ledgerOf } from './ledger.js';
import type { Comparison } from './schema/comparison.js';
import type { ComparedDocument, ComparedFinding, ComparedSentence } from './schema/document.js';
import { claimsIn, speakersIn } from './speakers.js';
import { documentTone } from './tone.js';
import type { WordLists } from './word-lists.js';

/** What a comparison needs to know of a document; a corpus has more. */
export interface Source {
  readonly id: string;
  readonly file: string;
  readonly short: string;
  readonly title: ComparedDocument['title'];
  readonly outlet: string;
  readonly author: ComparedDocument['author'];
  readonly date: ComparedDocument['date'];
  readonly latest: ComparedDocument['latest'];
  readonly analysis: Analysis;
  /** Sentences put into this topic or taken out of it by hand. */
  readonly pins?: readonly Pin[] | undefined;
  readonly disputes?: readonly Dispute[] | undefined;
}

/** ISO date of publication; null when the text states none. */
export function dateOf({ date }: Pick<Source, 'date'>): string | null {
  return date === 'unknown' ? null : date.is;
}

/** How a document covers a topic: what every page tells of it. */
export type DocumentSummary = Pick<
  ComparedDocument,
  'id' | 'short' | 'outlet' | 'coverage' | 'passages' | 'counts' | 'tone'
>;

export function summaryOf(
  { analysis, id, short, outlet, disputes }: Source,
  { passages, putIn }: Pinned,
): DocumentSummary {
  const disputed = openDisputes(disputes);
  const compared = passages.map(({ sentences }) => {
    const told = sentences.map(({ index, reason }) => ({
      ...comparedSentence(analysis, index, reason, disputed),
      note: putIn.get(index) ?? null,
    }));
    return { start: told[0]?.start ?? 0, end: told.at(-1)?.end ?? 0, sentences: told };
  });
  const sentences = compared.flatMap((passage) => passage.sentences);
  return {
    ...{ id, short, outlet },
    coverage: compared.length > 0 ? 'covered' : 'silent',
    passages: compared,
    counts: countsOf(analysis, indicesOf(passages), sentences),
    tone: documentTone(sentences),
  };
}

/** One column of the comparison; how fragile its scores are is known when all columns are. */
export function comparedDocument(
  source: Source,
  pinned: Pinned,
  names: Names,
  { frames }: WordLists,
  event: Comparison['topic']['event'],
): ComparedDocument {
  const { analysis, id, file, short, title, outlet, author, date, latest } = source;
  const { passages, nearestMiss, takenOut } = pinned;
  const { coverage, passages: compared, counts, tone } = summaryOf(source, pinned);
  const indices = indicesOf(passages);
  return {
    ...{ id, file, short, title, outlet, author, date, latest, coverage },
    silence: coverage === 'covered' ? null : publishedBefore(dateOf(source), event?.date) ? 'before-event' : 'silent',
    nearestMiss: nearestMiss ? shownMiss(analysis, nearestMiss, names) : null,
    passages: compared,
    takenOut: takenOut.map(({ index, note }) => ({ ...shownSentence(analysis, index), note })),
    counts,
    tone,
    labels: labelsUsed(analysis, indices, names),
    speakers: speakersIn(analysis, indices),
    claims: claimsIn(analysis, indices),
    ledger: ledgerOf(analysis, indices, names),
    frames: framesOf(analysis, indices, frames),
    fragility: [],
  };
}

export function indicesOf(passages: Pinned['passages']): number[] {
  return passages.flatMap(({ sentences }) => sentences.map(({ index }) => index));
}

export function comparedSentence(
  analysis: Analysis,
  index: number,
  reason: ComparedSentence['reason'],
  disputed?: Disputed,
): ComparedSentence {
  const { text } = analysis.reading;
  const shown = shownSentence(analysis, index);
  const findings = between(analysis.findings, shown.start, shown.end).map((finding) =>
    comparedFinding(text, finding, disputed),
  );
  return {
    ...shown,
    reason,
    note: null,
    tone: toneOf(
      findings.flatMap((finding) => (finding.valence !== null && isCounted(finding) ? [finding.valence] : [])),
    ),
    findings,
  };
}

function shownSentence({ reading }: Analysis, index: number): { start: number; end: number; text: string } {
  const { start = 0, end = 0 } = reading.sentences[index] ?? {};
  return { start, end, text: reading.text.slice(start, end) };
}

/** What a reader objects to in a finding; null for nothing. */
export type Disputed = ReturnType<typeof openDisputes>;

export function comparedFinding(
  text: string,
  { device, entry, start, end, voice, speaker, note, valence }: Finding,
  disputed: Disputed = openDisputes(),
): ComparedFinding {
  return {
    device,
    entry: entry.id,
    category: entry.category,
    start,
    end,
    text: text.slice(start, end),
    voice,
    speaker: voice === 'author' ? null : (speaker ?? null),
    why: entry.why,
    note: note ?? null,
    source: entry.source,
    neutral: [...entry.neutral],
    direction: entry.direction,
    strength: entry.strength,
    valence: valence ?? null,
    disputed: disputed({ device, entry: entry.id, start, end }),
  };
}

/** Findings that start in `[start, end)`; they are in text order. */
function between(findings: readonly Finding[], start: number, end: number): Finding[] {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Finding[] = [];
  for (let i = low; i < findings.length && (findings[i]?.start ?? Infinity) < end; i += 1) {
    const finding = findings[i];
    if (finding) inside.push(finding);
  }
  return inside;
}

function countsOf(
  { reading }: Analysis,
  indices: readonly number[],
  sentences: readonly ComparedSentence[],
): ComparedDocument['counts'] {
  const words = indices.reduce((sum, index) => sum + wordsIn(reading.forms, reading.sentences[index]), 0);
  const findings = sentences.flatMap((sentence) => sentence.findings);
  const marks = Object.fromEntries(
    DEVICE_IDS.map((device) => {
      const all = findings.filter((finding) => finding.device === device && isCounted(finding));
      const author = all.filter(countsForAuthor).length;
      return [device, { author, all: all.length, per100: words === 0 ? 0 : Math.round((author / words) * 1000) / 10 }];
    }),
  ) as ComparedDocument['counts']['marks'];
  return { sentences: indices.length, words, marks };
}

export function wordsIn(forms: readonly string[], sentence: { first: number; last: number } | undefined): number {
  if (!sentence) return 0;
  let words = 0;
  for (let i = sentence.first; i < sentence.last; i += 1) if (/^[\p{L}\p{N}]/u.test(forms[i] ?? '')) words += 1;
  return words;
}

function shownMiss(
  { reading }: Analysis,
  { index, met, missing }: NearMiss,
  names: Names,
): ComparedDocument['nearestMiss'] {
  const { start = 0, end = 0 } = reading.sentences[index] ?? {};
  const shown = (phrase: string): string =>
    phrase.startsWith('@') ? (names.referents.find(({ id }) => id === phrase.slice(1))?.name ?? phrase) : phrase;
  return {
    start,
    end,
    text: reading.text.slice(start, end),
    met: [...met],
    missing: missing.map((group) => group.map(shown)),
  };
}

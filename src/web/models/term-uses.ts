import { countsForAuthor, openDisputes } from '../../compare/disputes.js';
import type { Document } from '../../corpus/corpus.js';
import { throughDocuments } from '../../corpus/coverage.js';
import type { Library } from '../../corpus/library.js';
import type { Entry } from '../../devices/lexicon/entry.js';
import { sentenceAt, spanOf } from '../../text/reading.js';
import type { VoiceKind } from '../../text/voice.js';
import type { SourceColumns } from './source-columns.js';

/** One use of an entry in a document. */
export interface Use {
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly voice: VoiceKind;
  readonly speaker: string | undefined;
  readonly counts: boolean;
}

/** How much of a sentence stands to either side of a use. */
const CONTEXT = 64;

/** Every use of an entry in a document; of a name each use of the label, contested or not. */
export function usesIn(document: Document, entry: Entry, library: Library): Use[] {
  const { reading, findings, labels } = library.analysisOf(document);
  const places =
    entry.device === 'naming'
      ? labels
          .filter((label) => label.entry === entry)
          .map(({ first, last, voice }) => ({
            first,
            voice,
            speaker: undefined,
            ...spanOf(reading.tokens, first, last),
          }))
      : findings.filter((finding) => finding.entry === entry);
  const disputed = openDisputes(library.disputesOf(document));
  const { device, id } = entry;
  return places.map(({ start, end, first, voice, speaker }) => {
    const sentence = reading.sentences[sentenceAt(reading.sentences, first)];
    const from = sentence?.start ?? start;
    return {
      start,
      end,
      sentenceStart: from,
      before: lastWords(oneLine(reading.text.slice(from, start))),
      text: reading.text.slice(start, end),
      after: firstWords(oneLine(reading.text.slice(end, sentence?.end ?? end))),
      voice,
      speaker,
      counts: countsForAuthor({ voice, device, disputed: disputed({ device, entry: id, start, end }) }),
    };
  });
}

/** The corpus as one column. */
export const WHOLE: SourceColumns = { columns: [{ id: '', short: 'All', href: '' }], columnOf: () => 0 };

/** How often each entry is used in each column, by one pass over all documents. */
export async function useCounts(
  { documents, entryCountsOf }: Library,
  { columns, columnOf }: SourceColumns,
): Promise<Map<Entry, number[]>> {
  const counts = new Map<Entry, number[]>();
  await throughDocuments(documents, (document, at) => {
    const column = columnOf(at);
    for (const [entry, count] of entryCountsOf(document)) {
      const row = counts.get(entry) ?? columns.map(() => 0);
      counts.set(entry, row);
      row[column] = (row[column] ?? 0) + count;
    }
  });
  return counts;
}

function oneLine(text: string): string {
  return text.replaceAll('\r', ' ').replaceAll('\n', ' ');
}

function lastWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(-CONTEXT);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}

function firstWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(0, CONTEXT);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))} …`;
}

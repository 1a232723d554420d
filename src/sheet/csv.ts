import type { ComparedDocument, Comparison } from '../compare/schema.js';

export type Cell = string | number | null;

const HEAD = [
  'topic',
  'document',
  'outlet',
  'sentence start',
  'sentence end',
  'sentence',
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
] as const;

/** A comparison as CSV: a row a finding, and a row for a sentence without any. */
export function comparisonCsv(comparison: Comparison): string {
  return csv(comparisonRows(comparison));
}

export function comparisonRows(comparison: Comparison): Cell[][] {
  return [[...HEAD], ...comparison.documents.flatMap((document) => documentRows(comparison.topic.id, document))];
}

function documentRows(topic: string, { id, outlet, passages }: ComparedDocument): Cell[][] {
  return passages
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence): Cell[][] => {
      const head = [topic, id, outlet, sentence.start, sentence.end, sentence.text];
      if (sentence.findings.length === 0) return [[...head, ...HEAD.slice(head.length).map(() => null)]];
      return sentence.findings.map(({ device, entry, category, start, end, text, voice, speaker, why, source }) => [
        ...head,
        device,
        entry,
        category,
        start,
        end,
        text,
        voice,
        speaker,
        why,
        source,
      ]);
    });
}

/** Rows → RFC 4180, with CRLF. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = startsFormula(value) ? `'${value}` : value;
  return needsQuotes(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs a cell that begins with one of these, whoever wrote it. */
function startsFormula(value: string): boolean {
  return ['=', '+', '-', '@', '\t', '\r'].includes(value.charAt(0));
}

function needsQuotes(value: string): boolean {
  return ['"', ',', '\n', '\r'].some((each) => value.includes(each));
}

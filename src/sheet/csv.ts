import { TABLES } from './tables.js';
import type { Comparison } from '../compare/schema/comparison.js';
import type { ComparedDocument, ComparedFinding } from '../compare/schema/document.js';

export type Cell = string | number | null;

/** What CSV can hold of a comparison, a table at a time. */
export const PARTS = ['passages', ...(Object.keys(TABLES) as (keyof typeof TABLES)[])] as const;
export type Part = (typeof PARTS)[number];

/** A reader's objection to a mark, and whether the mark is left out of counts for it. */
export const DISPUTED = ['disputed', 'left out'] as const;

export function disputedCells(disputed: ComparedFinding['disputed']): Cell[] {
  return disputed ? [disputed.note || 'yes', disputed.counts ? 'no' : 'yes'] : [null, null];
}

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
  ...DISPUTED,
  'on topic by',
] as const;

/** One table of a comparison as CSV; its passages with a row a finding, and a row for a sentence without any. */
export function comparisonCsv(comparison: Comparison, part?: Part): string {
  return csv(comparisonRows(comparison, part));
}

export function comparisonRows(comparison: Comparison, part: Part = 'passages'): Cell[][] {
  if (part !== 'passages') return TABLES[part](comparison);
  return [[...HEAD], ...comparison.documents.flatMap((document) => documentRows(comparison.topic.id, document))];
}

function documentRows(topic: string, { id, outlet, passages }: ComparedDocument): Cell[][] {
  return passages
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence): Cell[][] => {
      const head = [topic, id, outlet, sentence.start, sentence.end, sentence.text];
      if (sentence.findings.length === 0)
        return [[...head, ...HEAD.slice(head.length, -1).map(() => null), sentence.reason]];
      return sentence.findings.map(({ device, entry, category, start, end, text, voice, speaker, why, ...more }) => [
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
        more.source,
        ...disputedCells(more.disputed),
        sentence.reason,
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

/** A spreadsheet runs a cell that begins with one of these, in full width too, whoever wrote it. */
function startsFormula(value: string): boolean {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value);
}

function needsQuotes(value: string): boolean {
  return ['"', ',', '\n', '\r'].some((each) => value.includes(each));
}

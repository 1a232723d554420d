import type { Span } from '../text/span.js';
import type { ComparedFinding } from './schema/document.js';

/** A reader's objection to the mark of one entry in one place of a document. */
export interface Dispute extends Span {
  readonly device: string;
  readonly entry: string;
  readonly note: string;
  /** Whether the mark is still counted. */
  readonly counts: boolean;
}

type Marked = Pick<ComparedFinding, 'device' | 'entry' | 'start' | 'end'>;

/** What a document's findings are looked up in; an objection to a mark that stands no more finds nothing. */
export function openDisputes(disputes: readonly Dispute[] = []): (finding: Marked) => ComparedFinding['disputed'] {
  if (disputes.length === 0) return () => null;
  const byPlace = new Map(disputes.map(({ note, counts, ...place }) => [placeOf(place), { note, counts }]));
  return (finding) => byPlace.get(placeOf(finding)) ?? null;
}

function placeOf({ device, entry, start, end }: Omit<Dispute, 'note' | 'counts'>): string {
  return `${start} ${end} ${device} ${entry}`;
}

/** Whether a mark is counted at all: one that a reader disputes may be left out. */
export function isCounted({ disputed }: Pick<ComparedFinding, 'disputed'>): boolean {
  return disputed?.counts !== false;
}

/** Scare quotes are the author's own device, although the words between them are not his. */
export function countsForAuthor(finding: Pick<ComparedFinding, 'voice' | 'device' | 'disputed'>): boolean {
  const { voice, device } = finding;
  return isCounted(finding) && (voice === 'author' || (voice === 'scare' && device === 'distancing'));
}

import type { Comparison } from '../../compare/schema/comparison.js';
import type { Deed } from '../../compare/schema/deed.js';
import { counted } from '../prose.js';
import { documentHref } from './source.js';

export interface DeedRow {
  readonly href: string;
  readonly actor: string;
  /** Whether the text names no doer. */
  readonly blank: boolean;
  readonly verb: string;
  readonly target: string;
  readonly form: string;
  readonly voice: string;
  readonly review: boolean;
}

export interface LedgerView {
  readonly source: string;
  readonly href: string;
  readonly deeds: readonly DeedRow[];
  /** "France acts 3 times, is acted upon once; …" */
  readonly actors: readonly { readonly name: string; readonly acts: number; readonly actedUpon: number }[];
  readonly summary: string;
}

const FORMS: Record<Deed['form'], string> = {
  active: '',
  passive: 'passive',
  agentless: 'passive without a doer',
  intransitive: 'an event without a doer',
};

/** Who does what to whom, a source at a time. */
export function ledgersOf({ documents }: Comparison): LedgerView[] {
  return documents
    .filter(({ coverage }) => coverage === 'covered')
    .map(({ id, short, ledger }) => ({
      source: short,
      href: documentHref(id),
      deeds: ledger.deeds.map((deed) => deedRow(deed, id)),
      actors: ledger.actors,
      summary: [
        counted(ledger.deeds.length, 'act'),
        ...(ledger.blanks > 0 ? [`${ledger.blanks} without a doer`] : []),
        ...(ledger.reviews > 0 ? [`${ledger.reviews} to be read by you`] : []),
      ].join(', '),
    }));
}

function deedRow({ actor, verb, target, form, voice, needsReview, sentence }: Deed, document: string): DeedRow {
  return {
    href: documentHref(document, sentence),
    actor: actor?.name ?? (needsReview ? 'not certain' : 'nobody named'),
    blank: actor === null,
    verb,
    target: target?.name ?? '',
    form: FORMS[form],
    voice: voice === 'author' ? '' : `${voice} words`,
    review: needsReview,
  };
}

/** "14 acts, 3 without a doer" */
export function actingLine(comparison: Comparison): string {
  const ledgers = comparison.documents.map(({ ledger }) => ledger);
  const sum = (of: (ledger: (typeof ledgers)[number]) => number): number =>
    ledgers.reduce((all, each) => all + of(each), 0);
  const blanks = sum((each) => each.blanks);
  return [
    counted(
      sum((each) => each.deeds.length),
      'act',
    ),
    ...(blanks > 0 ? [`${blanks} without a doer`] : []),
  ].join(', ');
}

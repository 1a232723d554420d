import type { Statement, StatementPair } from '../../compare/schema/statement.js';
import type { ComparisonState } from '../query.js';
import { inHundredths } from './similarity.js';

/** Two sentences word by word: beside each other, and as one line. */
export interface DifferenceView {
  readonly from: string;
  readonly to: string;
  readonly similarity: string;
  readonly same: string;
  readonly slots: readonly { readonly kind: 'same' | 'other'; readonly from: string; readonly to: string }[];
  /** "“said” → “admitted”: takes a fault as given" */
  readonly notes: readonly { readonly change: string; readonly note: string }[];
}

/**
 * The differences of a row that a reader asked to see: of the picked pair; or from the reference to each other source;
 * or of all its pairs.
 */
export function differencesOf(
  { pairs }: Statement,
  shorts: ReadonlyMap<string, string>,
  { pair, reference }: Pick<ComparisonState, 'pair' | 'reference'>,
): DifferenceView[] {
  const first = pair?.[0] ?? reference;
  const hasReference = pairs.some(({ from, to }) => from.document === reference || to.document === reference);
  return pairs
    .filter(({ from, to }) => {
      if (pair) return pair.includes(from.document) && pair.includes(to.document);
      return !hasReference || from.document === reference || to.document === reference;
    })
    .flatMap((each) =>
      each.difference
        ? [differenceView(each, each.difference.slots, each.difference.same, shorts, each.to.document === first)]
        : [],
    );
}

function differenceView(
  { from, to, similarity }: StatementPair,
  slots: NonNullable<StatementPair['difference']>['slots'],
  same: number,
  shorts: ReadonlyMap<string, string>,
  reversed: boolean,
): DifferenceView {
  const short = (id: string): string => shorts.get(id) ?? id;
  const told = reversed ? slots.map((slot) => ({ ...slot, from: slot.to, to: slot.from })) : slots;
  return {
    from: short(reversed ? to.document : from.document),
    to: short(reversed ? from.document : to.document),
    similarity: inHundredths(similarity),
    same: `${Math.round(same * 100)} %`,
    slots: told.map((slot) => ({ kind: slot.kind === 'same' ? 'same' : 'other', from: slot.from, to: slot.to })),
    notes: told.flatMap((slot) =>
      slot.note === null ? [] : [{ change: changeOf(slot.from, slot.to), note: slot.note }],
    ),
  };
}

const LONGEST_CHANGE = 70;

function changeOf(from: string, to: string): string {
  const shown = (text: string): string => {
    const plain = text.trim().replaceAll('\n', ' ');
    if (plain === '') return 'nothing';
    return plain.length > LONGEST_CHANGE ? `“${plain.slice(0, LONGEST_CHANGE).trimEnd()} …”` : `“${plain}”`;
  };
  return `${shown(from)} → ${shown(to)}`;
}

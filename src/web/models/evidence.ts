import type { Comparison } from '../../compare/schema/comparison.js';
import type { Mark } from '../highlight.js';
import type { ComparisonState } from '../query.js';
import { aloneOf, type AloneView } from './alone.js';
import { factTable, type FactTable } from './fact-table.js';
import { firmLine, firmnessOf, type FirmnessRow } from './firmness.js';
import { frameProfile, type FrameProfile } from './frame-profile.js';
import { keywordsOf, symmetryOf, type KeywordsView, type SymmetryRow } from './keywords.js';
import { actingLine, ledgersOf, type LedgerView } from './ledger.js';
import { claimsLine, speakersOf, type SpeakerRow } from './speakers.js';
import { statementsOf, type StatementsView } from './statements.js';

/** What a comparison's page and its sheet both show beneath the passages. */
export interface Evidence {
  readonly statements: StatementsView;
  readonly alone: AloneView;
  readonly facts: FactTable;
  readonly speakers: readonly SpeakerRow[];
  readonly ledgers: readonly LedgerView[];
  readonly profile: FrameProfile;
  readonly keywords: KeywordsView;
  readonly symmetry: readonly SymmetryRow[];
  readonly firmness: readonly FirmnessRow[];
  /** Lines behind the heads of what unfolds. */
  readonly claims: string;
  readonly acting: string;
  readonly firm: string;
}

export function evidenceOf(
  comparison: Comparison,
  state: ComparisonState,
  marksOf: (document: string) => readonly Mark[],
): Evidence {
  return {
    statements: statementsOf(comparison, state, marksOf),
    alone: aloneOf(comparison),
    facts: factTable(comparison),
    speakers: speakersOf(comparison),
    ledgers: ledgersOf(comparison),
    profile: frameProfile(comparison),
    keywords: keywordsOf(comparison),
    symmetry: symmetryOf(comparison),
    firmness: firmnessOf(comparison),
    claims: claimsLine(comparison),
    acting: actingLine(comparison),
    firm: firmLine(comparison),
  };
}

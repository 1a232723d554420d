import type { Comparison } from '../../compare/schema/comparison.js';
import type { Fragility } from '../../compare/schema/fragility.js';
import { counted, quotedWord, signed } from '../prose.js';
import { documentHref } from './source.js';

/** How much of a figure hangs on one word, one sentence or one choice. */
export interface FirmnessRow {
  readonly source: string;
  readonly score: string;
  readonly value: string;
  readonly interval: string;
  readonly range: string;
  readonly quoted: string;
  readonly badge: Badge;
}

export interface Badge {
  readonly verdict: Fragility['verdict'];
  /** "holds", "sign flips without “murdered”", "too few sentences" */
  readonly words: string;
  readonly href: string | null;
}

const SCORES: Record<Fragility['score'], string> = {
  tone: 'Tone',
  'loaded-terms': 'Loaded terms',
  distancing: 'Distancing',
  attribution: 'Attribution',
  certainty: 'Certainty',
  naming: 'Names',
};

export function firmnessOf({ documents }: Comparison): FirmnessRow[] {
  return documents.flatMap(({ id, short, fragility }) => {
    if (fragility.length > 0 && fragility.every(({ verdict }) => verdict === 'too-few')) return [unscored(short)];
    return fragility.map((each) => ({
      source: short,
      score: SCORES[each.score],
      value: figure(each.score, each.value),
      interval: range(each.score, each.low, each.high),
      range: range(each.score, each.least, each.most),
      quoted: figure(each.score, each.withQuoted),
      badge: badgeOf(id, each),
    }));
  });
}

/** One row for a source of which nothing can be scored. */
function unscored(source: string): FirmnessRow {
  const none = { value: '–', interval: '–', range: '–', quoted: '–' };
  return { source, score: 'All figures', ...none, badge: { verdict: 'too-few', words: TOO_FEW, href: null } };
}

const UNSURE = 'unsure: the interval holds 0';
const TOO_FEW = 'too few sentences';

export function badgeOf(document: string, { score, verdict, without, at }: Fragility): Badge {
  if (verdict === 'holds') return { verdict, words: 'holds', href: null };
  if (verdict === 'unsure') return { verdict, words: UNSURE, href: null };
  if (verdict === 'too-few') return { verdict, words: TOO_FEW, href: null };
  const cause = without === 'quoted words' ? 'with quoted words' : `without ${quotedWord(without ?? '')}`;
  return {
    verdict,
    words: `${score === 'tone' ? 'sign flips' : 'place among the sources changes'} ${cause}`,
    href: at === null ? null : documentHref(document, at),
  };
}

function figure(score: Fragility['score'], value: number | null): string {
  if (value === null) return '–';
  return score === 'tone' ? signed(value) : value.toFixed(1);
}

function range(score: Fragility['score'], low: number | null, high: number | null): string {
  return low === null || high === null ? '–' : `${figure(score, low)} to ${figure(score, high)}`;
}

/** "3 of 18 figures hold" */
export function firmLine(comparison: Comparison): string {
  const all = comparison.documents.flatMap(({ fragility }) => fragility);
  const holding = all.filter(({ verdict }) => verdict === 'holds').length;
  return all.length === 0
    ? ''
    : `${holding === 0 ? 'none' : holding} of ${counted(all.length, 'figure')} ${holding === 1 ? 'holds' : 'hold'}`;
}

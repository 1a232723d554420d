import type { Comparison } from '../../compare/schema/comparison.js';
import { coverageOf, factsDiffer, sidesTaken, statementsDiffer } from './stand-out/evidence.js';
import { namesDiffer } from './stand-out/naming.js';
import { sentence, type StandOut } from './stand-out/piece.js';
import { doubtsCast, voicesDiffer } from './stand-out/speaking.js';
import { loadDiffers, scareQuotes } from './stand-out/wording.js';

export type { StandOut } from './stand-out/piece.js';

const MOST_SENTENCES = 4;

/**
 * What a reader would see first, told from the data: what they call it, which numbers they give, in whose voice, with
 * which reserve, how charged, and who is silent. It names devices and counts; it judges no source.
 */
export function standOut(comparison: Comparison): StandOut[] {
  const covering = comparison.documents.filter(({ coverage }) => coverage === 'covered');
  if (covering.length === 0) {
    const none = comparison.topic.typed
      ? 'No passage of any document meets these words.'
      : 'No document speaks of this.';
    return [sentence(none, '', 'What was looked for', '#silence')];
  }
  const shorts = new Map(comparison.documents.map(({ id, short }) => [id, short]));
  const told = [
    namesDiffer(covering),
    factsDiffer(comparison, shorts),
    statementsDiffer(comparison, shorts) ?? voicesDiffer(covering),
    doubtsCast(covering),
    sidesTaken(comparison, shorts),
    loadDiffers(covering),
    scareQuotes(covering),
  ].filter((each) => each !== undefined);
  return [...told.slice(0, MOST_SENTENCES - 1), coverageOf(comparison)];
}

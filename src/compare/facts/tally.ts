import type { Quantity } from '../../text/quantity.js';
import type { Reading, Sentence } from '../../text/reading.js';
import type { Mention } from './mention.js';
import { partsClause } from './wording.js';

/** What a number counts, in one form and in the words of its text, and the token behind those words. */
export type Counted = Pick<Mention, 'subject' | 'what' | 'last'> & {
  /** Where its noun stands: behind the number, behind "for", or round it; none for a side of a vote. */
  readonly stands?: 'behind' | 'goal' | 'round';
};

/** "voted 44 to 2", "by 44 votes to 2", "a 44–2 vote": the first are for, the second against. */
export function scoreOf(
  reading: Reading,
  sentence: Sentence,
  quantities: readonly Quantity[],
  at: number,
): Counted | undefined {
  const { forms } = reading;
  const isPair = (a: Quantity | undefined, b: Quantity | undefined): boolean => {
    if (!a || !b || a.unit !== 'count' || b.unit !== 'count') return false;
    const votes = /^votes?$/.test(forms[a.last] ?? '');
    const joint = a.last + (votes ? 1 : 0);
    if (b.first !== joint + 1 || !/^(?:to|-|–)$/.test(forms[joint] ?? '')) return false;
    const beside = forms.slice(Math.max(sentence.first, a.first - REACH_OF_VOTE), Math.min(sentence.last, b.last + 2));
    const carried = forms[a.first - 1] === 'by' && beside.some((form) => CARRIED.test(form));
    // "divided 5–2", "a 5–2 ruling", "approved it 6–1"; goals are counted with the same dash.
    const decided =
      joint < b.first &&
      /^[-–]$/.test(forms[joint] ?? '') &&
      beside.some((form) => DECIDED.test(form) || CARRIED.test(form));
    return votes || carried || decided || beside.some((form) => /^vot(?:e|es|ed|ing)$/.test(form));
  };
  const quantity = quantities[at];
  if (!quantity) return undefined;
  if (isPair(quantity, quantities[at + 1])) return { subject: 'vote', what: 'votes', last: quantity.last };
  return isPair(quantities[at - 1], quantity)
    ? { subject: 'vote-against', what: 'votes against', last: quantity.last }
    : undefined;
}

const REACH_OF_VOTE = 6;
const DECIDED = /^(?:ruling|ruled|decision|verdict|opinion|majority|split|divided|court|board|council|committee)$/;
const CARRIED = /^(?:passed|adopted|approved|backed|endorsed|carried|rejected|defeated)$/;

/** What voters do; no noun that is counted. */
export const VOTING =
  /^(?:vot(?:e|es|ed|ing)|against|opposed|opposing|opposition|favour|abstained|abstaining|ayes?|nays?|noes)$/;

/** Words by which a vote is for or against, this near behind the number. */
const REACH_OF_SIDE = 8;
const SIDES: readonly (readonly [RegExp, string])[] = [
  [/^(?:against|opposed|opposing|rejected|nays?|noes)$/, 'against'],
  [/^(?:abstained|abstaining|abstentions?)$/, 'abstaining'],
  [/^(?:favour|favor|ayes?|yes)$/, 'for'],
];

export function sideTaken(
  { forms }: Reading,
  sentence: Sentence,
  quantity: Quantity,
  nounEnd: number | undefined,
  end: number,
): { readonly name: string; readonly last: number } | undefined {
  if (quantity.unit === 'count' || quantity.unit === '%') {
    let voting = nounEnd === undefined;
    for (let i = quantity.last; i < Math.min(end, sentence.last, quantity.last + REACH_OF_SIDE); i += 1) {
      const form = forms[i] ?? '';
      if (partsClause(form)) return undefined;
      if (/^(?:vot(?:e|es|ed|ing)|ballots?)$/.test(form)) voting = true;
      const side = SIDES.find(([words]) => words.test(form));
      // "10 resolutions against the port" takes no side in a vote.
      if (side && (voting || form !== 'against')) return { name: side[1], last: i + 1 };
    }
  }
  return undefined;
}

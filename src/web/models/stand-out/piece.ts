/** A piece of a plain sentence: some of it stressed, some of it leading to its evidence. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean | undefined;
  readonly href?: string | undefined;
}

export type StandOut = readonly Piece[];

/** What is stressed, what follows it, and where it can be checked. */
export function sentence(stressed: string, rest: string, label: string, href: string): StandOut {
  return [{ text: stressed, strong: true }, { text: ` ${rest}${rest === '' ? '' : ' '}` }, { text: label, href }];
}

/** Examples in one sentence. */
export const MOST_EXAMPLES = 3;

/** A headline sentence names only who is surely a speaker: "course" and "It" are not, "union boss Jane Roe" is one. */
export function isName(speaker: string): boolean {
  return /(?:^|[\s“"])\p{Lu}/u.test(speaker) && !PRONOUN.test(speaker);
}

const PRONOUN = /^(?:it|he|she|they|we|i|you|this|that|these|those|some|many|others)$/i;

/** One source leads where it has so many times what the next has, and enough to speak of: two against one is chance. */
const LEAD = 2;
const ENOUGH = 3;

export function leads(first: number, next: number): boolean {
  return first >= ENOUGH && first >= LEAD * next;
}

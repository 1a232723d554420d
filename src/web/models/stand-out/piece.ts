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

/** A headline sentence names only who is surely a speaker: "course" and "It" are not, whatever verb follows them. */
export function isName(speaker: string): boolean {
  const initial = speaker.charAt(0);
  return initial !== initial.toLowerCase() && !['It', 'He', 'She', 'They', 'We', 'I'].includes(speaker);
}

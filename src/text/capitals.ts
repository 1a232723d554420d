import { tagAt, type Reading } from './reading.js';

const CONNECTIVE = /^(?:of|the|for|and|de|la|von|van|al|-|&)$/;

/**
 * Marks (1) the tokens that stand inside a capitalised name of two or more words ("Liberation Front", "Route for
 * International Peace and Prosperity"). In a line set in capitals throughout, capitals tell nothing and no token is marked.
 */
export function namesIn(reading: Pick<Reading, 'text' | 'tokens' | 'sentences' | 'forms'>): Uint8Array {
  const { text, tokens, sentences, forms } = reading;
  const inName = new Uint8Array(tokens.start.length);
  for (const { first, last } of sentences) {
    if (isTitleCase(first, last)) continue;
    for (let i = first; i < last; i += 1) {
      if (!startsName(i, first)) continue;
      let end = i + 1;
      let capitals = 1;
      for (let j = i + 1; j < last && (isCapital(j) || CONNECTIVE.test(forms[j] ?? '')); j += 1) {
        if (!isCapital(j)) continue;
        capitals += 1;
        end = j + 1;
      }
      if (capitals > 1) inName.fill(1, i, end);
      i = end - 1;
    }
  }
  return inName;

  function isCapital(at: number): boolean {
    const code = text.charCodeAt(tokens.start[at] ?? 0);
    return code < 128
      ? code >= 65 && code <= 90
      : /^\p{Lu}/u.test(text.slice(tokens.start[at] ?? 0, (tokens.start[at] ?? 0) + 2));
  }

  /** A sentence's first word is capitalised anyway: it belongs to a name only if the tagger takes it for one. */
  function startsName(at: number, first: number): boolean {
    return isCapital(at) && (at > first || tagAt(tokens, at) === 'PROPN');
  }

  /** Small words keep their small letters in a headline, so only longer ones are counted. */
  function isTitleCase(first: number, last: number): boolean {
    let words = 0;
    let capitals = 0;
    for (let i = first; i < last; i += 1) {
      const initial = (forms[i] ?? '').charCodeAt(0);
      if ((tokens.length[i] ?? 0) < 4 || initial < 97 || initial === 0x2014) continue;
      words += 1;
      if (isCapital(i)) capitals += 1;
    }
    return words > 3 && capitals * 4 > words * 3;
  }
}

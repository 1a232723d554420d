// Two thirds of the letters of a Russian text are these ten; Bulgarian and Ukrainian have them as often. Greek or Hebrew
// read as if it were Cyrillic has them in a third, Chinese in a tenth, French hardly ever in a word of their own.
const COMMONEST = /[оеаинтсрвл]/g;
const SHARE = 0.45;
/** Shorter words come about by accident: “à” alone would be one. */
const FEWEST_LETTERS = 3;

/**
 * Whether bytes decoded as Cyrillic read as such: of the letters beyond ASCII, how many are common ones in words
 * wholly Cyrillic. Small letters alone count, since another Cyrillic encoding would turn them into capitals.
 */
export function readsAsCyrillic(text: string): boolean {
  let common = 0;
  let all = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    // eslint-disable-next-line no-control-regex -- ASCII is a range
    const beyond = word.replace(/[\u0000-\u007f]+/g, '').length;
    all += beyond;
    if (beyond === word.length && beyond >= FEWEST_LETTERS) common += word.match(COMMONEST)?.length ?? 0;
  }
  return all > 0 && common >= SHARE * all;
}

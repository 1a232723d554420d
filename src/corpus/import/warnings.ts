/** A text of this many letters is a headline or a paywall’s first lines; rates in it mean nothing. */
const FEWEST_LETTERS = 250;
const EXAMPLES = 3;

/**
 * What in a text may mislead its reader or the marking, in plain sentences. Nothing is changed: a look-alike folded
 * silently would hide what somebody did.
 */
export function textWarnings(text: string): string[] {
  return [
    ...mixedScripts(text),
    ...directions(text),
    ...hidden(text),
    ...replaced(text),
    ...garbled(text),
    ...short(text),
  ];
}

const WORD = /[\p{L}\p{M}\p{Cf}]+/gu;
const LATIN = /\p{Script=Latin}/u;
/** The scripts whose letters look like Latin ones. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

function mixedScripts(text: string): string[] {
  if (!LOOKALIKE.test(text)) return [];
  const words = new Set<string>();
  let count = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (!LOOKALIKE.test(word) || !LATIN.test(word)) continue;
    count += 1;
    if (words.size < EXAMPLES) words.add(word.slice(0, 40));
  }
  if (count === 0) return [];
  const shown = [...words].map((word) => `“${word}”`).join(', ');
  return [`Mixed scripts in one word, ${times(count)}: ${shown}. Such words are not matched by the lexicon.`];
}

function directions(text: string): string[] {
  const count = matches(text, /[\u202a-\u202e\u2066-\u2069]/g);
  return count === 0
    ? []
    : [`Bidirectional control characters, ${times(count)}: the order seen may not be the order written.`];
}

// Between letters of these scripts a joiner changes nothing but what a search finds; Persian and Hindi need theirs.
const INSIDE =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])(?:[\u200b-\u200d\u2060\u180e]|\p{Variation_Selector})/gu;
const TAGS = /[\u{e0001}-\u{e007f}]/gu;

function hidden(text: string): string[] {
  // Flags of Scotland and others are a black flag and tags.
  const count = matches(text, INSIDE) + (text.includes('\u{1f3f4}') ? 0 : matches(text, TAGS));
  return count === 0 ? [] : [`Hidden characters inside words, ${times(count)}.`];
}

function replaced(text: string): string[] {
  const count = matches(text, /\ufffd/g);
  return count === 0 ? [] : [`Characters that could not be read, ${times(count)}; each is shown as \ufffd.`];
}

function garbled(text: string): string[] {
  const count = matches(text, /â€[™œ“”¦˜\u009d]|Ã[\u00a0-\u00bf]/g);
  return count === 0 ? [] : [`Characters that look wrongly decoded, such as “â€™” for ’, ${times(count)}.`];
}

function short(text: string): string[] {
  if (text.length > 20 * FEWEST_LETTERS) return [];
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < FEWEST_LETTERS ? [`Very short text: ${words.length} ${words.length === 1 ? 'word' : 'words'}.`] : [];
}

function matches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const each of text.matchAll(pattern)) count += each.length > 0 ? 1 : 0;
  return count;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

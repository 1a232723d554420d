/** A line as laid down: where it begins and how high its letters are, in points; y grows upwards. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** What pdf.js calls a text item; marked content has no `str`. */
interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly height?: number;
  readonly hasEOL?: boolean;
  readonly dir?: string;
}

export function linesOf(items: readonly object[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let first: Item | undefined;
  const end = (): void => {
    const [, , , , x = 0, y = 0] = first?.transform ?? [];
    const line = text.replace(/[ \t\n\r]+/g, ' ').trim();
    if (line !== '') lines.push({ text: line, x, y, height: first?.height ?? 0 });
    text = '';
    first = undefined;
  };
  for (const item of items as readonly Item[]) {
    if (first && stepsBack(first, item)) end();
    text += item.str ?? '';
    if (first === undefined && (item.str ?? '').trim() !== '') first = item;
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

/** To the left of where its line began: another line at the same height, such as a footer’s left half after its right. */
function stepsBack(first: Item, item: Item): boolean {
  const [began, at] = [first.transform?.[4] ?? 0, item.transform?.[4] ?? 0];
  return item.dir !== 'rtl' && (item.str ?? '').trim() !== '' && at < began - 1;
}

/** Pages of lines → paragraphs parted by an empty line. A PDF has lines only; what makes a paragraph is judged by eye. */
export function paragraphs(pages: readonly (readonly Line[])[]): string {
  const words = new Set(pages.flat().flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const blocks: string[] = [];
  for (const lines of pages) {
    const leading = usualLeading(lines);
    lines.forEach((line, at) => {
      const before = at > 0 ? lines[at - 1] : undefined;
      const last = blocks.at(-1);
      const begins = before ? beginsParagraph(before, line, leading) : !runsOn(last ?? '', line.text);
      if (begins || last === undefined) blocks.push(line.text);
      else blocks[blocks.length - 1] = joined(last, line.text, words);
    });
  }
  return blocks.join('\n\n');
}

// Lines of one paragraph stand 1.1 to 1.5 heights apart; a wider gap, by this much, parts paragraphs.
const USUAL = 1.25;
const WIDER = 1.3;
const FURTHEST = 1.7;
// A heading is set larger than what follows it.
const LARGER = 1.15;

function usualLeading(lines: readonly Line[]): number {
  const gaps = lines
    .flatMap(({ y, height }, at) => {
      const gap = ((lines[at - 1]?.y ?? y) - y) / (height || 1);
      return gap > 0.9 && gap < FURTHEST ? [gap] : [];
    })
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? USUAL;
}

function beginsParagraph(before: Line, line: Line, leading: number): boolean {
  const height = Math.max(before.height, line.height) || 1;
  const gap = (before.y - line.y) / height;
  // The next column begins higher up: it goes on where the last one broke off.
  if (gap < -0.5) return !runsOn(before.text, line.text);
  if (gap > leading * WIDER) return true;
  if (Math.max(before.height, line.height) > Math.min(before.height, line.height) * LARGER) return true;
  const indent = (line.x - before.x) / height;
  return indent > 0.5 && indent < 5 && ENDS_SENTENCE.test(before.text);
}

const ENDS_SENTENCE = /[.!?:]["'”’)\]]?$/;

function runsOn(before: string, next: string): boolean {
  return before !== '' && !ENDS_SENTENCE.test(before) && /^["'“‘(]?\p{Ll}/u.test(next);
}

/** First parts whose hyphen belongs to the word. */
const KEEPS_HYPHEN = new Set(
  'all anti co cross ex far half high long low multi non off post pre pro quasi re self semi short so sub two three well'.split(
    ' ',
  ),
);

/**
 * Two lines as one. A hyphen at the end is taken away if the text has the word without it elsewhere, kept if it has it
 * with it, and otherwise taken away, since most are the typesetter’s.
 */
function joined(before: string, next: string, words: ReadonlySet<string>): string {
  const head = /(\p{L}+)[-\u00ad\u2010]$/u.exec(before.slice(-60))?.[1]?.toLowerCase();
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return `${before} ${next}`;
  const kept = words.has(`${head}-${tail}`) || (KEEPS_HYPHEN.has(head) && !words.has(head + tail));
  return kept ? before + next : before.slice(0, -1) + next;
}

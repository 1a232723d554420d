import { oneLine } from './clean.js';
import type { Found, Metadata } from './imported.js';
import { isoDate } from './iso-date.js';

/** As much of a text as may be its head; a longer one is a list. */
const HEAD = 8_000;
const MOST_LINES = 60;
/** A byline stands before the article or behind its summary. */
const MOST_PARAGRAPHS = 2;

interface Line {
  readonly text: string;
  /** Whether an empty line, or the text’s end, follows. */
  readonly isLast: boolean;
  /** Whether it is part of a sentence that began on another line or ends on another. */
  readonly isInside: boolean;
}

/** Title, author and date of a plain text, as whole lines near its head say them; never from inside a sentence. */
export function headFacts(text: string): Pick<Metadata, 'title' | 'author' | 'date'> {
  const lines = linesOf(text.slice(0, HEAD));
  const head = lines.slice(0, endOfHead(lines)).filter(({ isInside }) => !isInside);
  return {
    title: titleOf(lines),
    author: first(head, authorIn),
    date: first(head, dateIn),
  };
}

function linesOf(head: string): Line[] {
  const all = head.split(/\r\n?|\n/).map((each) => oneLine(each) ?? '');
  return all.slice(0, MOST_LINES).flatMap((text, at) => {
    const [before, after] = [all[at - 1] ?? '', all[at + 1] ?? ''];
    const isInside = before.endsWith(',') || /^\p{Ll}/u.test(after) || (before !== '' && /^\p{Ll}/u.test(text));
    return text === '' ? [] : [{ text, isLast: after === '', isInside }];
  });
}

function endOfHead(lines: readonly Line[]): number {
  let paragraphs = 0;
  const end = lines.findIndex(({ text }) => {
    if (isProse(text)) paragraphs += 1;
    return paragraphs > MOST_PARAGRAPHS;
  });
  return end < 0 ? lines.length : end;
}

// As furniture is told from prose: labels and headlines stay under these.
const FEWEST_WORDS_OF_PROSE = 5;
const WORDS_TOO_MANY_FOR_A_LABEL = 25;

function isProse(text: string): boolean {
  const words = text.split(' ').length;
  return (words >= FEWEST_WORDS_OF_PROSE && /[.!?…:;]["”’')\]]*$/.test(text)) || words >= WORDS_TOO_MANY_FOR_A_LABEL;
}

function first(head: readonly Line[], read: (line: string) => string | undefined): Found | null {
  for (const { text } of head) {
    const is = read(text);
    if (is !== undefined) return { is, found: `the line “${text}”` };
  }
  return null;
}

const WORD = "\\p{Lu}[\\p{L}.'’-]*";
const NAME = `${WORD}(?: (?:${WORD}|de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|y)){0,3} ${WORD}`;
const NAMES = new RegExp(`^${NAME}(?:(?:, | and |, and | & )${NAME}){0,5}$`, 'u');
/** “By Monday Night” is no byline. */
const DAY_NAME = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
/** What a person does follows the name: “By Marta Quill, political correspondent”. */
const ROLE = /,? (?:[\p{L}-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist|analyst)$/iu;
const LONGEST_BYLINE = 150;

function authorIn(line: string): string | undefined {
  const [by] = /^(?:written )?by:? /i.exec(line) ?? [];
  if (by === undefined || line.length > LONGEST_BYLINE || line.endsWith('.')) return undefined;
  const whole = line.slice(by.length);
  const comma = whole.indexOf(',');
  const names = comma > 0 && ROLE.test(whole.slice(comma)) ? whole.slice(0, comma) : whole;
  return NAMES.test(names) && !DAY_NAME.test(names) ? names : undefined;
}

const CLOCK = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: \\(?[a-z]{2,5}\\)?)?';
const DATE_LINE = new RegExp(
  '^(?:(?:first )?(?:published|posted|dated?)(?: on)?:? )?(?:[a-z]{3,9}day,? )?' +
    `(\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\\.?,? \\d{4}|[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|[\\d./-]{8,10})` +
    `(?:T[\\d:.Z+-]{4,20}|,? (?:at |[|–-] )?${CLOCK})?$`,
  'i',
);

/** “Updated” is another day than the one a text appeared on. */
function dateIn(line: string): string | undefined {
  const day = DATE_LINE.exec(line.slice(0, 100))?.[1];
  return day === undefined ? undefined : isoDate(day);
}

const MOST_CHARACTERS_OF_A_TITLE = 150;

/** A summary may lack its full stop; the entries of a menu are shorter. */
const FEWEST_WORDS_OF_A_SUMMARY = 8;

/**
 * The first line, where it is short, ends like no sentence, stands alone or before a byline or a date, and a paragraph
 * is what follows: the first word of a menu is followed by its second.
 */
function titleOf(lines: readonly Line[]): Found | null {
  const [line, ...rest] = lines;
  if (!line || line.isInside || !mayBeTitle(line.text)) return null;
  const isFact = ({ text }: Line): boolean => authorIn(text) !== undefined || dateIn(text) !== undefined;
  const body = rest.slice(rest.findIndex((each) => !isFact(each)));
  const [next] = rest;
  const standsAlone = line.isLast || (next !== undefined && isFact(next));
  const paragraph = body.slice(0, body.findIndex(({ isLast }) => isLast) + 1);
  const follows = paragraph.map(({ text }) => text).join(' ');
  const isParagraph = isProse(follows) || follows.split(' ').length >= FEWEST_WORDS_OF_A_SUMMARY;
  return standsAlone && isParagraph ? { is: line.text, found: 'first line' } : null;
}

function mayBeTitle(text: string): boolean {
  const isLabel = !text.includes(' ') || /:\/\/|[@|>•©]|^[#*•-]\s/.test(text);
  const isFact = /^by\s/i.test(text) || dateIn(text) !== undefined;
  return text.length <= MOST_CHARACTERS_OF_A_TITLE && !/[.…:;,]["”’')\]]*$/.test(text) && !isLabel && !isFact;
}

import type { Sheet } from './css-rules.js';
import { Refusal } from './imported.js';

/** A page cut down to what is read in it. Head and body are safe to parse: few elements, few attributes, not deep. */
export interface ThinPage {
  /** `title`, `meta` and `link` elements, wherever they stood. */
  readonly head: string;
  readonly body: string;
  readonly jsonLd: readonly string[];
  /** The page’s own, for what they hide. */
  readonly sheets: readonly Sheet[];
}

// Real pages nest some 60 deep; Readability’s time grows with the square of it (256 deep 0.4 s, 1,000 deep 7 s).
const DEEPEST = 200;
// The longest live-blog pages have about 20,000.
const MOST_ELEMENTS = 60_000;
const MOST_ATTRIBUTES = 12;
const LONGEST_VALUE = 2_000;

const KEPT_ATTRIBUTES = new Set(
  'aria-hidden class content datetime hidden href id itemprop itemtype lang name property rel role style'.split(' '),
);
const HEAD = new Set(['meta', 'link', 'title']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Closed by the next of their kind; not counting that, an old page’s list would seem a thousand deep. */
const SELF_CLOSING = new Set('p li td th tr dd dt option optgroup thead tbody tfoot'.split(' '));
const SHELL = new Set(['html', 'head', 'body']);
/** Their content is never read: programs, styles, drawings, forms’ own text, what a reader does not see. */
const DROPPED = new Set(
  'script style template noscript svg math iframe noembed noframes textarea object canvas audio video'.split(' '),
);
/** Of these, one that never ends swallows the rest of the page, as in a browser; of others only the tag is lost. */
const SWALLOWING = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'textarea']);

/**
 * One pass over the source, before any parser sees it: a page is refused for its depth or number of elements here, in
 * milliseconds, rather than by a time limit there.
 * @throws {Refusal} `malformed` or `too_large`
 */
export function thin(source: string): ThinPage {
  const head: string[] = [];
  const body: string[] = [];
  const jsonLd: string[] = [];
  const sheets: Sheet[] = [];
  const open: string[] = [];
  /** Names known to have no end tag, so that ten thousand of them are not ten thousand searches to the end. */
  const unended = new Set<string>();
  let titled = false;
  let elements = 0;
  let at = 0;

  while (at < source.length) {
    const less = source.indexOf('<', at);
    body.push(source.slice(at, less < 0 ? source.length : less));
    if (less < 0) break;
    at = /[a-z]/i.test(source[less + 1] ?? '') ? start(less) : other(less);
  }
  return { head: head.join(''), body: body.join(''), jsonLd, sheets };

  /** What begins with `<` and is no start tag; gives where it ends. */
  function other(less: number): number {
    if (source.startsWith('<!--', less)) return after('-->', less + 2);
    if (source.startsWith('</', less)) {
      const name = nameAt(source, less + 2);
      if (name !== '') close(name);
      return after('>', less);
    }
    if (source.startsWith('<!', less) || source.startsWith('<?', less)) {
      const end = after('>', less);
      // A document type may hold declarations of its own, entities among them: all of it goes.
      const inner = source.slice(less, end).includes('[') && /^<!doctype/i.test(source.slice(less, less + 9));
      return inner ? after(']>', less) : end;
    }
    body.push('&lt;');
    return less + 1;
  }

  function start(less: number): number {
    const name = nameAt(source, less + 1);
    const tag = tagAt(source, less + 1 + name.length);
    if (name === 'plaintext') {
      body.push(source.slice(tag.end).replaceAll('<', '&lt;'));
      return source.length;
    }
    if (name === 'title') {
      const [text, end] = rawText(name, tag.end);
      // A second title belongs to a drawing or an attack.
      if (!titled) head.push(`<title>${text.replaceAll('<', '&lt;')}</title>`);
      titled = true;
      return end;
    }
    if (DROPPED.has(name)) {
      const [text, end] = rawText(name, tag.end);
      if (name === 'script' && /application\/ld\+json/i.test(tag.type)) jsonLd.push(text);
      if (name === 'style') sheets.push({ css: text, media: tag.media });
      return end;
    }
    if (SHELL.has(name)) return tag.end;
    elements += 1;
    if (elements > MOST_ELEMENTS) {
      throw new Refusal('too_large', `has more than ${MOST_ELEMENTS} elements`, 'save its article alone');
    }
    (HEAD.has(name) ? head : body).push(`<${name}${tag.attributes}>`);
    if (!VOID.has(name)) push(name);
    return tag.end;
  }

  function push(name: string): void {
    const last = open.at(-1) ?? '';
    if (SELF_CLOSING.has(last) && (last === name || last === 'p')) open.pop();
    open.push(name);
    if (open.length > DEEPEST) {
      throw new Refusal('malformed', `nests its elements more than ${DEEPEST} deep`, 'save its article alone, as text');
    }
  }

  function close(name: string): void {
    if (SHELL.has(name) || HEAD.has(name) || DROPPED.has(name)) return;
    const at = open.lastIndexOf(name);
    if (at >= 0) open.length = at;
    body.push(`</${name}>`);
  }

  function rawText(name: string, from: number): [string, number] {
    if (unended.has(name)) return ['', from];
    const ending = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    ending.lastIndex = from;
    const found = ending.exec(source);
    if (found) return [source.slice(from, found.index), after('>', found.index)];
    if (SWALLOWING.has(name)) return [source.slice(from), source.length];
    unended.add(name);
    return ['', from];
  }

  function after(mark: string, from: number): number {
    const found = source.indexOf(mark, from);
    return found < 0 ? source.length : found + mark.length;
  }
}

function nameAt(source: string, from: number): string {
  return /^[a-z][a-z0-9:-]*/i.exec(source.slice(from, from + 40))?.[0].toLowerCase() ?? '';
}

interface Tag {
  readonly attributes: string;
  readonly type: string;
  readonly media: string;
  readonly end: number;
}

// One attribute or the tag’s end at a time, sticky, so that each character is looked at once.
const PART = /[\s/]*(?:(>)|([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|=)/y;

function tagAt(source: string, from: number): Tag {
  const kept: string[] = [];
  let type = '';
  let media = '';
  PART.lastIndex = from;
  for (let part = PART.exec(source); part; part = PART.exec(source)) {
    const end = PART.lastIndex;
    if (part[1]) return { attributes: kept.join(''), type, media, end };
    const name = (part[2] ?? '').toLowerCase();
    const value = (part[3] ?? part[4] ?? part[5] ?? '').slice(0, LONGEST_VALUE);
    if (name === 'type') type = value;
    if (name === 'media') media = value;
    if (KEPT_ATTRIBUTES.has(name) && kept.length < MOST_ATTRIBUTES)
      kept.push(` ${name}="${value.replaceAll('"', '&quot;')}"`);
    PART.lastIndex = end;
  }
  // No end: a quote that never closes. Nothing after it can be told from it.
  return { attributes: kept.join(''), type, media, end: source.length };
}

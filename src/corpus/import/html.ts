import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeHtml } from './charset.js';
import { cssRules, type CssRules } from './css-rules.js';
import { blockText } from './html-blocks.js';
import type { DomDocument, DomElement } from './html-dom.js';
import { leaveOutHidden, type Hidden } from './html-hidden.js';
import { htmlMetadata } from './html-metadata.js';
import { thin, type ThinPage } from './html-thin.js';
import { Refusal, type Parsed } from './imported.js';

/**
 * A saved page → its article. Nothing is fetched and no script runs; what the page hides from readers is left out.
 * @throws {Refusal} `no_text`, `malformed`, `too_large`, or for its bytes
 */
export function parseHtml(bytes: Uint8Array, name: string, encoding?: string): Parsed {
  const { text, warnings } = decodeHtml(bytes, name, encoding);
  const page = parseMarkup(text);
  return { ...page, warnings: [...warnings, ...page.warnings] };
}

export function parseMarkup(source: string): Parsed {
  const page = thin(source);
  const rules = cssRules(page.sheets);
  const { document, hidden } = treeOf(page, rules);
  const warnings = hiddenWarnings(hidden, rules);
  const metadata = htmlMetadata(document, page.jsonLd);
  const article = articleText(document, metadata.outlet?.is);
  if (article !== undefined) return { text: article, metadata, warnings };
  // Readability takes its document apart, so what it found nothing in is parsed anew.
  const text = blockText(treeOf(page, rules).document.body, (element) => AROUND.has(element.localName));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new Refusal('no_text', 'has no text', 'a page drawn by script must be saved from the browser that shows it');
  }
  const kept = 'No article was told from the rest of the page: all its text is kept.';
  return { text, metadata, warnings: [...warnings, kept] };
}

/** Parts of a page that are never its article. */
const AROUND = new Set(['nav', 'footer']);

/** Readability’s own default, 500, passes over short news; what is shorter than this is a caption. */
const FEWEST_CHARACTERS = 100;

function articleText(document: DomDocument, outlet: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map((heading) => blockText(heading));
  const read = new Readability<DomElement>(document, {
    charThreshold: FEWEST_CHARACTERS,
    serializer: (node: unknown) => node as DomElement,
    disableJSONLD: true,
  }).parse();
  const text = read?.content ? blockText(read.content) : '';
  if (text.length < FEWEST_CHARACTERS) return undefined;
  const headline = headlineOf(headings, read?.title ?? '', outlet);
  return headline === undefined || text.slice(0, 1000).includes(headline) ? text : `${headline}\n\n${text}`;
}

/**
 * Readability takes away a heading that repeats the title, or that stands beside the article; a headline frames like
 * any sentence, so it is put back: the heading that the title has, or else the page’s only one, unless it is a name.
 */
function headlineOf(headings: readonly string[], title: string, outlet: string | undefined): string | undefined {
  const told = headings.find((each) => each !== '' && title.includes(each));
  const [only, another] = headings;
  const isSentence = only !== undefined && another === undefined && only !== outlet && only.split(/\s+/).length > 2;
  return told ?? (isSentence ? only : undefined);
}

function treeOf({ head, body }: ThinPage, { rules }: CssRules): { document: DomDocument; hidden: Hidden } {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const { document } = parseHTML(html) as unknown as { document: DomDocument };
  return { document, hidden: leaveOutHidden(document.body, rules) };
}

function hiddenWarnings({ words, isWhole }: Hidden, rules: CssRules): string[] {
  const leftOut = `Hidden text left out: ${words} ${words === 1 ? 'word' : 'words'} that the page does not show.`;
  const unread = 'The page’s style sheets are too large to be read to the end: text that they hide may be kept.';
  return [...(words > 0 ? [leftOut] : []), ...(isWhole && rules.isWhole ? [] : [unread])];
}

import { isElement, isText, type DomElement, type DomNode } from './html-dom.js';

const BLOCKS = new Set(
  (
    'address article aside blockquote caption center details dialog dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Lines of one list or table stand together. */
const TIGHT = new Set(['li', 'tr', 'dd', 'dt']);
/** Controls: their words are the page’s, not the article’s. */
const CONTROLS = new Set(['button', 'select', 'option', 'datalist', 'dialog', 'input', 'progress', 'meter']);

/**
 * The text under `root`, block by block: `textContent` would glue the last word of a paragraph to the first of the
 * next. Blocks are parted by an empty line, `<br>` and lines of a list by a line end, cells of a row by a tab; inline
 * tags part nothing, so a word in which one letter is bold stays a word.
 */
export function blockText(root: DomNode, leaveOut: (element: DomElement) => boolean = () => false): string {
  const blocks: string[] = [];
  let line = '';
  visit(root, false);
  flush('\n\n');
  return blocks.join('').trim();

  function visit(node: DomNode, preformatted: boolean): void {
    if (isText(node)) {
      const text = node.textContent ?? '';
      line += preformatted ? text : text.replace(/[ \t\n\f\r]+/g, ' ');
    }
    if (!isElement(node)) {
      if (node === root) visitChildren(node, preformatted);
      return;
    }
    const name = node.localName;
    if (CONTROLS.has(name) || leaveOut(node)) return;
    if (name === 'br') {
      line += '\n';
      return;
    }
    const between = TIGHT.has(name) ? '\n' : '\n\n';
    if (BLOCKS.has(name)) flush(between);
    visitChildren(node, preformatted || name === 'pre');
    if (BLOCKS.has(name)) flush(between);
    else if (name === 'td' || name === 'th') line += '\t';
  }

  function visitChildren(node: DomNode, preformatted: boolean): void {
    for (const child of node.childNodes) visit(child, preformatted);
  }

  function flush(between: string): void {
    const block = line
      .split('\n')
      .map((each) =>
        each
          .split('\t')
          .map((cell) => cell.trim())
          .join('\t')
          .trim(),
      )
      .join('\n')
      .trim();
    line = '';
    if (block !== '') blocks.push(block, between);
    else if (between === '\n\n' && blocks.at(-1) === '\n') blocks[blocks.length - 1] = between;
  }
}

import { declarationOf, settled, type Declaration } from './css-declaration.js';
import { selectorOf, type Selector } from './css-selector.js';

export interface CssRule extends Selector {
  readonly declarations: readonly Declaration[];
}

export interface CssRules {
  /** In their order; only those that show or hide. */
  readonly rules: readonly CssRule[];
  /** False where a limit ended the reading. */
  readonly isWhole: boolean;
}

/** A page’s own style sheet and the `media` it is for. */
export interface Sheet {
  readonly css: string;
  readonly media: string;
}

// Large pages carry 300 KB of styles in them, with some 2,000 rules that show or hide.
const MOST_CHARACTERS = 2_000_000;
const MOST_RULES = 20_000;
const DEEPEST = 50;

/**
 * `sure` holds for a reader at a screen, `unsure` for some of them, `never` for none. What is unsure may show and never
 * hides: a text that only narrow screens leave out is a text.
 */
type Holds = 'sure' | 'unsure' | 'never';

/** The rules of a page’s style sheets that may hide text, found in one pass. */
export function cssRules(sheets: readonly Sheet[]): CssRules {
  const rules: CssRule[] = [];
  let left = MOST_CHARACTERS;
  for (const { css, media } of sheets) {
    scan(withoutComments(css.slice(0, left)), mediaHolds(media), rules);
    left -= css.length;
    if (left < 0 || rules.length > MOST_RULES) return { rules: rules.slice(0, MOST_RULES), isWhole: false };
  }
  return { rules, isWhole: true };
}

interface Block {
  readonly holds: Holds;
  /** Undefined for an at-rule. */
  readonly selectors: string | undefined;
  readonly declarations: Declaration[];
}

function scan(css: string, holds: Holds, rules: CssRule[]): void {
  const open: Block[] = [{ holds, selectors: undefined, declarations: [] }];
  const sign = /["'{};]/g;
  let from = 0;
  for (
    let found = sign.exec(css);
    found && rules.length <= MOST_RULES && open.length <= DEEPEST;
    found = sign.exec(css)
  ) {
    const [mark] = found;
    if (mark === '"' || mark === "'") {
      sign.lastIndex = endOfString(css, found.index + 1, mark);
      continue;
    }
    const segment = css.slice(from, found.index).trim();
    from = found.index + 1;
    const block = open.at(-1);
    if (mark === '{') open.push(opened(segment, block));
    else if (block?.selectors !== undefined) {
      const declaration = declarationOf(segment);
      if (declaration) block.declarations.push(declaration);
    }
    if (mark === '}' && open.length > 1) {
      if (block) rules.push(...closed(block));
      open.pop();
    }
  }
}

function opened(prelude: string, around: Block | undefined): Block {
  const outer = around?.holds ?? 'sure';
  if (!prelude.startsWith('@')) {
    // A rule within a rule speaks of another element.
    const holds = around?.selectors === undefined ? outer : 'never';
    return { holds, selectors: prelude, declarations: [] };
  }
  const inner = atRuleHolds(prelude);
  const holds = outer === 'never' || inner === 'never' ? 'never' : outer === 'sure' ? inner : outer;
  return { holds, selectors: undefined, declarations: [] };
}

function closed({ holds, selectors, declarations }: Block): CssRule[] {
  if (holds === 'never' || selectors === undefined) return [];
  const told = settled(declarations);
  if (told.length === 0) return [];
  return selectors.split(',', MOST_RULES).flatMap((written): CssRule[] => {
    const selector = selectorOf(written);
    if (!selector) return [];
    const shown = holds === 'sure' && selector.isWhole ? told : told.filter(({ hides }) => !hides).map(untold);
    return shown.length === 0 ? [] : [{ ...selector, declarations: shown }];
  });
}

/** A colour that holds for some readers is none that can be compared. */
function untold(declaration: Declaration): Declaration {
  return declaration.property === 'color' || declaration.property === 'background-color'
    ? { ...declaration, value: '' }
    : declaration;
}

function atRuleHolds(prelude: string): Holds {
  const [name = ''] = /^@[\w-]*/.exec(prelude.toLowerCase()) ?? [];
  if (name === '@media') return mediaHolds(prelude.slice(name.length));
  return ['@supports', '@layer', '@container', '@scope'].includes(name) ? 'unsure' : 'never';
}

function mediaHolds(media: string): Holds {
  const queries = media
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  if (queries.some((each) => /^(?:only\s+)?(?:all|screen)$|^$/.test(each))) return 'sure';
  return queries.every((each) => /^(?:only\s+)?(?:print|speech|aural|braille)\b/.test(each)) ? 'never' : 'unsure';
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  for (let from = 0; from < css.length;) {
    const start = css.indexOf('/*', from);
    kept.push(css.slice(from, start < 0 ? css.length : start));
    const end = start < 0 ? -1 : css.indexOf('*/', start + 2);
    from = end < 0 ? css.length : end + 2;
  }
  return kept.join(' ');
}

/** A string ends with its quote, or unended with its line. */
function endOfString(css: string, from: number, quote: string): number {
  let at = from;
  while (at < css.length && css[at] !== quote && css[at] !== '\n') at += css[at] === '\\' ? 2 : 1;
  return at + 1;
}

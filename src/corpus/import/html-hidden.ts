import { declarationsOf, type Declaration, type Property } from './css-declaration.js';
import type { CssRule } from './css-rules.js';
import { isElement, isText, type DomElement, type DomNode } from './html-dom.js';

export interface Hidden {
  /** Words that were left out. */
  readonly words: number;
  /** False where a limit ended the matching of rules. */
  readonly isWhole: boolean;
}

/** What an element hands down: text of no size stays so within it until it is given one. */
interface Inherited {
  readonly unseen: boolean;
  readonly sizeless: boolean;
  readonly samecoloured: boolean;
}

// A page of 20,000 elements and a large style sheet needs a tenth of it.
const MOST_COMPARED = 5_000_000;

/** Takes out of `root` the text that a reader does not see, by attributes, `style` and the page’s own rules. */
export function leaveOutHidden(root: DomElement, rules: readonly CssRule[]): Hidden {
  const index = byKey(rules);
  let compared = 0;
  let words = 0;
  // What hides the whole page waits for a script that shows it.
  for (const child of [...root.childNodes]) visit(child, { unseen: false, sizeless: false, samecoloured: false });
  return { words, isWhole: compared <= MOST_COMPARED };

  function visit(node: DomNode, around: Inherited): void {
    if (isText(node)) {
      if (around.unseen || around.sizeless || around.samecoloured) leaveOut(node);
      return;
    }
    if (!isElement(node)) return;
    const style = styleOf(node);
    if (isMarkedHidden(node) || style.get('display')?.hides || style.get('opacity')?.hides) {
      leaveOut(node);
      return;
    }
    const within: Inherited = {
      unseen: handedDown(style.get('visibility'), around.unseen),
      sizeless: handedDown(style.get('font-size'), around.sizeless),
      samecoloured: isSamecoloured(style, around.samecoloured),
    };
    for (const child of [...node.childNodes]) visit(child, within);
  }

  function leaveOut(node: DomNode): void {
    words += node.textContent?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    node.remove();
  }

  /** The declaration that wins for each property: the important, then the more specific, then the later one. */
  function styleOf(element: DomElement): ReadonlyMap<Property, Declaration> {
    const style = new Map<Property, Declaration>();
    const ranks = new Map<Property, number>();
    const declare = (declaration: Declaration, rank: number): void => {
      const ranked = rank + (declaration.isImportant ? IMPORTANT : 0);
      if (ranked < (ranks.get(declaration.property) ?? 0)) return;
      ranks.set(declaration.property, ranked);
      style.set(declaration.property, declaration);
    };
    const id = element.getAttribute('id') ?? '';
    const classes = new Set((element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean));
    for (const key of [`#${id}`, ...[...classes].map((each) => `.${each}`), element.localName, '*']) {
      for (const { rule, at } of index.get(key) ?? []) {
        compared += 1;
        if (compared > MOST_COMPARED) break;
        if (!matches(rule, element.localName, id, classes)) continue;
        for (const each of rule.declarations) declare(each, rule.weight * A_WEIGHT + at);
      }
    }
    for (const each of declarationsOf(element.getAttribute('style') ?? '')) declare(each, INLINE);
    return style;
  }
}

// One number orders what CSS orders in three steps; rules number less than a weight’s step.
const A_WEIGHT = 1_000_000;
const INLINE = 1_000_000 * A_WEIGHT;
const IMPORTANT = 10 * INLINE;

interface Placed {
  readonly rule: CssRule;
  readonly at: number;
}

/** Each rule under one thing it asks for, so that an element is compared with few. */
function byKey(rules: readonly CssRule[]): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const [at, rule] of rules.entries()) {
    const [id] = rule.ids;
    const [name] = rule.classes;
    const key = id !== undefined ? `#${id}` : name !== undefined ? `.${name}` : (rule.element ?? '*');
    const placed = index.get(key);
    if (placed) placed.push({ rule, at });
    else index.set(key, [{ rule, at }]);
  }
  return index;
}

function matches(rule: CssRule, name: string, id: string, classes: ReadonlySet<string>): boolean {
  return (
    (rule.element === undefined || rule.element === name) &&
    rule.ids.every((each) => each === id) &&
    rule.classes.every((each) => classes.has(each))
  );
}

/** `hidden` and `aria-hidden` hide whatever a style says. */
function isMarkedHidden(element: DomElement): boolean {
  return element.hasAttribute('hidden') || element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true';
}

/** Shares and ems of nothing are nothing. */
const OF_THE_OUTER = /^(?:inherit|unset|smaller|larger|[\d.]+(?:em|%))$/;

function handedDown(own: Declaration | undefined, outer: boolean): boolean {
  if (own === undefined) return outer;
  return own.hides || (outer && OF_THE_OUTER.test(own.value));
}

function isSamecoloured(style: ReadonlyMap<Property, Declaration>, outer: boolean): boolean {
  const [colour, background] = [style.get('color'), style.get('background-color')];
  if (!colour && !background) return outer;
  return colour !== undefined && colour.value !== '' && colour.value === background?.value;
}

/** As much of a document tree as is read here; linkedom’s own types ask for the browser’s library. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly remove: () => void;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
  readonly querySelector: (selector: string) => DomElement | null;
}

export interface DomDocument extends DomElement {
  readonly head: DomElement;
  readonly body: DomElement;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

const UNSEEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]))/i;

/** Not shown to a reader, as far as the element itself says; style sheets are not read. */
export function isHidden(element: DomElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true' ||
    UNSEEN_STYLE.test(element.getAttribute('style') ?? '')
  );
}

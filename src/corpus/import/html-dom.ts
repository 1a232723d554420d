/** As much of a document tree as is read here; linkedom’s own types ask for the browser’s library. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
  readonly remove: () => void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
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

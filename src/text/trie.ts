import { DETERMINER, GAP, ROOT, type PhraseTable } from './phrase-table.js';

/** A node of the trie, made from its rows of the table when a text first reaches it. */
export interface Node {
  readonly payloads: readonly number[];
  readonly isLeaf: boolean;
  /** The nodes behind an optional determiner and behind a gap. */
  readonly determiner: number | undefined;
  readonly gap: number | undefined;
  readonly children: ReadonlyMap<number, number>;
}

export function openForms(table: PhraseTable): (form: string) => readonly number[] {
  const forms = table.forms.split(' ');
  const { keyStarts } = table;
  return (form) => {
    const at = find(forms.length, (i) => compare(forms[i] ?? '', form));
    const keys: number[] = [];
    if (at >= 0) for (let i = keyStarts[at] ?? 0; i < (keyStarts[at + 1] ?? 0); i += 1) keys.push(table.keys[i] ?? 0);
    return keys;
  };
}

export function openNodes({ edges, accepts }: PhraseTable): (id: number) => Node {
  const nodes = new Array<Node | undefined>(1 + edges.length / 3);
  return (id) => (nodes[id] ??= open(id));

  function open(id: number): Node {
    const payloads: number[] = [];
    for (let i = firstRow(accepts, 2, id); accepts[i] === id; i += 2) payloads.push(accepts[i + 1] ?? 0);
    const from = firstRow(edges, 3, id);
    let to = from;
    while (edges[to] === id) to += 3;
    const children = new Map<number, number>();
    for (let i = from; i < to; i += 3) children.set(edges[i + 1] ?? 0, edges[i + 2] ?? 0);
    return {
      payloads,
      isLeaf: from === to,
      determiner: children.get(DETERMINER),
      gap: children.get(GAP),
      children,
    };
  }
}

/** The root alone has thousands of edges: few are asked for, so each is searched when it is. */
export function openRoot({ edges }: PhraseTable): (key: number) => number | undefined {
  const from = firstRow(edges, 3, ROOT);
  let to = from;
  while (edges[to] === ROOT) to += 3;
  return (key) => {
    const row = find((to - from) / 3, (i) => (edges[from + 3 * i + 1] ?? 0) - key);
    return row < 0 ? undefined : edges[from + 3 * row + 2];
  };
}

function firstRow(values: ArrayLike<number>, width: number, id: number): number {
  let row = find(values.length / width, (i) => (values[width * i] ?? 0) - id);
  if (row < 0) return values.length;
  while (row > 0 && values[width * (row - 1)] === id) row -= 1;
  return row * width;
}

/** Bisection; `order` tells how row `i` stands to what is sought. −1 when it is not there. */
function find(length: number, order: (i: number) => number): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const side = order(middle);
    if (side === 0) return middle;
    if (side < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

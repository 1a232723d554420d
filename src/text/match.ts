import { MOST_FORMS, type Forms } from './form.js';
import type { Slot } from './phrase.js';
import type { Reading } from './reading.js';

/** A phrase found: tokens `[first, last)`; `payload` is what the phrase was added with. */
export interface Match {
  readonly payload: number;
  readonly first: number;
  readonly last: number;
}

/** A compiled set of phrases as plain data, so that it can be built once and loaded fast. */
export interface PhraseTable {
  /** All forms in order, parted by spaces: one string parses five times faster than forty thousand. */
  readonly forms: string;
  /** For each form the key of the set that it belongs to, or several. */
  readonly keys: readonly (number | readonly number[])[];
  /** Triples of node, key, child, in order of node and key. */
  readonly edges: readonly number[];
  /** Pairs of node, payload, in order of node. */
  readonly accepts: readonly number[];
}

export interface Phrase {
  readonly slots: readonly Slot[];
  readonly payload: number;
}

const DETERMINER = 0;
const GAP = 1;
const ROOT = 0;
/** A gap holds one to six words: an object with its article and an adjective or two ("hung the unlucky minister out to dry"). */
const LONGEST_GAP = 6;
const DETERMINERS = new Set([
  'a',
  'an',
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'your',
  'this',
  'that',
  'these',
  'those',
  'some',
  'any',
  'no',
  'such',
  'one',
]);
const CLAUSE_END = new Set([',', ';', ':', '.', '!', '?', '(', ')', '—', '–']);

/** Compiles phrases to a table. Keys 0 and 1 are the determiner and the gap. */
export function compilePhrases(phrases: Iterable<Phrase>): PhraseTable {
  const keys = new Map<string, number>();
  const forms = new Map<string, number[]>();
  const children = [new Map<number, number>()];
  const edges: number[] = [];
  const accepts: number[] = [];
  for (const { slots, payload } of phrases) {
    let node = ROOT;
    for (const slot of slots) node = child(node, keyOf(slot));
    accepts.push(node, payload);
  }
  const sorted = [...forms].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    forms: sorted.map(([form]) => form).join(' '),
    keys: sorted.map(([, of]) => (of.length === 1 ? (of[0] ?? 0) : of)),
    edges: sortRows(edges, 3),
    accepts: sortRows(accepts, 2),
  };

  function keyOf(slot: Slot): number {
    if (slot.kind === 'determiner') return DETERMINER;
    if (slot.kind === 'gap') return GAP;
    const name = [...slot.forms].sort().join(' ');
    let key = keys.get(name);
    if (key === undefined) {
      key = keys.size + 2;
      keys.set(name, key);
      for (const form of slot.forms) {
        const of = forms.get(form);
        if (of) of.push(key);
        else forms.set(form, [key]);
      }
    }
    return key;
  }

  function child(node: number, key: number): number {
    const known = children[node]?.get(key);
    if (known !== undefined) return known;
    const made = children.push(new Map<number, number>()) - 1;
    children[node]?.set(key, made);
    edges.push(node, key, made);
    return made;
  }
}

export type Scan = (reading: Forms & Pick<Reading, 'sentences'>) => Match[];

/**
 * Opens a table for matching. One pass over the tokens, however many phrases: at each token a walk down the trie whose
 * length is bounded by the longest phrase. Phrases never cross a sentence; a hyphen inside one is passed over.
 * Rejected: a scan a term (linear in the lexicon) and one alternation of all (seven times slower on 2,000 phrases).
 */
export function openPhrases(table: PhraseTable): Scan {
  const keysOf = openForms(table);
  const nodeAt = openNodes(table);
  const startOf = openRoot(table);
  // What is known of a form, by its number: its keys, and the nodes that it leads to from the root.
  let knownTable: object = {};
  let known: (Known | undefined)[] = [];

  return ({ forms, ids, table: formTable, sentences }) => {
    if (formTable !== knownTable) {
      knownTable = formTable;
      // Filled out of order: an array that grows by holes would turn into a slow dictionary.
      known = new Array<Known | undefined>(MOST_FORMS);
    }
    const found: Match[] = [];
    for (const sentence of sentences) {
      for (let first = sentence.first; first < sentence.last; first += 1) {
        for (const node of knownAt(first).starts) step(node, first, first + 1, sentence.last);
      }
    }
    return found;

    function knownAt(at: number): Known {
      return (known[ids[at] ?? 0] ??= know(forms[at] ?? ''));
    }

    /** Takes the word at `at` from `node`. */
    function follow(node: Node, first: number, at: number, end: number): void {
      if (at >= end) return;
      for (const key of knownAt(at).keys) {
        const child = node.children.get(key);
        if (child !== undefined) step(child, first, at + 1, end);
      }
    }

    function step(child: number, first: number, at: number, end: number): void {
      const node = nodeAt(child);
      for (const payload of node.payloads) found.push({ payload, first, last: at });
      if (node.isLeaf) return;
      const next = forms[at] === '-' ? at + 1 : at;
      const determiner = node.children.get(DETERMINER);
      if (determiner !== undefined) skipDeterminer(nodeAt(determiner), first, next, end);
      const gap = node.children.get(GAP);
      if (gap !== undefined) skipGap(nodeAt(gap), first, next, end);
      follow(node, first, next, end);
    }

    /** "turn back on", "turn its back on", "turn Europe's back on", "turn the minister's back on" */
    function skipDeterminer(node: Node, first: number, at: number, end: number): void {
      follow(node, first, at, end);
      if (at < end && DETERMINERS.has(forms[at] ?? '')) follow(node, first, at + 1, end);
      for (let i = at + 1; i <= at + 2 && i < end; i += 1) {
        if (forms[i] === "'s" || forms[i] === "'") follow(node, first, i + 1, end);
      }
    }

    function skipGap(node: Node, first: number, at: number, end: number): void {
      for (let width = 1; width <= LONGEST_GAP && at + width <= end; width += 1) {
        if (CLAUSE_END.has(forms[at + width - 1] ?? '')) return;
        follow(node, first, at + width, end);
      }
    }
  };

  function know(form: string): Known {
    const keys = keysOf(form);
    if (keys.length === 0) return UNKNOWN;
    const starts = keys.map(startOf).filter((node) => node !== undefined);
    return { keys, starts };
  }
}

interface Known {
  readonly keys: readonly number[];
  readonly starts: readonly number[];
}

const UNKNOWN: Known = { keys: [], starts: [] };

/** A node of the trie, made from its rows of the table when a text first reaches it. */
interface Node {
  readonly payloads: readonly number[];
  readonly isLeaf: boolean;
  readonly children: ReadonlyMap<number, number>;
}

function openForms(table: PhraseTable): (form: string) => readonly number[] {
  const forms = table.forms.split(' ');
  return (form) => {
    const keys = table.keys[find(forms.length, (i) => compare(forms[i] ?? '', form))] ?? [];
    return typeof keys === 'number' ? [keys] : keys;
  };
}

function openNodes({ edges, accepts }: PhraseTable): (id: number) => Node {
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
    return { payloads, isLeaf: from === to, children };
  }
}

/** The root alone has thousands of edges: few are asked for, so each is searched when it is. */
function openRoot({ edges }: PhraseTable): (key: number) => number | undefined {
  const from = firstRow(edges, 3, ROOT);
  let to = from;
  while (edges[to] === ROOT) to += 3;
  return (key) => {
    const row = find((to - from) / 3, (i) => (edges[from + 3 * i + 1] ?? 0) - key);
    return row < 0 ? undefined : edges[from + 3 * row + 2];
  };
}

function firstRow(values: readonly number[], width: number, id: number): number {
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

function sortRows(values: readonly number[], width: number): number[] {
  const rows: number[][] = [];
  for (let i = 0; i < values.length; i += width) rows.push(values.slice(i, i + width));
  return rows.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)).flat();
}

/**
 * Of overlapping matches the longest stands, then the first: `puppet regime` leaves no second match on `regime`.
 * Matches come in text order; most overlap nothing, so only clusters of overlapping ones are sorted.
 */
export function longestFirst<T extends { readonly first: number; readonly last: number }>(matches: readonly T[]): T[] {
  const standing: T[] = [];
  for (let i = 0; i < matches.length;) {
    let end = matches[i]?.last ?? 0;
    let next = i + 1;
    for (; next < matches.length && (matches[next]?.first ?? 0) < end; next += 1)
      end = Math.max(end, matches[next]?.last ?? 0);
    const match = matches[i];
    if (match && next === i + 1) standing.push(match);
    else standing.push(...longestOfCluster(matches.slice(i, next)));
    i = next;
  }
  return standing;
}

function longestOfCluster<T extends { readonly first: number; readonly last: number }>(cluster: T[]): T[] {
  const taken: T[] = [];
  for (const match of cluster.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)) {
    if (taken.every((each) => each.last <= match.first || match.last <= each.first)) taken.push(match);
  }
  return taken.sort((a, b) => a.first - b.first);
}

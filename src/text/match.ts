import { MOST_FORMS, type Forms } from './form.js';
import type { PhraseTable } from './phrase-table.js';
import type { Reading } from './reading.js';
import { openForms, openNodes, openRoot, type Node } from './trie.js';

/** A phrase found: tokens `[first, last)`; `payload` is what the phrase was added with. */
export interface Match {
  readonly payload: number;
  readonly first: number;
  readonly last: number;
}

/** A gap holds one to six words: an object with its article and an adjective or two ("hung the unlucky minister out to dry"). */
const LONGEST_GAP = 6;
const DETERMINERS = new Set(
  'a an the its his her their our my your this that these those some any no such one'.split(' '),
);
const CLAUSE_END = new Set([',', ';', ':', '.', '!', '?', '(', ')', '—', '–']);

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
      if (node.determiner !== undefined) skipDeterminer(nodeAt(node.determiner), first, next, end);
      if (node.gap !== undefined) skipGap(nodeAt(node.gap), first, next, end);
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

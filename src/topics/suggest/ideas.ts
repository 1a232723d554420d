import type { Features } from './features.js';
import { sameIdeas } from './same-idea.js';

/** What several sentences speak of. */
export interface Idea {
  readonly key: string;
  /** Numbers of its sentences, counted through all documents, in their order. */
  readonly postings: readonly number[];
  /** The words that say it most often, as they are printed. */
  readonly title: string;
  /** What finds it. */
  readonly phrases: readonly string[];
  /** The least share of a document's paragraphs that it stands in. */
  readonly throughout: number;
}

/** All documents' sentences in one row, and the ideas that two documents have words for. */
export interface Ideas {
  readonly documentOf: readonly number[];
  readonly keysOf: readonly (readonly string[])[];
  readonly marksOf: readonly (readonly string[])[];
  readonly shared: ReadonlyMap<string, Idea>;
}

export function ideasOf(documents: readonly Features[]): Ideas {
  const { keyOf, phrasesOf } = sameIdeas(documents);
  const documentOf: number[] = [];
  const keysOf: (readonly string[])[] = [];
  const marksOf: (readonly string[])[] = [];
  const postings = new Map<string, number[]>();
  const said = new Map<string, Said>();
  const members = new Map<string, Map<string, Set<number>>>();
  const paragraphs = new Map<string, Map<number, Set<number>>>();
  documents.forEach((document, at) => {
    document.ideas.forEach((ideas, index) => {
      const keys = [...new Set(ideas.map(keyOf))];
      const sentence = documentOf.push(at) - 1;
      keysOf.push(keys);
      marksOf.push(document.marks[index] ?? []);
      for (const key of keys) {
        listIn(postings, key).push(sentence);
        const parts = paragraphs.get(key) ?? new Map<number, Set<number>>();
        paragraphs.set(key, parts.set(at, (parts.get(at) ?? new Set()).add(document.parts[index] ?? 0)));
      }
    });
    for (const [idea, surfaces] of document.said) {
      const key = keyOf(idea);
      const known = said.get(key) ?? { documents: new Set(), surfaces: new Map<string, number>() };
      said.set(key, known);
      known.documents.add(at);
      for (const [surface, count] of surfaces) known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + count);
    }
    for (const [family, words] of document.members) {
      const known = members.get(family) ?? new Map<string, Set<number>>();
      members.set(family, known);
      for (const word of words) known.set(word, (known.get(word) ?? new Set()).add(at));
    }
  });
  const lengths = documents.map(({ parts }) => new Set(parts).size);
  const shared = [...postings].flatMap(([key, of]): [string, Idea][] => {
    const named = said.get(key);
    if (!named || !(isFamily(key) ? bridges(key, of) : named.documents.size > 1)) return [];
    const title = mostSaid(named.surfaces);
    if (isFamily(key) && isSaidOfAnother(key, title)) return [];
    const throughout = Math.min(...lengths.map((length, at) => (paragraphs.get(key)?.get(at)?.size ?? 0) / length));
    const phrases = isFamily(key) ? [...(members.get(key)?.keys() ?? [])].sort() : phrasesOf(key);
    return [[key, { key, postings: of, title, phrases, throughout }]];
  });
  return { documentOf, keysOf, marksOf, shared: new Map(shared) };

  /** A family stands for its words where it brings documents together that none of its words does. */
  function bridges(key: string, of: readonly number[]): boolean {
    const documents = new Set(of.map((sentence) => documentOf[sentence] ?? 0));
    const reach = Math.max(0, ...[...(members.get(key)?.values() ?? [])].map(({ size }) => size));
    return documents.size > Math.max(1, reach);
  }

  /** "Strikers" are told of under the strike, not under the family of workers. */
  function isSaidOfAnother(key: string, title: string): boolean {
    return [...said].some(
      ([other, { surfaces }]) => !isFamily(other) && surfaces.has(title) && members.get(key)?.has(other) !== true,
    );
  }
}

interface Said {
  readonly documents: Set<number>;
  readonly surfaces: Map<string, number>;
}

export function isFamily(key: string): boolean {
  return key.startsWith('#');
}

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}

function mostSaid(surfaces: ReadonlyMap<string, number>): string {
  const [[best] = ['']] = [...surfaces].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best;
}

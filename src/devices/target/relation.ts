import { tagAt, type Reading } from '../../text/reading.js';
import type { Chunk, Clauses } from './chunks.js';
import type { Range } from './mentions.js';

/** How a word bears on a target, and how a reader is told so. */
export const RELATIONS = {
  describes: 'describes it',
  possessed: 'is said of what is its own',
  predicated: 'is said of it',
  deed: 'tells what it does',
  object: 'belongs to what it does',
  undergone: 'tells what is done to it',
  cause: 'is what acts on it',
  about: 'is directed at it',
  says: 'is how it speaks of others',
  'own words': 'stands in its own words',
  clause: 'stands in its clause',
  near: 'stands near it',
  far: 'stands in its sentence',
  another: 'is said of another name in its sentence',
} as const;
export type Relation = keyof typeof RELATIONS;

/** A sentence with a target in it: what relations are read from. */
export interface Scene {
  readonly reading: Reading;
  readonly clauses: Clauses;
  readonly mentions: readonly Range[];
  /** Tokens of what the target is reported to say. */
  readonly ownWords: readonly Range[];
}

/** Words this near may belong together across a comma or an "and". */
const NEAR = 8;

/** Gives the closest relation of the words `[first, last)` to the target; what can be is found once a scene. */
export function relations({ reading, clauses, mentions, ownWords }: Scene): (first: number, last: number) => Relation {
  const ties = mentions.map((mention) => tieOf(reading, clauses, mention));
  return (first, last) => {
    const own = clauses.chunkOf(first);
    for (const { mention, chunk } of ties) {
      if (own >= 0 && own === chunk) return last <= mention[0] ? 'describes' : 'possessed';
    }
    if (ownWords.some(([from, to]) => from <= first && first < to)) return 'own words';
    for (const tie of ties) {
      const relation = tiedBy(clauses, tie, own, first);
      if (relation) return relation;
    }
    if (isOfAnother(reading, clauses, own, mentions)) return 'another';
    const clause = clauses.clauseOf(first);
    if (ties.some((tie) => tie.clause === clause)) return 'clause';
    const distance = Math.min(...mentions.map(([from, to]) => (first >= to ? first - to : Math.max(0, from - last))));
    return distance <= NEAR ? 'near' : 'far';
  };
}

/** Whether a word describes another name or is the verb of one: "the reckless mayor Finch ruined …". */
function isOfAnother(reading: Reading, { chunks }: Clauses, own: number, mentions: readonly Range[]): boolean {
  const chunk = chunks[own];
  if (!chunk) return false;
  const holder = chunk.kind === 'nominal' ? chunk : chunks[own - 1];
  if (holder?.kind !== 'nominal' || holder.clause !== chunk.clause) return false;
  if (holder !== chunk && holder.governed) return false;
  if (mentions.some(([from]) => holder.first <= from && from < holder.last)) return false;
  for (let i = holder.first; i < holder.last; i += 1) if (tagAt(reading.tokens, i) === 'PROPN') return true;
  return false;
}

/** What a mention hangs on: numbers of chunks. */
interface Tie {
  readonly mention: Range;
  readonly chunk: number;
  readonly clause: number;
  /** The verbs whose subject it is. */
  readonly verbs: readonly number[];
  /** The verb whose object it is, or whose preposition governs it. */
  readonly governor: number;
  /** That verb's subject. */
  readonly actor: number;
  /** The noun phrase before it, of which a preposition makes it the object: "criticism of Ms Kray". */
  readonly noun: number;
  readonly by: boolean;
}

function tieOf(reading: Reading, clauses: Clauses, mention: Range): Tie {
  const { chunks } = clauses;
  const number = clauses.chunkOf(mention[0]);
  const chunk = chunks[number];
  const clause = clauses.clauseOf(mention[0]);
  const loose = { mention, chunk: number, clause, verbs: [], governor: -1, actor: -1, noun: -1, by: false };
  if (chunk?.kind !== 'nominal') return loose;
  const noun = chunk.governed && chunks[number - 1]?.kind === 'nominal' ? number - 1 : -1;
  // "Ms Kray's budget failed": the verb is her budget's.
  if (isPossessor(reading, mention, chunk)) return { ...loose, noun };
  const governor = governorOf(chunks, number);
  const actor = chunk.governed || governor < 0 ? -1 : subjectOf(chunks, governor);
  return { ...loose, noun, governor, actor, verbs: verbsOf(chunks, number), by: chunk.by };
}

function tiedBy({ chunks, clauseOf }: Clauses, tie: Tie, own: number, word: number): Relation | undefined {
  for (const number of tie.verbs) {
    const verb = chunks[number];
    if (verb?.kind !== 'verbal') continue;
    if (own === number) return verb.passive ? 'undergone' : 'deed';
    if (word >= verb.last && clauseOf(word) === verb.clause)
      return verb.copula ? 'predicated' : verb.passive ? 'cause' : 'object';
  }
  if (own < 0) return undefined;
  if (own === tie.governor) {
    const verb = chunks[own];
    return tie.by && verb?.kind === 'verbal' && verb.passive ? 'deed' : 'undergone';
  }
  if (own === tie.actor) return 'cause';
  return own === tie.noun ? 'about' : undefined;
}

function isPossessor({ forms }: Reading, [from]: Range, { last }: Chunk): boolean {
  for (let i = from; i < last - 1; i += 1) if (forms[i] === "'s" || forms[i] === "'") return true;
  return false;
}

/** The next verb, and those joined to it without a subject of their own. */
function verbsOf(chunks: readonly Chunk[], subject: number): number[] {
  const phrase = chunks[subject];
  const verbs: number[] = [];
  if (phrase?.kind !== 'nominal' || phrase.governed) return verbs;
  for (let i = subject + 1; i < chunks.length; i += 1) {
    const chunk = chunks[i];
    if (chunk?.kind === 'verbal') {
      const before = chunks[i - 1];
      const ownSubject = before?.kind === 'nominal' && before.clause === chunk.clause && !before.governed;
      if (verbs.length > 0 && ownSubject) break;
      verbs.push(i);
    } else if (verbs.length === 0 && chunk?.governed === false && chunk.clause === phrase.clause) break;
  }
  return verbs;
}

function governorOf(chunks: readonly Chunk[], object: number): number {
  const phrase = chunks[object];
  for (let i = object - 1; i >= 0; i -= 1) {
    const chunk = chunks[i];
    if (chunk?.clause !== phrase?.clause) return -1;
    if (chunk?.kind === 'verbal') return i;
    if (phrase?.kind === 'nominal' && !phrase.governed) return -1;
  }
  return -1;
}

function subjectOf(chunks: readonly Chunk[], verb: number): number {
  for (let i = verb - 1; i >= 0; i -= 1) {
    const chunk = chunks[i];
    if (chunk?.kind !== 'nominal' || chunk.clause !== chunks[verb]?.clause) return -1;
    if (!chunk.governed) return i;
  }
  return -1;
}

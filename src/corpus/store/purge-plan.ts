import type { Transaction } from 'kysely';
import { ParallaxError } from '../../text/error.js';
import type { Tables } from './tables.js';

/** What a purge takes out of the file for good. */
export interface Purge {
  /** Deleted corpora, which go with all they hold. */
  readonly corpora: readonly GoneCorpus[];
  /** Deleted documents of corpora that stand. */
  readonly documents: readonly GoneDocument[];
  /** How many texts go, each with its original, its analyses and its words in the search index. */
  readonly texts: number;
}

/** `heldBy` names the corpora that still hold a text of it, which stays. */
export interface GoneCorpus {
  readonly id: string;
  readonly title: string;
  readonly documents: number;
  readonly heldBy: readonly string[];
}

export interface GoneDocument {
  readonly corpus: string;
  readonly id: string;
  readonly name: string;
  readonly heldBy: readonly string[];
}

/** The rows that are meant, by their keys. */
export interface PurgePlan extends Purge {
  readonly numbers: readonly number[];
  readonly audit: readonly number[];
  readonly items: readonly { readonly corpus: string; readonly kind: string; readonly key: string }[];
}

/**
 * Tells what of an owner's corpora (or of one) is deleted and would go. A text goes where no corpus holds it any more; a
 * deleted corpus that is not purged itself still does, since its deletion can be undone.
 * @throws {ParallaxError} `not-found`
 */
export async function planPurge(trx: Transaction<Tables>, owner: string, corpus?: string): Promise<PurgePlan> {
  const { corpora, memberships, lines } = await readOwned(trx, owner);
  const asked = corpora.filter(({ id }) => corpus === undefined || id === corpus);
  if (corpus !== undefined && asked.length === 0) throw noSuchCorpus(corpus);
  const inScope = new Set(asked.map(({ id }) => id));
  const whole = new Set(asked.filter(({ deleted }) => deleted === 1).map(({ id }) => id));

  const standing = memberships.filter((each) => !whole.has(each.corpus));
  const stands = new Set(standing.map(keyOf));
  const holders = new Map<number, string[]>();
  for (const each of standing) holders.set(each.document, [...(holders.get(each.document) ?? []), each.corpus]);

  const gone = lines.filter((line) => line.kind === 'document' && !stands.has(keyOf({ ...line, id: line.key })));
  const numbers = new Set(
    [
      ...memberships.filter((each) => whole.has(each.corpus)).map((each) => each.document),
      ...gone.filter((line) => inScope.has(line.corpus)).flatMap(({ document }) => document ?? []),
    ].filter((number) => !holders.has(number)),
  );
  // The same text deleted from another corpus as well could be brought back there without its text.
  const goneHere = gone.filter(
    (line) => !whole.has(line.corpus) && (inScope.has(line.corpus) || numbers.has(line.document ?? -1)),
  );
  const documents = new Map(
    goneHere.map((line): [string, GoneDocument] => {
      const heldBy = [...new Set(holders.get(line.document ?? -1))];
      return [keyOf({ ...line, id: line.key }), { corpus: line.corpus, id: line.key, name: line.name, heldBy }];
    }),
  );
  const ofGone = lines.filter((line) => documents.has(keyOf({ corpus: line.corpus, id: line.of })));
  return {
    corpora: asked
      .filter(({ id }) => whole.has(id))
      .map(({ id, title }) => {
        const held = [...memberships, ...gone].filter((each) => each.corpus === id);
        return {
          id,
          title,
          documents: memberships.filter((each) => each.corpus === id).length,
          heldBy: [...new Set(held.flatMap(({ document }) => holders.get(document ?? -1) ?? []))],
        };
      }),
    documents: [...documents.values()],
    texts: numbers.size,
    numbers: [...numbers],
    audit: ofGone.map(({ number }) => number),
    items: ofGone.filter(({ kind }) => kind !== 'document'),
  };
}

/** An audited change of a document, or of what hangs on one; one that was purged before says nothing more. */
interface Line {
  readonly number: number;
  readonly corpus: string;
  readonly kind: string;
  readonly key: string;
  /** Id of the document it is about. */
  readonly of: string;
  /** The row of its text. */
  readonly document: number | undefined;
  readonly name: string;
}

async function readOwned(trx: Transaction<Tables>, owner: string) {
  const corpora = await trx
    .selectFrom('corpora')
    .select(['id', 'title', 'deleted'])
    .where('owner', '=', owner)
    .execute();
  const memberships = await trx
    .selectFrom('memberships')
    .select(['corpus', 'id', 'document'])
    .where('owner', '=', owner)
    .execute();
  const rows = await trx
    .selectFrom('audit')
    .select(['number', 'corpus', 'kind', 'key', 'before', 'after'])
    .where('owner', '=', owner)
    .where('kind', 'in', ['document', 'pin', 'dispute'])
    .orderBy('number')
    .execute();
  const lines = rows.flatMap(({ before, after, ...row }): Line[] => {
    const thing = after ?? before;
    return thing === null ? [] : [{ ...row, ...aboutWhat(row, JSON.parse(thing) as Kept) }];
  });
  return { corpora, memberships, lines };
}

/** What the audit kept of a document, a pin or a dispute. */
interface Kept {
  readonly document?: number;
  readonly details?: { readonly file: string; readonly title: { readonly is: string } | null };
  readonly value?: { readonly document: string };
}

function aboutWhat({ key }: { readonly key: string }, { document, details, value }: Kept) {
  return { of: value?.document ?? key, document, name: details?.title?.is ?? details?.file ?? '' };
}

const keyOf = ({ corpus, id }: { readonly corpus: string; readonly id: string }): string => `${corpus} ${id}`;

function noSuchCorpus(corpus: string): ParallaxError {
  return new ParallaxError(
    'not-found',
    `there is no corpus "${corpus.slice(0, 60)}", nor a deleted one`,
    'give its id, as parallax corpora or parallax delete showed it',
  );
}

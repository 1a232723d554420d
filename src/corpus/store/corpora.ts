import { act, actIn, noCorpus, type Act, type Acted } from './acts.js';
import type { OwnConnection } from './connection.js';
import { check, corpusTitle, id as corpusId } from './shapes.js';

/** A corpus as lists show it. */
export interface CorpusListing {
  readonly id: string;
  readonly title: string;
  readonly documents: number;
  readonly topics: number;
  readonly revision: number;
  readonly made: string;
}

export interface CorpusOptions {
  readonly at: Date;
  readonly seen?: number | undefined;
}

const MOST_OF_A_SLUG = 60;

export interface NewCorpusOptions {
  readonly at: Date;
  readonly reserved: ReadonlySet<string>;
  /** Wished for; else its title gives one. A number is added where it is taken. */
  readonly id?: string;
  readonly name?: string;
}

export async function createCorpus(
  connection: OwnConnection,
  title: string,
  options: NewCorpusOptions,
): Promise<Acted<string>> {
  return newCorpus(connection, title, options, () => Promise.resolve());
}

/** Makes a corpus and does what else is its first act: audited and undone like any other. */
export async function newCorpus(
  { write, owner }: OwnConnection,
  title: string,
  { at, reserved, id, name = 'create corpus' }: NewCorpusOptions,
  work: (acting: Act) => Promise<unknown>,
): Promise<Acted<string>> {
  const checked = check(corpusTitle, title, 'the corpus’s title');
  const base = id === undefined ? slug(checked) : check(corpusId, id, 'the corpus’s id');
  return write.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom('corpora').select('id').where('owner', '=', owner).execute();
    const taken = new Set([...rows.map((row) => row.id), ...reserved]);
    let free = base;
    for (let copy = 2; taken.has(free); copy += 1) free = `${base}-${copy}`;
    const made = { id: free, owner, title: checked, made: at.toISOString() };
    await trx
      .insertInto('corpora')
      .values({ ...made, revision: 0, next: 1, deleted: 1, analysis: '' })
      .execute();
    return actIn(trx, { owner, corpus: free }, { name, at, evenDeleted: true }, async (acting) => {
      await acting.put('corpus', free, { title: checked });
      await work(acting);
      return free;
    });
  });
}

export async function renameCorpus(
  connection: OwnConnection,
  corpus: string,
  title: string,
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  const checked = check(corpusTitle, title, 'the corpus’s title');
  return act(connection, corpus, { name: 'rename corpus', at, seen }, async ({ put }) => {
    await put('corpus', corpus, { title: checked });
    return null;
  });
}

export async function deleteCorpus(
  connection: OwnConnection,
  corpus: string,
  { at, seen }: CorpusOptions,
): Promise<Acted<null>> {
  return act(connection, corpus, { name: 'delete corpus', at, seen }, async ({ put }) => {
    await put('corpus', corpus, null);
    return null;
  });
}

export async function listCorpora({ read, owner }: OwnConnection): Promise<CorpusListing[]> {
  return read
    .selectFrom('corpora')
    .select((from) => [
      'corpora.id',
      'corpora.title',
      'corpora.revision',
      'corpora.made',
      from
        .selectFrom('memberships')
        .whereRef('memberships.owner', '=', 'corpora.owner')
        .whereRef('memberships.corpus', '=', 'corpora.id')
        .select(from.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('documents'),
      from
        .selectFrom('items')
        .whereRef('items.owner', '=', 'corpora.owner')
        .whereRef('items.corpus', '=', 'corpora.id')
        .where('items.kind', '=', 'topic')
        .select(from.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('topics'),
    ])
    .where('corpora.owner', '=', owner)
    .where('corpora.deleted', '=', 0)
    .orderBy('corpora.made')
    .orderBy('corpora.id')
    .execute();
}

/** @throws {ParallaxError} `not-found` */
export async function readCorpus(
  { read, owner }: OwnConnection,
  corpus: string,
): Promise<{ title: string; revision: number }> {
  const row = await read
    .selectFrom('corpora')
    .select(['title', 'revision'])
    .where((eb) => eb.and({ owner, id: corpus, deleted: 0 }))
    .executeTakeFirst();
  if (!row) throw noCorpus(corpus);
  return row;
}

function slug(title: string): string {
  const letters = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_OF_A_SLUG)
    .replace(/^-|-$/g, '');
  return letters === '' ? 'corpus' : letters;
}

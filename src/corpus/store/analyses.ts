import type { PackedAnalysis } from '../packed.js';
import type { OwnConnection } from './connection.js';
import { fromBytes, toBytes } from './packed-bytes.js';

/** An analysis to keep: `content` is the document's content hash, `version` what it was made with. */
export interface KeptAnalysis {
  readonly content: string;
  readonly packed: PackedAnalysis;
}

export interface AnalysisVersion {
  /** Of lexicon, names and program together. */
  readonly version: string;
  /** Of the program alone, which decides how a text is read. */
  readonly program: string;
}

/** Documents of a corpus whose content has no analysis of this version. */
export async function missingAnalyses(
  { read, owner }: OwnConnection,
  corpus: string,
  { version }: AnalysisVersion,
): Promise<{ content: string; id: string }[]> {
  return read
    .selectFrom('memberships')
    .leftJoin('analyses', (join) =>
      join
        .onRef('analyses.owner', '=', 'memberships.owner')
        .onRef('analyses.content', '=', 'memberships.content')
        .on('analyses.version', '=', version),
    )
    .select(['memberships.content', 'memberships.id'])
    .where('memberships.owner', '=', owner)
    .where('memberships.corpus', '=', corpus)
    .where('memberships.analysed', '=', 1)
    .where('analyses.version', 'is', null)
    .orderBy('memberships.position')
    .execute();
}

/** Keeps analyses in one transaction and drops those of the same contents that no corpus uses any more. */
export async function keepAnalyses(
  { write, owner }: OwnConnection,
  corpus: string,
  { version, program }: AnalysisVersion,
  analyses: readonly KeptAnalysis[],
): Promise<void> {
  if (analyses.length === 0) return;
  await write.transaction().execute(async (trx) => {
    await trx
      .updateTable('corpora')
      .set({ analysis: version })
      .where((eb) => eb.and({ owner, id: corpus }))
      .execute();
    for (const { content, packed } of analyses) {
      await trx
        .insertInto('analyses')
        .values({ owner, content, version, program, packed: toBytes(packed) })
        .onConflict((conflict) => conflict.columns(['owner', 'content', 'version']).doNothing())
        .execute();
      await trx
        .deleteFrom('analyses')
        .where((eb) => eb.and({ owner, content }))
        .where('version', 'not in', (eb) => eb.selectFrom('corpora').select('analysis').where('owner', '=', owner))
        .execute();
    }
  });
}

/** An analysis of the same program made with other names or another lexicon: its reading still holds. */
export async function olderAnalysis(
  { read, owner }: OwnConnection,
  content: string,
  program: string,
): Promise<PackedAnalysis | undefined> {
  const row = await read
    .selectFrom('analyses')
    .select('packed')
    .where((eb) => eb.and({ owner, content, program }))
    .limit(1)
    .executeTakeFirst();
  return row && fromBytes(row.packed);
}

/** At once, for a comparison that asks for one after another. */
export function analysisNow(
  { read, readNow, owner }: OwnConnection,
  content: string,
  version: string,
): PackedAnalysis | undefined {
  const [row] = readNow(
    read
      .selectFrom('analyses')
      .select('packed')
      .where((eb) => eb.and({ owner, content, version })),
  );
  return row && fromBytes(row.packed);
}

export function textNow({ read, readNow, owner }: OwnConnection, number: number): string {
  const [row] = readNow(
    read
      .selectFrom('documents')
      .select('text')
      .where((eb) => eb.and({ owner, number })),
  );
  return row?.text ?? '';
}

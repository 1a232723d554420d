import type { PackedAnalysis } from '../packed.js';
import type { Connection } from './connection.js';
import { fromBytes, toBytes } from './packed-bytes.js';
import { OWNER } from './tables.js';

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
  { read }: Connection,
  corpus: string,
  { version }: AnalysisVersion,
): Promise<{ content: string; id: string }[]> {
  return read
    .selectFrom('memberships')
    .leftJoin('analyses', (join) =>
      join.onRef('analyses.content', '=', 'memberships.content').on('analyses.version', '=', version),
    )
    .select(['memberships.content', 'memberships.id'])
    .where('memberships.corpus', '=', corpus)
    .where('memberships.analysed', '=', 1)
    .where('analyses.version', 'is', null)
    .orderBy('memberships.position')
    .execute();
}

/** Keeps analyses in one transaction and drops those of the same contents that no corpus uses any more. */
export async function keepAnalyses(
  { write }: Connection,
  corpus: string,
  { version, program }: AnalysisVersion,
  analyses: readonly KeptAnalysis[],
): Promise<void> {
  if (analyses.length === 0) return;
  await write.transaction().execute(async (trx) => {
    await trx.updateTable('corpora').set({ analysis: version }).where('id', '=', corpus).execute();
    for (const { content, packed } of analyses) {
      await trx
        .insertInto('analyses')
        .values({ owner: OWNER, content, version, program, packed: toBytes(packed) })
        .onConflict((conflict) => conflict.columns(['content', 'version']).doNothing())
        .execute();
      await trx
        .deleteFrom('analyses')
        .where('content', '=', content)
        .where('version', 'not in', (eb) => eb.selectFrom('corpora').select('analysis'))
        .execute();
    }
  });
}

/** An analysis of the same program made with other names or another lexicon: its reading still holds. */
export async function olderAnalysis(
  { read }: Connection,
  content: string,
  program: string,
): Promise<PackedAnalysis | undefined> {
  const row = await read
    .selectFrom('analyses')
    .select('packed')
    .where('content', '=', content)
    .where('program', '=', program)
    .limit(1)
    .executeTakeFirst();
  return row && fromBytes(row.packed);
}

/** At once, for a comparison that asks for one after another. */
export function analysisNow(
  { read, readNow }: Connection,
  content: string,
  version: string,
): PackedAnalysis | undefined {
  const [row] = readNow(
    read.selectFrom('analyses').select('packed').where('content', '=', content).where('version', '=', version),
  );
  return row && fromBytes(row.packed);
}

export function textNow({ read, readNow }: Connection, number: number): string {
  const [row] = readNow(read.selectFrom('documents').select('text').where('number', '=', number));
  return row?.text ?? '';
}

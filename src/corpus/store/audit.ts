import type { OwnConnection } from './connection.js';

/** One changed thing: what was done to it, when, and what it was before and after (JSON; null for not there). */
export interface AuditLine {
  readonly number: number;
  readonly corpus: string;
  readonly revision: number;
  readonly at: string;
  readonly act: string;
  readonly kind: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Changes of a corpus, or of all of an owner’s, the newest first; `before` is the last number of the page before. */
export async function listAudit(
  { read, owner }: OwnConnection,
  { corpus, before, limit = 50 }: { readonly corpus?: string; readonly before?: number; readonly limit?: number },
): Promise<AuditLine[]> {
  let query = read
    .selectFrom('audit')
    .select(['number', 'corpus', 'revision', 'at', 'act', 'kind', 'key', 'before', 'after'])
    .where('owner', '=', owner)
    .orderBy('number', 'desc')
    .limit(Math.max(1, Math.min(limit, 500)));
  if (corpus !== undefined) query = query.where('corpus', '=', corpus);
  if (before !== undefined) query = query.where('number', '<', before);
  const rows = await query.execute();
  const parsed = (value: string | null): unknown => (value === null ? null : (JSON.parse(value) as unknown));
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
}

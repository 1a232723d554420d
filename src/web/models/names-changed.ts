import type { Referent } from '../../devices/referent.js';
import { listed } from '../prose.js';

/** Two states of a corpus's names → “added Kelswick Port Holdings, changed the mayor”. */
export function namesChanged(before: unknown, after: unknown): string {
  const [was, is] = [byId(before), byId(after)];
  const added = [...is.keys()].filter((id) => !was.has(id));
  const deleted = [...was.keys()].filter((id) => !is.has(id));
  const changed = [...is.keys()].filter(
    (id) => was.has(id) && JSON.stringify(was.get(id)) !== JSON.stringify(is.get(id)),
  );
  const parts = [
    ['added', added, is],
    ['deleted', deleted, was],
    ['changed', changed, is],
  ] as const;
  const said = parts.flatMap(([did, ids, names]) =>
    ids.length === 0 ? [] : [`${did} ${some(ids.map((id) => names.get(id)?.name ?? id))}`],
  );
  return said.join('; ') || 'their order';
}

const MOST_NAMES = 5;

function some(names: readonly string[]): string {
  return listed(
    names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names,
  );
}

function byId(names: unknown): Map<string, Referent> {
  return new Map((Array.isArray(names) ? (names as Referent[]) : []).map((each) => [each.id, each]));
}

import type { Deed } from '../claim.js';

/** For each verb, by key, who does it and to whom, by key. */
export type Roles = ReadonlyMap<
  string,
  { readonly doers: ReadonlySet<string>; readonly undergoers: ReadonlySet<string> }
>;

/** `keyOf`: the name under which a token meets others; undefined for those that name nothing. */
export function rolesOf(deeds: readonly Deed[], keyOf: (token: number) => string | undefined): Roles {
  const roles = new Map<string, { doers: Set<string>; undergoers: Set<string> }>();
  for (const { verb, doers, undergoers } of deeds) {
    const key = keyOf(verb);
    if (key === undefined) continue;
    const held = roles.get(key) ?? { doers: new Set(), undergoers: new Set() };
    roles.set(key, held);
    for (const [tokens, into] of [
      [doers, held.doers],
      [undergoers, held.undergoers],
    ] as const)
      for (const token of tokens) {
        const named = keyOf(token);
        if (named !== undefined) into.add(named);
      }
  }
  return roles;
}

/**
 * The two who change parts from one sentence to the other: they do and undergo the same verb ("Ash sued Elm", "Elm sued
 * Ash"), or each does what the other did ("Ash said Elm lied").
 */
export function turnedRound(a: Roles, b: Roles): readonly [string, string] | undefined {
  const swaps = [...a].flatMap(([verb, { doers, undergoers }]) => {
    const other = b.get(verb);
    if (!other) return [];
    return apart(doers, other.doers).map(([x, y]) => ({
      x,
      y,
      whole: undergoers.has(y) && other.undergoers.has(x),
    }));
  });
  const found = swaps.find(({ x, y, whole }) => whole || swaps.some((each) => each.x === y && each.y === x));
  return found && [found.x, found.y];
}

/** Pairs of one and another where the two sets have no one in common. */
function apart(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): [string, string][] {
  if ([...ours].some((each) => theirs.has(each))) return [];
  return [...ours].flatMap((x) => [...theirs].map((y): [string, string] => [x, y]));
}

/** A stem shorter than this meets too many names. */
const SHORTEST_STEM = 4;
/** What may be left of a place's name behind the stem of its people: Armen-ia, Turk-ey, Chin-a. */
const MOST_LEFT = 3;
const DEMONYM = /(?:ians?|ans?|ns?|ese|ish|is?|ers?)$/;
const CONNECTIVE = /^(?:of|the|for|and|de|la|von|van|al|&)$/;

/** Names → those that seem to name one thing, each group in the names' order; a name by itself is a group of one. */
export function sameReferents(names: readonly string[]): string[][] {
  const group = new Map(names.map((name) => [name, name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (group.get(root) !== root) root = group.get(root) ?? root;
    group.set(name, root);
    return root;
  };
  for (const [short, long] of [...acronyms(names), ...surnames(names), ...peoples(names), ...rulers(names)])
    group.set(rootOf(short), rootOf(long));
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(rootOf(name), [...(groups.get(rootOf(name)) ?? []), name]);
  return [...groups.values()];
}

type Pair = readonly [short: string, long: string];

/** Short keys that one longer name alone has; what two have, neither is given. */
function unique(pairs: readonly Pair[]): Pair[] {
  const longs = new Map<string, Set<string>>();
  for (const [short, long] of pairs) longs.set(short, (longs.get(short) ?? new Set()).add(long));
  return [...longs].flatMap(([short, of]): Pair[] => {
    const [long] = of;
    return of.size === 1 && long !== undefined ? [[short, long]] : [];
  });
}

/** "NRB" of "National River Board". */
function acronyms(names: readonly string[]): Pair[] {
  const known = new Set(names);
  return unique(
    names.flatMap((long): Pair[] => {
      const words = long.split(/[\s-]+/).filter((word) => !CONNECTIVE.test(word));
      const initials = words.map((word) => word.charAt(0)).join('');
      return words.length > 1 && initials !== long && known.has(initials) ? [[initials, long]] : [];
    }),
  );
}

/** "Lind" of "Anna Lind"; bodies and places go by their first words as well as by their last, so only two words count. */
function surnames(names: readonly string[]): Pair[] {
  const known = new Set(names);
  return unique(
    names.flatMap((long): Pair[] => {
      const words = long.split(' ');
      const last = words.at(-1) ?? '';
      return words.length > 1 && words.length < 4 && words.every((word) => /^\p{Lu}/u.test(word)) && known.has(last)
        ? [[last, long]]
        : [];
    }),
  );
}

/** "Peruvian" and "Peruvians" of "Peru": the stem of the people's name begins the place's. */
function peoples(names: readonly string[]): Pair[] {
  const single = names.filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name));
  const byStem = new Map<string, string[]>();
  for (const name of single) {
    for (let left = 0; left <= MOST_LEFT && name.length - left >= SHORTEST_STEM; left += 1) {
      const stem = name.slice(0, name.length - left);
      byStem.set(stem, [...(byStem.get(stem) ?? []), name]);
    }
  }
  return unique(
    single.flatMap((people): Pair[] => {
      const ending = DEMONYM.exec(people)?.[0] ?? '';
      const stem = people.slice(0, people.length - ending.length);
      if (ending === '' || stem.length < SHORTEST_STEM) return [];
      const places = [
        ...(byStem.get(stem) ?? []),
        ...(stem.endsWith('v') ? (byStem.get(stem.slice(0, -1)) ?? []) : []),
      ];
      return places
        .filter((place) => place !== people && place.length < people.length + 1 && !isPeople(place, stem))
        .map((place) => [people, place]);
    }),
  );
}

/** "Peruvian" is no place of "Peruvians". */
function isPeople(name: string, stem: string): boolean {
  return /(?:ian|ese|ish)s?$/.test(name) && name.length > stem.length;
}

/** "the Peruvian government" of "Peruvian", "the Leeds authorities" of "Leeds". */
function rulers(names: readonly string[]): Pair[] {
  const known = new Set(names);
  return names.flatMap((name): Pair[] => {
    const [article, ...words] = name.split(' ');
    const of = words.slice(0, -1).join(' ');
    return article === 'the' && known.has(of) ? [[name, of]] : [];
  });
}

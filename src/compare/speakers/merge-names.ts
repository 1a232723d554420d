/** Behind these a person's own name begins. */
const TITLE =
  /^(?:president|vice|prime|minister|premier|chancellor|king|queen|prince|princess|pope|sir|dame|lord|lady|mr|mrs|ms|miss|dr|prof|professor|general|gen|colonel|col|captain|major|admiral|commander|judge|justice|senator|sen|governor|gov|mayor|ambassador|secretary|foreign|deputy|director|chief|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|councillor|congressman|congresswoman|bishop|cardinal|leader|rev|st)\.?$/i;
/** "former French president" is not the one in office. */
const NOT_IN_OFFICE = /^(?:former|ex|late|then)$/i;
const MOST_WORDS_OF_A_NAME = 8;

/**
 * Every name with the fullest name of the same speaker: the same last words of a person's name ("Lind", "Anna Lind"),
 * or labels of one referent ("the Peruvian leader"). A short name that two longer ones share ("Lind" of "Anna Lind"
 * and "Per Lind") stays by itself. Linear in the names' words.
 */
export function mergeNames(
  names: readonly string[],
  referents: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)];
  const cores = new Map(distinct.map((name) => [name, coreOf(name)]));
  const longest = longestCores([...cores.values()]);
  const keyOf = (name: string): string => {
    const core = cores.get(name) ?? '';
    const full = longest.get(core) ?? core;
    const referent = referentOf(name, referents) ?? (core === '' ? undefined : referents.get(full.toLowerCase()));
    return referent === undefined
      ? core === ''
        ? `words:${name.toLowerCase()}`
        : `name:${full}`
      : `label:${referent}`;
  };
  const fullest = new Map<string, string>();
  for (const name of distinct) {
    const key = keyOf(name);
    const known = fullest.get(key);
    if (known === undefined || fullness(name) > fullness(known)) fullest.set(key, name);
  }
  return new Map(distinct.map((name) => [name, fullest.get(keyOf(name)) ?? name]));
}

/** The person's or body's own name: the capitals that end the words before any "of", without titles; empty without them. */
function coreOf(name: string): string {
  const [head = ''] = name.split(/,| (?:of|for|from|in|at|with) /);
  // "Anna Lind and Per Holm" are not Per Holm.
  if (head.includes(' and ')) return '';
  const words = head.split(/\s+/);
  let first = words.length;
  while (first > 0 && isOfName(words[first - 1] ?? '')) first -= 1;
  const core = words.slice(first).slice(-MOST_WORDS_OF_A_NAME);
  while (/^\p{Ll}/u.test(core[0] ?? '')) core.shift();
  const title = core.findLastIndex((word) => TITLE.test(word));
  return core.slice(title + 1 < core.length ? title + 1 : 0).join(' ');
}

function isOfName(word: string): boolean {
  return (
    (/^\p{Lu}/u.test(word) && !/^(?:The|A|An)$/.test(word)) ||
    /^(?:de|da|del|di|la|le|von|van|der|al|bin|ibn)$/.test(word)
  );
}

/** For each core the longest that ends in it, where all that end in it are parts of that one. */
function longestCores(cores: readonly string[]): ReadonlyMap<string, string> {
  const endingIn = new Map<string, Set<string>>();
  for (const core of cores) {
    for (let at = core.indexOf(' '); at >= 0; at = core.indexOf(' ', at + 1)) {
      const suffix = core.slice(at + 1);
      const known = endingIn.get(suffix) ?? new Set<string>();
      endingIn.set(suffix, known.add(core));
    }
  }
  return new Map(
    cores.map((core) => {
      const longer = [...(endingIn.get(core) ?? [])];
      const longest = longer.reduce((a, b) => (b.length > a.length ? b : a), core);
      return [core, longer.every((each) => longest.endsWith(each)) ? longest : core];
    }),
  );
}

/** The referent that the last words of a name are a label of. */
function referentOf(name: string, referents: ReadonlyMap<string, string>): string | undefined {
  if (name.split(/\s+/).some((word) => NOT_IN_OFFICE.test(word)) || / (?:of|for|from|in|at|with|and) /.test(name))
    return undefined;
  const words = name.toLowerCase().split(/\s+/).slice(-MOST_WORDS_OF_A_NAME);
  for (let at = 0; at < words.length; at += 1) {
    const referent = referents.get(words.slice(at).join(' '));
    if (referent !== undefined) return referent;
  }
  return undefined;
}

/** Capitals tell a name from a description; among names the longer is the fuller. */
function fullness(name: string): number {
  const capitals = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals * 1000 + name.length;
}

import type { Names, Referent } from '../../devices/referent.js';
import { tagAt } from '../../text/reading.js';
import type { OnTopic } from '../on-topic.js';
import { NO_DEED } from './deed.js';
import type { Mention } from './mention.js';
import { addEvidence, isBodyNoun, ofNeighbour, strongest, type Evidence, type NameKind } from './name-kind.js';
import { namesIn, NOTHING, type Found, type Named } from './name-use.js';
import { slug } from './wording.js';

const NOTHING_MORE: ReadonlySet<string> = new Set();

export interface NamesTold {
  readonly named: readonly Named[];
  readonly kindOf: (key: string) => NameKind | undefined;
  readonly nameOf: (key: string) => string;
  readonly formsOf: (key: string) => readonly string[];
}

const KINDS: Readonly<Partial<Record<Referent['kind'], NameKind>>> = {
  person: 'person',
  body: 'body',
  group: 'body',
  place: 'place',
  state: 'place',
  route: 'place',
};

/** All names of the documents, with one key for each that names the same, and the kind that the texts show. */
export function namesTold(documents: readonly OnTopic[], names: Names): NamesTold {
  const referents = new Map(names.referents.map((referent) => [referent.id, referent]));
  const found = documents.flatMap((document) => namesIn(document));
  const others = found.filter(({ listed }) => !listed);
  const keys = sameNames(
    others,
    evidenceBy(others, ({ key }) => key),
  );
  const evidence = evidenceBy(others, ({ key }) => keys.get(key) ?? key);
  const shown = new Map<string, string>();
  const named = found.map((each): Named => {
    if (each.listed) return each;
    const key = keys.get(each.key) ?? each.key;
    if ((shown.get(key) ?? '').length < each.name.length) shown.set(key, each.name);
    return { ...each, key };
  });
  shareKinds(named, evidence, (key) => kindOfReferent(referents.get(key)));
  return {
    named,
    kindOf: (key) => {
      const own = evidence.get(key);
      return own ? strongest(own) : kindOfReferent(referents.get(key));
    },
    nameOf: (key) => shown.get(key) ?? referents.get(key)?.name ?? key,
    formsOf: (key) => referents.get(key)?.labels.map(({ label }) => label) ?? [shown.get(key) ?? key],
  };
}

/** Names of a kind that tells something, as mentions; a state that every document names tells nothing. */
export function namedMentions(
  { named, kindOf, nameOf, formsOf }: NamesTold,
  documents: readonly OnTopic[],
  names: Names,
  isTopical: (document: OnTopic, sentence: number) => boolean,
): Mention[] {
  const states = new Set(names.referents.filter(({ kind }) => kind === 'state').map(({ id }) => id));
  const naming = new Map<string, Set<string>>();
  for (const { key, document, sentence } of named)
    if (isTopical(document, sentence)) naming.set(key, (naming.get(key) ?? new Set()).add(document.id));
  return named.flatMap(({ document, sentence, first, last, key }): Mention[] => {
    const kind = kindOf(key);
    if (!kind || (states.has(key) && (naming.get(key)?.size === documents.length || isModifier(document, last))))
      return [];
    return [
      {
        document,
        kind,
        subject: key,
        what: nameOf(key),
        value: key,
        first,
        last,
        sentence,
        searched: formsOf(key),
        deed: NO_DEED,
        described: NOTHING_MORE,
      },
    ];
  });
}

/** "Peruvian copper" names no place, as "Peru" does. */
function isModifier({ analysis: { reading } }: OnTopic, at: number): boolean {
  return tagAt(reading.tokens, at) === 'NOUN';
}

function kindOfReferent(referent: Referent | undefined): NameKind | undefined {
  return referent && KINDS[referent.kind];
}

function evidenceBy(found: readonly Found[], keyOf: (each: Found) => string): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  for (const each of found) {
    const total = evidence.get(keyOf(each)) ?? { person: 0, body: 0, place: 0 };
    addEvidence(total, each.gives);
    evidence.set(keyOf(each), total);
  }
  return evidence;
}

/**
 * One key for a name's forms, where only one can be meant: a surname meets its full name, an acronym its expansion, the
 * last words of a body ("Rail Company") the whole.
 */
function sameNames(found: readonly Found[], evidence: ReadonlyMap<string, Evidence>): Map<string, string> {
  const all = new Map(found.map(({ key, name }) => [key, name]));
  const longer = new Map<string, Set<string>>();
  const add = (short: string, key: string): void => void longer.set(short, (longer.get(short) ?? new Set()).add(key));
  for (const [key, name] of all) {
    const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
    if (words.length < 2) continue;
    const surname = slug(words.at(-1) ?? '');
    // "York" is not short for "New York": only a person goes by the last word.
    const kind = strongest(evidence.get(key) ?? NOTHING);
    // "Ms Osman" makes a person of the only other Osman.
    if (kind === 'person' || (kind === undefined && strongest(evidence.get(surname) ?? NOTHING) === 'person'))
      add(surname, key);
    if (strongest(evidence.get(key) ?? NOTHING) === 'body')
      for (let from = 1; from < words.length - 1; from += 1) add(slug(words.slice(from).join(' ')), key);
    if (words.length > 2 || isBodyNoun((words.at(-1) ?? '').toLowerCase()))
      add(
        words
          .map((word) => word[0])
          .join('')
          .toLowerCase(),
        key,
      );
  }
  return new Map(
    [...all.keys()].flatMap((key): [string, string][] => {
      const full = [...(longer.get(key) ?? [])].filter((each) => each !== key);
      return full.length === 1 && full[0] !== undefined ? [[key, full[0]]] : [];
    }),
  );
}

/** In "Leeds, Hull and York" what one is, the others are; a name with evidence of its own keeps it. */
function shareKinds(
  named: readonly Named[],
  evidence: Map<string, Evidence>,
  listedKind: (key: string) => NameKind | undefined,
): void {
  const kind = (key: string): NameKind | undefined => {
    const own = evidence.get(key);
    return own ? strongest(own) : listedKind(key);
  };
  const share = (from: Named, to: Named): void => {
    const given = kind(from.key);
    const own = evidence.get(to.key);
    if (given && own && !kind(to.key)) addEvidence(own, ofNeighbour(given));
  };
  const pairs = named.flatMap((each, at) => {
    const next = named
      .slice(at + 1, at + 3)
      .find(({ first, document }) => document === each.document && first >= each.last);
    return next && areListed(each, next) ? [[each, next] as const] : [];
  });
  for (const [a, b] of pairs) share(a, b);
  for (const [a, b] of pairs.reverse()) share(b, a);
}

/** Whether only a comma or "and" stands between two names. */
function areListed(a: Named, b: Named): boolean {
  const between = a.document.analysis.reading.forms.slice(a.last, b.first);
  return /^(?:,|,? ?(?:and|or)(?: the)?)$/.test(between.slice(0, 4).join(' '));
}

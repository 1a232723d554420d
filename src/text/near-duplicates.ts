/** Two texts that share much of their wording: `a` came before `b`. */
export interface NearDuplicate {
  readonly a: number;
  readonly b: number;
  /** Share of the shorter text’s runs of five words that the longer has too, 0.5…1. */
  readonly share: number;
}

/** Texts looked at so far; each new one is told which of them it resembles. */
export interface SeenTexts {
  /** Resemblances of the next text, best first; its own number is the count of texts before it. */
  readonly add: (text: string) => { readonly at: number; readonly share: number }[];
}

/** Reports of one event share a tenth of their wording, through quotations; an agency’s text cut in half shares half. */
const NEAR = 0.5;
const SHINGLE_WORDS = 5;
/** Fewer make no article: two notices of a line each are alike by chance. */
const FEWEST_SHINGLES = 10;
/** One shingle in eight is looked up, of a short text each: a shared passage of a hundred words leaves a dozen. */
const SAMPLE = 8;
const SHORT = 100;
/** A shingle of many texts is a cookie notice, or one text many times over: the first few stand for the rest. */
const MOST_TEXTS = 20;

/** Near-duplicates among `texts`, in order of `b`, then of likeness. Shingling after Broder 1997; near-linear. */
export function nearDuplicates(texts: Iterable<string>): NearDuplicate[] {
  const seen = seenTexts();
  let b = -1;
  return Array.from(texts, (text) => {
    b += 1;
    return seen.add(text).map(({ at, share }) => ({ a: at, b, share }));
  }).flat();
}

export function seenTexts(): SeenTexts {
  const all: Uint32Array[] = [];
  // One number, for most shingles are of one text: ten thousand documents have a million of them.
  const textsOf = new Map<number, number | number[]>();
  return {
    add: (text) => {
      const own = shingles(text);
      const number = all.push(own) - 1;
      if (own.length < FEWEST_SHINGLES) return [];
      const sampled = own.length <= SHORT ? own : own.filter((shingle) => shingle % SAMPLE === 0);
      const hits = new Map<number, number>();
      for (const shingle of sampled) {
        // As a signed number the key takes no room of its own.
        const known = textsOf.get(shingle | 0);
        if (known === undefined) {
          textsOf.set(shingle | 0, number);
          continue;
        }
        const texts = typeof known === 'number' ? [known] : known;
        for (const each of texts) hits.set(each, (hits.get(each) ?? 0) + 1);
        if (texts.length < MOST_TEXTS) texts.push(number);
        if (texts !== known) textsOf.set(shingle | 0, texts);
      }
      return [...hits]
        .filter(([at, count]) => mayBeNear(count, own.length, all[at]?.length ?? 0))
        .map(([at]) => ({ at, share: shareOf(own, all[at] ?? own) }))
        .filter(({ share }) => share >= NEAR)
        .sort((a, b) => b.share - a.share || a.at - b.at);
    },
  };
}

/** Whether the sampled hits leave a chance; half of what is expected, since a sample scatters. */
function mayBeNear(hits: number, own: number, other: number): boolean {
  const shorter = Math.min(own, other);
  const rate = own <= SHORT && other <= SHORT ? 1 : 1 / SAMPLE;
  return hits >= (shorter * rate * NEAR) / 2;
}

/** Common members of two sorted sets, over the smaller’s size. */
function shareOf(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  let at = 0;
  for (const shingle of one) {
    while (at < other.length && (other[at] ?? 0) < shingle) at += 1;
    if (other[at] === shingle) common += 1;
  }
  return common / Math.min(one.length, other.length);
}

/** Hashes of every run of five words, sorted, each once. Case, spacing and punctuation do not count. */
function shingles(text: string): Uint32Array {
  const words = wordHashes(text.toLowerCase());
  const found = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let at = 0; at < found.length; at += 1) {
    let hash = 0;
    for (let word = 0; word < SHINGLE_WORDS; word += 1) hash = mixed(Math.imul(hash, 31) + (words[at + word] ?? 0));
    found[at] = hash;
  }
  found.sort();
  return found.filter((each, at) => at === 0 || each !== found[at - 1]);
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = FNV_START;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isWordUnit(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      inWord = true;
    } else if (inWord && !isApostrophe(code)) {
      hashes.push(hash);
      hash = FNV_START;
      inWord = false;
    }
  }
  if (inWord) hashes.push(hash);
  return hashes;
}

function isWordUnit(code: number): boolean {
  if (code < 128) return (code > 47 && code < 58) || (code > 96 && code < 123);
  // Punctuation and spaces of Latin-1, the general block and Chinese; joiners and soft hyphens part nothing of sense.
  return code > 0xbf && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** One copy writes don’t, another don't. */
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** Spreads a sum over 32 bits, so that every eighth hash is a fair sample (MurmurHash3’s last step). */
function mixed(sum: number): number {
  let hash = sum | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

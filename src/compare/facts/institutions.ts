import { tagAt, type Reading, type Sentence } from '../../text/reading.js';
import { isCapital, slug, wording } from './wording.js';

/** A body named by its state and its office: "the Danish government", "Peru's foreign ministry". */
export interface Institution {
  readonly first: number;
  readonly last: number;
  /** The state's token range. */
  readonly state: readonly [number, number];
  /** `foreign-ministry`. */
  readonly office: string;
}

/** Nouns of bodies that a state has one of, in small letters. */
const OFFICE =
  /^(?:government|parliament|ministry|army|navy|military|senate|presidency|embassy|cabinet|legislature|congress|judiciary|treasury|opposition|media|authorities|police|air force|coastguard)$/;
/** Words that stand between a state and its office and tell which it is. */
const WHICH =
  /^(?:foreign|defence|defense|interior|finance|health|justice|education|culture|energy|transport|economy|state|federal|national|central|supreme|constitutional|public)$/;

export function institutionsIn(
  reading: Reading,
  sentence: Sentence,
  labelAt: (token: number) => { readonly first: number; readonly last: number } | undefined,
): Institution[] {
  const { forms, tokens } = reading;
  const found: Institution[] = [];
  for (let i = sentence.first + 1; i < sentence.last; i += 1) {
    if (!OFFICE.test(forms[i] ?? '') || isCapital(reading, i)) continue;
    let from = i;
    while (from > sentence.first && WHICH.test(forms[from - 1] ?? '')) from -= 1;
    const owner = forms[from - 1] === "'s" || forms[from - 1] === "'" ? from - 2 : from - 1;
    if (owner < sentence.first || !isCapital(reading, owner)) continue;
    const label = labelAt(owner);
    // A label that holds the office too names the body itself.
    if (label && label.last > i) continue;
    const state = label
      ? ([label.first, label.last] as const)
      : isProper(owner)
        ? ([owner, owner + 1] as const)
        : undefined;
    if (state) found.push({ first: state[0], last: i + 1, state, office: slug(wording(reading, from, i + 1)) });
  }
  return found;

  function isProper(at: number): boolean {
    return tagAt(tokens, at) === 'PROPN' || (at > sentence.first && tagAt(tokens, at) === 'ADJ');
  }
}

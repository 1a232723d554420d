import type { Comparison } from '../../compare/schema/comparison.js';
import { counted, inSentence, listed, signed } from '../prose.js';
import { documentHref } from './source.js';

export interface KeywordRow {
  readonly phrase: string;
  readonly href: string;
  /** "4 in 265 words, against 0 in 118" */
  readonly counts: string;
  readonly z: string;
  readonly interval: string;
  readonly holds: boolean;
}

export interface KeywordsView {
  readonly against: string;
  readonly sources: readonly { readonly source: string; readonly rows: readonly KeywordRow[] }[];
  /** Said instead of a table when the reference has no passage. */
  readonly silent: string;
  readonly summary: string;
}

/** Words that set a source apart, with the counts behind each statistic. */
export function keywordsOf({ contrast, documents }: Comparison): KeywordsView {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  const reference = contrast.reference === null ? undefined : (shorts.get(contrast.reference) ?? contrast.reference);
  const sources = contrast.documents.map(({ document, keywords }) => ({
    source: shorts.get(document) ?? document,
    rows: keywords.map(({ phrase, count, words, otherCount, otherWords, z, low, high, verdict, places }) => ({
      phrase,
      href: documentHref(document, sentenceOf(documents, document, places[0]?.start)),
      counts: `${count} in ${counted(words, 'word')}, against ${otherCount} in ${otherWords}`,
      z: signed(z, 1),
      interval: `${signed(low, 1)} to ${signed(high, 1)}`,
      holds: verdict === 'holds',
    })),
  }));
  const all = sources.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    against: reference ?? 'all other sources',
    sources,
    silent:
      reference !== undefined && contrast.documents.length === 0 ? `${reference} does not speak of the topic` : '',
    summary: all === 0 ? 'too few words to tell' : counted(all, 'word or phrase', 'words and phrases'),
  };
}

function sentenceOf(
  documents: Comparison['documents'],
  document: string,
  place: number | undefined,
): number | undefined {
  const passages = documents.find(({ id }) => id === document)?.passages ?? [];
  return place === undefined
    ? undefined
    : passages.flatMap(({ sentences }) => sentences).find(({ start, end }) => start <= place && place < end)?.start;
}

export interface SymmetryRow {
  readonly word: string;
  readonly mirror: string;
  readonly why: string;
  readonly sources: readonly {
    readonly source: string;
    readonly uses: readonly {
      readonly of: string;
      readonly places: readonly { readonly text: string; readonly href: string }[];
    }[];
    readonly never: string;
  }[];
}

/** Words that take a side: of whom each source uses them, and of whom never. */
export function symmetryOf({ symmetry, documents }: Comparison): SymmetryRow[] {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  return symmetry.map(({ word, mirror, why, documents: sources }) => ({
    word,
    mirror,
    why,
    sources: sources
      .filter(({ uses }) => uses.length > 0)
      .map(({ document, uses, never }) => ({
        source: shorts.get(document) ?? document,
        uses: uses.map(({ referent, name, relation, places }) => ({
          of: referent === null ? 'of whom, the words do not decide' : `${relation} ${inSentence(name)}`,
          places: places.map(({ text, sentence }) => ({ text, href: documentHref(document, sentence) })),
        })),
        never: uses.some(({ referent }) => referent !== null) ? listedUpTo(never.map(inSentence)) : '',
      })),
  }));
}

const MOST_NAMED = 4;

function listedUpTo(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} or ${rest} more` : listed(names, 'or');
}

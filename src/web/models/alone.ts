import type { Comparison } from '../../compare/schema/comparison.js';
import { counted, listed, quotedWord } from '../prose.js';
import { inHundredths } from './similarity.js';
import { documentHref } from './source.js';

export interface AloneView {
  readonly sources: readonly {
    readonly source: string;
    readonly sentences: readonly {
      readonly text: string;
      readonly href: string;
      readonly nearest: {
        readonly source: string;
        readonly text: string;
        readonly href: string;
        readonly similarity: string;
        readonly shared: string;
      } | null;
    }[];
  }[];
  readonly summary: string;
}

/** What only one source says, and what comes nearest to it elsewhere. */
export function aloneOf({ sole, documents }: Comparison): AloneView {
  const shorts = new Map(documents.map(({ id, short }) => [id, short]));
  const sources = documents
    .map(({ id, short }) => ({
      source: short,
      sentences: sole
        .filter(({ document }) => document === id)
        .map(({ text, start, nearest }) => ({
          text: text.replaceAll('\n', ' '),
          href: documentHref(id, start),
          nearest: nearest && {
            source: shorts.get(nearest.document) ?? nearest.document,
            text: nearest.text.replaceAll('\n', ' '),
            href: documentHref(nearest.document, nearest.start),
            similarity: inHundredths(nearest.similarity),
            shared: listed(nearest.shared.map(quotedWord)),
          },
        })),
    }))
    .filter(({ sentences }) => sentences.length > 0);
  return { sources, summary: counted(sole.length, 'sentence') };
}

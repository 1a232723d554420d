import type { Library } from '../../corpus/library.js';
import type { Found, FoundSentence } from '../../corpus/store/find.js';
import type { Assets } from '../assets.js';
import { counted, newsDate } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { documentHref } from './source.js';

export const FOUND_A_PAGE = 20;

interface FoundLine {
  readonly title: string;
  readonly href: string;
  readonly of: string;
  readonly hits: string;
  readonly sentences: readonly (readonly { readonly text: string; readonly isHit: boolean }[])[];
}

export interface SearchView {
  readonly frame: Frame;
  readonly q: string;
  readonly summary: string;
  readonly found: readonly FoundLine[];
  readonly previous: string;
  readonly next: string;
}

export function searchView(
  { q, page, found: { total, found } }: { readonly q: string; readonly page: number; readonly found: Found },
  library: Library,
  assets: Assets,
): SearchView {
  const address = (to: number): string => `/search?${new URLSearchParams({ q, page: String(to) }).toString()}`;
  const query = new URLSearchParams({ q, page: String(page) }).toString();
  return {
    frame: frameOf(assets, library, {
      title: q === '' ? 'Search' : `Search: ${q}`,
      current: '/search',
      forms: q === '' ? [] : [{ href: `/search.json?${query}`, label: 'JSON' }],
    }),
    q,
    summary:
      q === ''
        ? ''
        : total === 0
          ? 'No document holds all of these words.'
          : `${counted(total, 'document')} with all of these words.`,
    found: found.map(({ document: { id, title, outlet, date, short, language }, sentences, hits }) => ({
      title: title?.is ?? short,
      href: language.supported ? documentHref(id) : `${documentHref(id)}/edit`,
      of: [outlet?.is ?? 'outlet not stated', date === null ? 'date not stated' : newsDate(date.is)].join(', '),
      hits: counted(hits, 'hit'),
      sentences: sentences.map(segmentsOf),
    })),
    previous: page > 1 ? address(page - 1) : '',
    next: page * FOUND_A_PAGE < total ? address(page + 1) : '',
  };
}

function segmentsOf({ start, text, hits }: FoundSentence): { text: string; isHit: boolean }[] {
  const segments: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const hit of hits) {
    segments.push({ text: text.slice(at, hit.start - start), isHit: false });
    segments.push({ text: text.slice(hit.start - start, hit.end - start), isHit: true });
    at = hit.end - start;
  }
  return [...segments, { text: text.slice(at), isHit: false }].filter((segment) => segment.text !== '');
}

export function searchData({ total, found }: Found): object {
  return {
    total,
    found: found.map(({ document: { id, title, outlet, date }, sentences, hits }) => ({
      document: { id, title, outlet, date },
      hits,
      sentences,
    })),
  };
}

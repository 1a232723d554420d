import type { Library } from '../../corpus/library.js';
import type { Found, FoundDocument, FoundSentence } from '../../corpus/search-corpus.js';
import type { DocumentListing } from '../../corpus/store/documents.js';
import type { Assets } from '../assets.js';
import { counted, newsDate } from '../prose.js';
import { frameOf, type Frame } from './frame.js';
import { documentHref } from './source.js';

export const FOUND_A_PAGE = 20;
/** Sentences of a document beside others, and of one that is asked for alone. */
const FIRST_SENTENCES = 5;
const MOST_SENTENCES = 1_000;
/** A longer sentence is a text without stops: what stands round its first hit is shown. */
const LONGEST_SENTENCE = 1_000;
const BEFORE_HIT = 200;

export interface SearchState {
  readonly q: string;
  readonly page: number;
  /** Id of the one document whose sentences are shown. */
  readonly document?: string | undefined;
}

interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

interface FoundLine {
  readonly title: string;
  readonly href: string;
  readonly of: string;
  readonly counts: string;
  readonly sentences: readonly { readonly href: string; readonly pieces: readonly Piece[] }[];
  /** "and 12 sentences more"; empty where all are shown. */
  readonly more: string;
  /** Where they are; empty where no page shows them. */
  readonly moreHref: string;
}

export interface SearchView {
  readonly frame: Frame;
  readonly q: string;
  readonly summary: string;
  /** Where all documents are searched, from a search of one. */
  readonly allHref: string;
  readonly found: readonly FoundLine[];
  readonly previous: string;
  readonly next: string;
}

export function searchView(state: SearchState, found: Found, library: Library, assets: Assets): SearchView {
  const { q, page, document } = state;
  const at = (to: Partial<SearchState>): string => `/search?${searchQuery({ ...state, ...to })}`;
  return {
    frame: frameOf(assets, library, {
      title: q === '' ? 'Search' : `Search: ${q}`,
      current: '/search',
      forms:
        q === ''
          ? []
          : [
              { href: `/search.json?${searchQuery(state)}`, label: 'JSON' },
              { href: `/search.csv?${searchQuery(state)}`, label: 'CSV' },
            ],
    }),
    q,
    summary: summaryOf(state, found),
    allHref: document === undefined || q === '' ? '' : at({ document: undefined }),
    found: found.found.map((each) =>
      foundLine(each, document !== undefined, at({ document: each.document.id, page: 1 })),
    ),
    previous: page > 1 ? at({ page: page - 1 }) : '',
    next: page * FOUND_A_PAGE < found.total ? at({ page: page + 1 }) : '',
  };
}

/** A search's address in one spelling. */
export function searchQuery({ q, page, document }: SearchState): string {
  return new URLSearchParams({ q, ...(document !== undefined && { document }), page: String(page) }).toString();
}

function summaryOf({ q, document }: SearchState, { total }: Found): string {
  if (q === '') return '';
  if (document !== undefined) return total === 0 ? 'It does not hold all of these words.' : 'In one document';
  return total === 0
    ? 'No document holds all of these words.'
    : `${counted(total, 'document')} with all of these words.`;
}

function foundLine(found: FoundDocument, isAlone: boolean, moreHref: string): FoundLine {
  const { document, sentences, hits } = found;
  const { id, title, outlet, date, short } = document;
  const shown = sentences.slice(0, isAlone ? MOST_SENTENCES : FIRST_SENTENCES);
  const rest = sentences.length - shown.length;
  return {
    title: title?.is ?? short,
    href: textHref(document),
    of: [
      outlet?.is ?? 'outlet not stated',
      date === null ? 'date not stated' : newsDate(date.is),
      `document ${id}`,
    ].join(', '),
    counts: `${counted(hits, 'hit')} in ${counted(sentences.length, 'sentence')}`,
    sentences: shown.map((sentence) => ({ href: sentenceHref(found, sentence), pieces: piecesOf(sentence) })),
    more: rest > 0 ? `and ${counted(rest, 'sentence')} more` : '',
    moreHref: isAlone ? '' : moreHref,
  };
}

/** What is in no supported language is not analysed; the page that corrects it shows its text. */
function textHref({ id, language }: DocumentListing): string {
  return language.supported ? documentHref(id) : `${documentHref(id)}/edit`;
}

/** Before a text is analysed its sentences are not told yet: its page is asked for the place. */
function sentenceHref({ document, isRead }: FoundDocument, { start }: FoundSentence): string {
  const href = textHref(document);
  return document.language.supported && !isRead ? `${href}?at=${start}` : `${href}#s-${start}`;
}

function piecesOf({ start, text, hits }: FoundSentence): Piece[] {
  const first = (hits[0]?.start ?? start) - start;
  const from = text.length > LONGEST_SENTENCE ? Math.max(0, first - BEFORE_HIT) : 0;
  const to = Math.min(text.length, from + LONGEST_SENTENCE);
  const pieces: Piece[] = [{ text: from > 0 ? '… ' : '', isHit: false }];
  let at = from;
  for (const hit of hits) {
    if (hit.start - start >= to) break;
    pieces.push({ text: text.slice(at, hit.start - start).toWellFormed(), isHit: false });
    at = Math.min(to, hit.end - start);
    pieces.push({ text: text.slice(hit.start - start, at).toWellFormed(), isHit: true });
  }
  pieces.push({ text: text.slice(at, to).toWellFormed() + (to < text.length ? ' …' : ''), isHit: false });
  return pieces.filter((piece) => piece.text !== '');
}

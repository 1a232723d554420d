import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';

/** What stands round every page. */
export interface Frame {
  readonly title: string;
  readonly corpus: string;
  /** Where the name in the masthead leads. */
  readonly home: string;
  /** The title of the reader's own corpus that the page is of; null for the seeds. */
  readonly own: string | null;
  readonly stylesheet: string;
  readonly icon: string;
  readonly nav: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  /** The href of the navigation that this page belongs to. */
  readonly current: string;
  /** The words in the search box; null where the page has a larger box of its own. */
  readonly typed: string | null;
  /** The page's other forms. */
  readonly forms: readonly { readonly href: string; readonly label: string }[];
  readonly receipt: string;
}

const NAV = [
  { href: '/', label: 'Topics' },
  { href: '/#sources', label: 'Sources' },
  { href: '/terms', label: 'Terms' },
  { href: '/names', label: 'Names' },
  { href: '/method', label: 'Method' },
];

const OWN_NAV = [
  { href: '/', label: 'Topics' },
  { href: '/#sources', label: 'Sources' },
  { href: '/import', label: 'Add documents' },
  { href: '/search', label: 'Search' },
  { href: '/terms', label: 'Terms' },
  { href: '/names', label: 'Names' },
  { href: '/method', label: 'Method' },
];

interface FrameOf {
  readonly title: string;
  /** The href of the navigation that this page belongs to. */
  readonly current: string;
  readonly typed?: string | null | undefined;
  readonly forms?: Frame['forms'] | undefined;
}

export function frameOf(assets: Assets, library: Library, { title, current, typed = '', forms = [] }: FrameOf): Frame {
  return {
    title,
    corpus: library.corpus.title,
    home: '/',
    own: null,
    stylesheet: assets.urlOf('parallax.css'),
    icon: assets.urlOf('parallax.svg'),
    nav: NAV.map((item) => ({ ...item, current: item.href === current })),
    current,
    typed,
    forms,
    receipt: receiptOf(library),
  };
}

/** The frame of a page of a reader's own corpus; before it is analysed there is nothing to give a receipt for. */
export function ownFrame(
  frame: Frame,
  { title, revision }: { readonly title: string; readonly revision: number },
  isAnalysed: boolean,
): Frame {
  return {
    ...frame,
    corpus: title,
    home: '/corpora',
    own: title,
    nav: OWN_NAV.map((item) => ({ ...item, current: item.href === frame.current })),
    receipt: isAnalysed ? frame.receipt : `Corpus “${title}”, revision ${revision}`,
  };
}

/** The seeds' frame where there are corpora beside them. */
export function withCorpora(frame: Frame): Frame {
  const href = '/corpora';
  return { ...frame, nav: [...frame.nav, { href, label: 'Your corpora', current: href === frame.current }] };
}

/** What a result was made with; the same three make the same bytes again. */
export function receiptOf({ corpus, lexicon, documents }: Pick<Library, 'corpus' | 'lexicon' | 'documents'>): string {
  return `Corpus ${corpus.hash.slice(0, 12)} (${documents.length} documents), lexicon ${lexicon.version}`;
}

/** `.json` and `.csv` of an address. */
export function formsOf(path: string, search = ''): Frame['forms'] {
  return [
    { href: `${path}.json${search}`, label: 'JSON' },
    { href: `${path}.csv${search}`, label: 'CSV' },
  ];
}

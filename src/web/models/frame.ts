import type { Library } from '../../corpus/library.js';
import type { Assets } from '../assets.js';

/** What stands round every page. */
export interface Frame {
  readonly title: string;
  readonly corpus: string;
  readonly stylesheet: string;
  readonly icon: string;
  readonly nav: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
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
    stylesheet: assets.urlOf('parallax.css'),
    icon: assets.urlOf('parallax.svg'),
    nav: NAV.map((item) => ({ ...item, current: item.href === current })),
    typed,
    forms,
    receipt: receiptOf(library),
  };
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

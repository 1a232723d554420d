import type { Library } from '../../corpus/library.js';
import { partsOf, sentencesIn } from '../../corpus/parts.js';
import type { AuditLine } from '../../corpus/store/audit.js';
import type { Store } from '../../corpus/store/store.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import { FACTS } from '../drafts.js';
import { valueOfSpan } from '../extent.js';
import type { Refused, StoredCorpus } from '../page.js';
import { counted, grouped } from '../prose.js';
import { changesOf, type Change } from './acts-page.js';
import { languageName } from './document-list.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { FACT_LABELS, foundAt, type FactField } from './review-page.js';
import { documentHref } from './source.js';

interface SentenceRow {
  readonly value: string;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isFurniture: boolean;
  /** Parallax takes it for furniture by itself. */
  readonly isTold: boolean;
}

export interface EditView {
  readonly frame: Frame;
  readonly title: string;
  readonly kicker: string;
  readonly action: string;
  readonly revision: number;
  readonly refused: RefusedLine | null;
  /** What was changed since the editor looked. */
  readonly since: readonly Change[];
  readonly back: string;
  readonly fields: readonly FactField[];
  readonly rows: readonly SentenceRow[];
  readonly isRegionSet: { readonly first: boolean; readonly last: boolean };
  readonly rest: string;
  readonly warnings: readonly string[];
  readonly unsupported: string;
}

/** Sentences that can be chosen; a longer text is a book, whose extent is better cut before it is given. */
const MOST_ROWS = 1_000;

type ReadDocument = Awaited<ReturnType<Store['readDocument']>>;

export function editView(
  document: ReadDocument,
  corpus: StoredCorpus,
  { refused, since }: { readonly refused: Refused | undefined; readonly since: readonly AuditLine[] },
  library: Library,
  assets: Assets,
): EditView {
  const { id, text, region, furniture, short, language, warnings, file, format } = document;
  const all = partsOf(text).flatMap((part) => sentencesIn(text, part));
  const rows = all.slice(0, MOST_ROWS);
  const first = region && all.find(({ end }) => end > region.start);
  const last = region && all.findLast(({ start }) => start < region.end);
  return {
    frame: frameOf(assets, library, { title: `Correct ${short}`, current: '/#sources' }),
    title: document.title?.is ?? short,
    kicker: `Document ${id} · ${file} · ${format}`,
    action: documentHref(id),
    revision: corpus.revision,
    refused: refusedLine(refused),
    since: since.flatMap(changesOf),
    back: language.supported ? documentHref(id) : '/',
    fields: FACTS.map((name) => ({
      name,
      id: `f-${name}`,
      label: FACT_LABELS[name],
      value: typedIn(refused?.body, name) ?? document[name]?.is ?? '',
      found: foundAt(document[name]),
    })),
    rows: rows.map((span) => ({
      value: valueOfSpan(span),
      text: text.slice(span.start, span.end),
      isFirst: region !== null && region.start > 0 && first === span,
      isLast: region !== null && region.end < text.length && last === span,
      isFurniture: furniture.some(({ start, end }) => start < span.end && end > span.start),
      isTold: span.kind === 'furniture' || span.kind === 'note' || span.kind === 'biography',
    })),
    isRegionSet: {
      first: region !== null && region.start > 0,
      last: region !== null && region.end < text.length,
    },
    rest:
      all.length > rows.length
        ? `and ${counted(all.length - rows.length, 'sentence')} more, ${grouped(text.length)} characters in all`
        : '',
    warnings,
    unsupported: language.supported ? '' : `In ${languageName(language.code)}: kept, and not analysed.`,
  };
}

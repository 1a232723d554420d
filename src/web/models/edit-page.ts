import { languageName } from '../../corpus/import/language-name.js';
import type { Library } from '../../corpus/library.js';
import type { AuditLine } from '../../corpus/store/audit.js';
import type { Store } from '../../corpus/store/store.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import { FACTS } from '../drafts.js';
import { typedExtent } from '../extent.js';
import type { Refused, StoredCorpus } from '../page.js';
import { changesOf, type Change } from './acts-page.js';
import { extentView, type ExtentView } from './extent.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { FACT_LABELS, foundAt, type FactField } from './review-page.js';
import { documentHref } from './source.js';

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
  readonly extent: ExtentView;
  readonly warnings: readonly string[];
  readonly unsupported: string;
}

type ReadDocument = Awaited<ReturnType<Store['readDocument']>>;

export function editView(
  document: ReadDocument,
  corpus: StoredCorpus,
  { refused, since }: { readonly refused: Refused | undefined; readonly since: readonly AuditLine[] },
  library: Library,
  assets: Assets,
): EditView {
  const { id, text, short, language, warnings, file, format } = document;
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
    extent: extentView(text, document, { typed: refused && typedExtent(refused.body, '') }),
    warnings,
    unsupported: language.supported ? '' : `In ${languageName(language.code)}: kept, and not analysed.`,
  };
}

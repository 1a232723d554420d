import type { Found, Imported } from '../../corpus/import/imported.js';
import type { Library } from '../../corpus/library.js';
import { partsOf } from '../../corpus/parts.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import { FACTS, type Draft, type DraftDocument, type FactName } from '../drafts.js';
import { CORRECTED } from '../facts.js';
import type { Refused } from '../page.js';
import { counted, grouped } from '../prose.js';
import { languageName } from './document-list.js';
import { frameOf, type Frame } from './frame.js';
import { refusedLine, type RefusedLine } from './refused.js';
import { documentHref } from './source.js';

/** Documents on one page of a draft. */
export const REVIEWED_AT_ONCE = 50;

export const FACT_LABELS: Record<FactName, string> = {
  title: 'Title',
  outlet: 'Outlet',
  author: 'Author',
  date: 'Date',
  url: 'Address',
};

/** An input with what is known and where it was found. */
export interface FactField {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** "found at: og:title", "given by a reader", "not stated". */
  readonly found: string;
}

interface Stretch {
  readonly isFolded: boolean;
  readonly size: string;
  readonly lines: readonly string[];
}

interface Reviewed {
  readonly number: number;
  readonly name: string;
  readonly take: boolean;
  readonly size: string;
  readonly language: string;
  readonly fields: readonly FactField[];
  readonly warnings: readonly string[];
  readonly same: { readonly name: string; readonly href: string } | null;
  readonly twins: readonly { readonly name: string; readonly href: string; readonly share: string }[];
  readonly stretches: readonly Stretch[];
  readonly rest: string;
}

export interface ReviewView {
  readonly frame: Frame;
  readonly title: string;
  readonly action: string;
  readonly summary: string;
  /** What copies were looked for among, where not among all; else empty. */
  readonly compared: string;
  readonly refused: RefusedLine | null;
  readonly documents: readonly Reviewed[];
  readonly page: number;
  readonly pages: number;
  readonly isSaving: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Characters of a text that the page shows: enough to see what was extracted. */
const MOST_SHOWN = 12_000;

export function reviewView(
  draft: Draft,
  asked: number,
  { title, refused }: { readonly title: string; readonly refused: Refused | undefined },
  library: Library,
  assets: Assets,
): ReviewView {
  const { documents, skipped, compared } = draft;
  const pages = Math.max(1, Math.ceil(documents.length / REVIEWED_AT_ONCE));
  const page = Math.min(Math.max(1, asked), pages);
  const from = (page - 1) * REVIEWED_AT_ONCE;
  return {
    frame: frameOf(assets, library, { title: `Look at what was found – ${title}`, current: '/import', typed: null }),
    title,
    action: `/import/${draft.id}`,
    summary: `${counted(documents.length, 'document')} found${skipped.length > 0 ? `, ${grouped(skipped.length)} skipped` : ''}`,
    compared:
      compared === undefined
        ? ''
        : `Copies were looked for among the ${grouped(compared)} newest documents of the corpus.`,
    refused: refusedLine(refused),
    documents: documents
      .slice(from, from + REVIEWED_AT_ONCE)
      .map((document, at) => reviewed(document, from + at, refused)),
    page,
    pages,
    isSaving: documents.filter(({ take }) => take).length,
    skipped: skipped.map(({ name, problem, remedy }) => ({ name, reason: `${problem}: ${remedy}.` })),
  };
}

function reviewed(
  { imported, metadata, take, same, twins }: DraftDocument,
  number: number,
  refused: Refused | undefined,
): Reviewed {
  const { name, text, language, warnings } = imported;
  return {
    number,
    name,
    take,
    size: `${grouped(text.split(/\s+/).length)} words`,
    language: language.supported
      ? language.code === 'und'
        ? 'too short to tell its language; taken for English'
        : languageName(language.code)
      : `${languageName(language.code)}: kept, and not analysed, for only English is`,
    fields: FACTS.map((fact) => ({
      name: `${fact}-${number}`,
      id: `f-${fact}-${number}`,
      label: FACT_LABELS[fact],
      value: typedIn(refused?.body, `${fact}-${number}`) ?? metadata[fact]?.is ?? '',
      found: foundAt(metadata[fact]),
    })),
    warnings,
    same: same ? { name: same.name, href: same.id === undefined ? '' : documentHref(same.id) } : null,
    twins: twins.map((twin) => ({
      name: twin.name,
      href: twin.id === undefined ? '' : documentHref(twin.id),
      share: `${Math.round(twin.share * 100)} %`,
    })),
    ...textShown(imported),
  };
}

/** Where a fact was found, in words. */
export function foundAt(fact: Found | null): string {
  if (fact === null) return 'not stated';
  return fact.found === CORRECTED ? 'given by a reader' : `found at: ${fact.found}`;
}

/** The text in its lines, page furniture folded as its reading will tell it. */
function textShown({ text }: Pick<Imported, 'text'>): Pick<Reviewed, 'stretches' | 'rest'> {
  const head = text.slice(0, MOST_SHOWN).toWellFormed();
  const stretches: { isFolded: boolean; lines: string[] }[] = [];
  for (const { kind, start, end } of partsOf(head)) {
    const isFolded = kind === 'furniture' || kind === 'note' || kind === 'biography';
    const last = stretches.at(-1);
    const line = head.slice(start, end);
    if (last?.isFolded === isFolded) last.lines.push(line);
    else stretches.push({ isFolded, lines: [line] });
  }
  const left = text.length - head.length;
  return {
    stretches: stretches.map((each) => ({ ...each, size: counted(each.lines.length, 'line') })),
    rest: left > 0 ? `and ${grouped(left)} characters more` : '',
  };
}

export function reviewData({ id, documents, skipped }: Draft): object {
  return {
    draft: id,
    documents: documents.map(({ imported, metadata, take, same, twins }) => {
      const { name, format, sha256, language, warnings, text } = imported;
      return {
        name,
        format,
        sha256,
        length: text.length,
        metadata,
        language,
        warnings,
        take,
        same: same ?? null,
        twins,
      };
    }),
    skipped,
  };
}

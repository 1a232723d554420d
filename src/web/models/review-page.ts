import type { Corrections } from '../../corpus/corrected.js';
import type { Found } from '../../corpus/import/imported.js';
import { languageName } from '../../corpus/import/language-name.js';
import type { Library } from '../../corpus/library.js';
import { correctedParts } from '../../corpus/parts.js';
import { OWN_KINDS } from '../../text/reading.js';
import type { Assets } from '../assets.js';
import { typedIn } from '../body.js';
import { FACTS, type Draft, type DraftDocument, type FactName } from '../drafts.js';
import { typedExtent } from '../extent.js';
import { CORRECTED } from '../facts.js';
import type { Refused } from '../page.js';
import { counted, grouped } from '../prose.js';
import { extentView, MOST_ROWS, type ExtentView } from './extent.js';
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
  /** Null where the text is longer than the page can offer. */
  readonly extent: ExtentView | null;
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
/** Sentences and characters of all texts on one page that can be chosen from: cutting so many takes a second at most. */
const MOST_TO_CHOOSE = { rows: 3_000, characters: 2_000_000 };

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
  const onPage = documents.slice(from, from + REVIEWED_AT_ONCE);
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
    documents: onPage.map((document, at) => ({
      ...reviewed(document, from + at, refused),
      extent: extentShown(document, from + at, refused, onPage.length),
    })),
    page,
    pages,
    isSaving: documents.filter(({ take }) => take).length,
    skipped: skipped.map(({ name, problem, remedy }) => ({ name, reason: `${problem}: ${remedy}.` })),
  };
}

function reviewed(
  { imported, metadata, corrections, take, same, twins }: DraftDocument,
  number: number,
  refused: Refused | undefined,
): Omit<Reviewed, 'extent'> {
  const { name, text, language, warnings } = imported;
  return {
    number,
    name,
    take: typedIn(refused?.body, 'page') === undefined ? take : typedIn(refused?.body, `take-${number}`) !== undefined,
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
    ...textShown(imported.text, corrections),
  };
}

/** Where a fact was found, in words. */
export function foundAt(fact: Found | null): string {
  if (fact === null) return 'not stated';
  return fact.found === CORRECTED ? 'given by a reader' : `found at: ${fact.found}`;
}

/** Each text of a page has its share of what can be chosen from. */
function extentShown(
  { imported: { name, text }, corrections }: DraftDocument,
  number: number,
  refused: Refused | undefined,
  onPage: number,
): ExtentView | null {
  if (text.length > MOST_TO_CHOOSE.characters / onPage) return null;
  return extentView(text, corrections, {
    suffix: `-${number}`,
    label: `Sentences of document ${number + 1}, ${name}`,
    most: Math.min(MOST_ROWS, Math.floor(MOST_TO_CHOOSE.rows / onPage)),
    typed: refused && typedExtent(refused.body, `-${number}`),
  });
}

/** The text in its lines, page furniture folded as its reading will tell it. */
function textShown(text: string, corrections: Corrections): Pick<Reviewed, 'stretches' | 'rest'> {
  const head = text.slice(0, MOST_SHOWN).toWellFormed();
  const stretches: { isFolded: boolean; lines: string[] }[] = [];
  for (const { kind, start, end } of correctedParts(head, corrections)) {
    const isFolded = !OWN_KINDS.has(kind);
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
    documents: documents.map(({ imported, metadata, corrections, take, same, twins }) => {
      const { name, format, sha256, language, warnings, text } = imported;
      return {
        name,
        format,
        sha256,
        length: text.length,
        metadata,
        ...corrections,
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

import { z } from 'zod';
import { UNCORRECTED } from '../../corpus/corrected.js';
import { ENCODINGS } from '../../corpus/import/plain-text.js';
import { fromImported } from '../../corpus/store/from-imported.js';
import { ParallaxError } from '../../text/error.js';
import type { Act } from '../act.js';
import { asForm, readBody, typedIn, type Body, type UploadedFile } from '../body.js';
import { type Draft, type DraftDocument } from '../drafts.js';
import { extentOf, typedExtent } from '../extent.js';
import { correctFacts } from '../facts.js';
import { gather } from '../gather.js';
import { withTwins } from '../likeness.js';
import { REVIEWED_AT_ONCE } from '../models/review-page.js';
import { added } from './documents.js';

const CHOICE = z.object({ encoding: z.enum(['', ...ENCODINGS], 'is no encoding that is read').optional() }).loose();

/** `POST /corpora/:corpus/import`: a text or files → a draft to look at. */
export const startImport: Act = async ({ store, corpus, body, drafts, parsers }) => {
  await store.readCorpus(corpus);
  const { encoding } = readBody(CHOICE, body);
  const files = [...pasted(body), ...body.files];
  if (files.length === 0)
    throw new ParallaxError('bad-input', 'there is neither a text nor a file', 'paste a text, or choose a file');
  const { taken, skipped } = await gather(files, { parsers, encoding: encoding === '' ? undefined : encoding });
  const { documents: twinned, compared } = await withTwins(store, corpus, taken);
  const documents = twinned.map((each, index): DraftDocument => {
    const { metadata } = each.imported;
    const isPasted = index === 0 && pasted(body).length > 0;
    const known = isPasted
      ? correctFacts(metadata, (name) => (typedIn(body, name) === '' ? undefined : typedIn(body, name)))
      : metadata;
    return { ...each, metadata: { ...metadata, ...known }, corrections: UNCORRECTED, take: !each.same };
  });
  const draft = drafts.keep({ owner: store.owner, corpus, documents, skipped, compared });
  const json = { draft: draft.id, documents: documents.length, skipped };
  return { to: `/import/${draft.id}`, status: 201, json };
};

/** `POST /corpora/:corpus/import/:draft`: keeps what was corrected on one page of a draft, and goes on or saves. */
export const reviewImport: Act = async (request) => {
  const { store, corpus, params, drafts } = request;
  const body = asForm(request.body);
  const draft = drafts.read({ owner: store.owner, corpus }, params.draft ?? '');
  const go = typedIn(body, 'go') ?? 'save';
  if (go === 'drop') {
    drafts.drop(draft.id);
    return { to: '/', json: { corpus, dropped: draft.id } };
  }
  keepReview(draft, body);
  if (go !== 'save') return { to: `/import/${draft.id}?page=${pageOf(go)}`, json: { draft: draft.id } };
  const chosen = draft.documents.filter(({ take }) => take);
  if (chosen.length === 0)
    throw new ParallaxError('bad-input', 'no document is ticked', 'tick those to save, or leave without saving');
  const taken = chosen.map(({ imported, metadata }) => ({ ...imported, metadata }));
  const corrected = chosen.map(({ imported, metadata, corrections: { region, furniture, article } }) => ({
    ...fromImported({ ...imported, metadata }),
    region,
    furniture: [...furniture],
    article: [...article],
  }));
  const { answer, revision } = await store.addDocuments(corpus, corrected);
  drafts.drop(draft.id);
  return added(request, taken, draft.skipped, answer, revision);
};

/** A pasted text is a file as if it had been saved as one. */
export function pasted(body: Body): UploadedFile[] {
  const text = typedIn(body, 'text') ?? '';
  if (text.trim() === '') return [];
  return [{ name: 'pasted text.txt', bytes: new TextEncoder().encode(text) }];
}

function keepReview(draft: Draft, body: Body): void {
  const page = pageOf(typedIn(body, 'page') ?? '1');
  const from = (page - 1) * REVIEWED_AT_ONCE;
  const isForm = typedIn(body, 'page') !== undefined;
  const reviewed = draft.documents.slice(from, from + REVIEWED_AT_ONCE);
  // All is read before any of it is kept: a page that is refused changes nothing.
  const corrected = reviewed.map((document, at) => correctionsIn(body, `-${from + at}`, document));
  for (const [at, document] of reviewed.entries()) {
    Object.assign(document, corrected[at]);
    if (isForm) document.take = typedIn(body, `take-${from + at}`) !== undefined;
  }
}

/** What a page says of one document, whose fields end in the suffix. */
function correctionsIn(
  body: Body,
  suffix: string,
  { imported, metadata, corrections }: DraftDocument,
): Pick<DraftDocument, 'metadata' | 'corrections'> {
  const extent = typedExtent(body, suffix);
  try {
    return {
      metadata: { ...metadata, ...correctFacts(metadata, (name) => typedIn(body, `${name}${suffix}`)) },
      corrections: extent ? extentOf(extent, imported.text.length) : corrections,
    };
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    throw new ParallaxError(error.code, `in “${imported.name}”, ${error.problem}`, error.remedy);
  }
}

function pageOf(value: string): number {
  const page = /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.max(1, page);
}

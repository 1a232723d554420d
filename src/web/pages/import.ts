import { ENCODINGS } from '../../corpus/import/plain-text.js';
import { typedIn } from '../body.js';
import { FACTS } from '../drafts.js';
import { frameOf } from '../models/frame.js';
import { refusedLine } from '../models/refused.js';
import { reviewData, reviewView } from '../models/review-page.js';
import { ownCorpus, type Page } from '../page.js';
import { NO_QUERY, once, readQuery } from '../query.js';
import { z } from 'zod';

/** `/corpora/:corpus/import`: paste a text, or choose files. */
export const importPage: Page = (request) => {
  const { library, assets, search, refused } = request;
  const { title } = ownCorpus(request);
  readQuery(NO_QUERY, search);
  return {
    address: '/import',
    view: 'import',
    fresh: refused !== undefined,
    html: () => ({
      frame: frameOf(assets, library, { title: `Add documents to ${title}`, current: '/import', typed: null }),
      title,
      refused: refusedLine(refused),
      script: assets.urlOf('drop.js'),
      encodings: ENCODINGS,
      text: typedIn(refused?.body, 'text') ?? '',
      typed: Object.fromEntries(FACTS.map((name) => [name, typedIn(refused?.body, name) ?? ''])),
    }),
  };
};

const REVIEW_QUERY = z.strictObject({ page: once(z.string().regex(/^\d{1,4}$/, 'is no number')).optional() });

/** `/corpora/:corpus/import/:draft`: what was given, to be looked at and corrected before it is saved. */
export const reviewPage: Page = (request) => {
  const { library, assets, params, search, drafts, refused } = request;
  const { id, title, store } = ownCorpus(request);
  const draft = drafts.read({ owner: store.owner, corpus: id }, params.draft ?? '');
  const page = Number(refused ? (typedIn(refused.body, 'page') ?? 1) : (readQuery(REVIEW_QUERY, search).page ?? 1));
  return {
    address: `/import/${draft.id}`,
    view: 'review',
    fresh: true,
    html: () => reviewView(draft, page, { title, refused }, library, assets),
    json: () => reviewData(draft),
  };
};

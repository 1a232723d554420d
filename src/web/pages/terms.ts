import { entryFor, termData, termRows, termView } from '../models/term-page.js';
import { termsData, termsRows, termsView } from '../models/terms-page.js';
import { termHref } from '../models/source.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/terms`: every entry in use, and the rest by category. */
export const termsPage: Page = ({ library, assets, search }) => {
  readQuery(NO_QUERY, search);
  return {
    address: '/terms',
    view: 'terms',
    html: () => termsView(library, assets),
    json: () => termsData(library),
    csv: () => termsRows(library),
  };
};

/** `/terms/:device/:entry`: one entry, and each use in context. */
export const termPage: Page = ({ library, assets, params, search }) => {
  readQuery(NO_QUERY, search);
  const device = params.device ?? '';
  // A wildcard of the route comes as its pieces.
  const id = [params.entry ?? ''].flat().join('/');
  const entry = entryFor(library, device, id);
  if (!entry)
    throw new Refusal(
      404,
      `there is no term “${id.slice(0, 60)}” under “${device.slice(0, 30)}”`,
      'choose one from the list of terms',
    );
  return {
    address: termHref(entry.device, entry.id),
    view: 'term',
    html: () => termView(entry, library, assets),
    json: () => termData(entry, library),
    csv: () => termRows(entry, library),
  };
};

import { corporaData, corporaView, deletedCorpora } from '../models/corpora-page.js';
import type { Page } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/corpora`: the built-in corpus and the reader's own, and the form that makes one. */
export const corporaPage: Page = async ({ library, assets, corpora, search, refused }) => {
  readQuery(NO_QUERY, search);
  if (!corpora) throw new Refusal(404, 'there is no store of corpora here', 'start Parallax with “npm start”');
  const { store } = corpora;
  const listings = await store.listCorpora();
  const deleted = await deletedCorpora(store, listings);
  return {
    address: '/corpora',
    view: 'corpora',
    fresh: true,
    html: () => corporaView({ listings, deleted, isReadOnly: store.readOnly, refused }, library, assets),
    json: () => corporaData(listings),
  };
};

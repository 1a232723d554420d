import { fieldsOfEntry, ENTRY_FORM, NO_ENTRY, type EntryFields } from '../editors/entry-form.js';
import { entriesView, entryView } from '../models/entries-page.js';
import { ownCorpus, type Page, type PageRequest } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { Refusal } from '../refusal.js';

/** `/corpora/:corpus/entries`: the lexicon entries of a corpus's own. */
export const entriesPage: Page = async (request) => {
  const { library, assets, search } = request;
  const corpus = ownCorpus(request);
  readQuery(NO_QUERY, search);
  const entries = (await corpus.store.list(corpus.id, 'entry')).map(({ value }) => value);
  return {
    address: '/entries',
    view: 'entries',
    html: () => entriesView(entries, corpus, library, assets),
    json: () => ({ entries, revision: corpus.revision }),
  };
};

/** `/corpora/:corpus/entries/new` and `/entries/:device/:id/edit`: the form of the built-in lexicon. */
export const entryPage: Page = async (request) => {
  const { library, assets, params, search, refused } = request;
  const corpus = ownCorpus(request);
  if (!refused) readQuery(NO_QUERY, search);
  const entries = (await corpus.store.list(corpus.id, 'entry')).map(({ value }) => value);
  const known = entries.find(({ id, device }) => id === params.id && device === params.device);
  if (params.id !== undefined && !known)
    throw new Refusal(404, `there is no entry “${params.id.slice(0, 60)}” of your own`, 'choose one from the list');
  const fields = typedFields(request) ?? (known ? fieldsOfEntry(known) : NO_ENTRY);
  return {
    address: known ? `/entries/${known.device}/${known.id}/edit` : '/entries/new',
    view: 'entry',
    html: () => entryView({ corpus, known, fields, refused }, library, assets),
  };
};

function typedFields({ refused }: PageRequest): EntryFields | undefined {
  if (!refused) return undefined;
  const { fields, json } = refused.body;
  const given =
    json ?? Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
  const parsed = ENTRY_FORM.safeParse(given);
  return parsed.success ? parsed.data : undefined;
}

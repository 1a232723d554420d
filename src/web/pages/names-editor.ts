import { once } from '../../corpus/remembered.js';
import { suggestedNames } from '../../corpus/suggestions.js';
import type { Referent } from '../../devices/referent.js';
import { fieldsOfLabel, labelsOfFields, NAME_FORM, NO_LABEL, type LabelFields } from '../editors/name-form.js';
import { nameEditorView, namesEditorView } from '../models/names-editor.js';
import { ownCorpus, type Page, type PageRequest } from '../page.js';
import { NO_QUERY, readQuery } from '../query.js';
import { noName } from '../acts/names.js';

/** `/corpora/:corpus/names/edit`: the names of a corpus, and those that its texts suggest. */
export const namesEditorPage: Page = (request) => {
  const { library, assets, search } = request;
  const corpus = ownCorpus(request);
  readQuery(NO_QUERY, search);
  const suggested = once(() => suggestedNames(library));
  return {
    address: '/names/edit',
    view: 'names-editor',
    html: () => namesEditorView(suggested(), corpus, library, assets),
    json: () => ({ names: library.names.referents, suggested: suggested(), revision: corpus.revision }),
  };
};

/** `/corpora/:corpus/names/new` and `/names/:id/edit`: one name with its labels. `label` in the address adds one. */
export const nameEditorPage: Page = (request) => {
  const { library, assets, params, search, refused } = request;
  const corpus = ownCorpus(request);
  const known = library.names.referents.find(({ id }) => id === params.id);
  if (params.id !== undefined && !known) throw noName(params.id);
  const typed = typedName(request);
  const added = search.getAll('label').slice(0, MOST_ADDED);
  const labels: readonly LabelFields[] = typed?.labels ?? [
    ...(known?.labels.map(fieldsOfLabel) ?? []),
    ...added.map((label) => ({ ...NO_LABEL, label, terms: label.toLowerCase() })),
  ];
  const name = typed ?? {
    name: known?.name ?? search.get('name') ?? '',
    kind: known?.kind ?? search.get('kind') ?? 'place',
    of: known?.of ?? '',
  };
  return {
    address: known ? `/names/${encodeURIComponent(known.id)}/edit` : '/names/new',
    view: 'name-editor',
    fresh: search.size > 0,
    html: () => nameEditorView({ corpus, known, name, labels, refused }, library, assets),
  };
};

const MOST_ADDED = 50;

function typedName({
  refused,
}: PageRequest): (Pick<Referent, 'name'> & { kind: string; of: string; labels: LabelFields[] }) | undefined {
  if (!refused) return undefined;
  const { fields, json } = refused.body;
  const given =
    json ?? Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
  const parsed = NAME_FORM.safeParse(given);
  if (!parsed.success) return undefined;
  const { name, kind, of } = parsed.data;
  return { name, kind, of, labels: labelsOfFields(parsed.data).filter(({ label }) => label !== '') };
}

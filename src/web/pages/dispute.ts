import { z } from 'zod';
import { DEVICE_IDS } from '../../devices/lexicon/entry.js';
import { disputeView } from '../models/dispute-page.js';
import { entryFor } from '../models/term-page.js';
import { ownCorpus, type Page, type PageRequest } from '../page.js';
import { once, readQuery } from '../query.js';
import { Refusal } from '../refusal.js';

const word = once(z.string().min(1).max(200));
const DISPUTE_QUERY = z.strictObject({
  document: word,
  device: once(z.enum(DEVICE_IDS, 'is no device')),
  entry: word,
  start: once(z.string().regex(/^\d{1,9}$/, 'is no place in the text')).optional(),
  back: once(z.string().max(300)).optional(),
});

/** `/corpora/:corpus/disputes/new?document=&device=&entry=&start=&back=`: an objection to a mark, in the places it is meant for. */
export const disputePage: Page = async (request) => {
  const { library, assets, refused } = request;
  const corpus = ownCorpus(request);
  const { document: id, device, entry: entryId, start, back = '' } = queryOf(request);
  const document = library.documents.find((each) => each.id === id);
  const entry = entryFor(library, device, entryId);
  if (!document || !entry) throw new Refusal(404, 'there is no such mark', 'follow “Dispute” from a mark’s reason');
  const kept = (await corpus.store.list(corpus.id, 'dispute')).filter(
    ({ value }) => value.document === id && value.device === device && value.entry === entryId,
  );
  const query = new URLSearchParams({
    document: id,
    device,
    entry: entryId,
    ...(start && { start }),
    ...(back && { back }),
  });
  const at = start === undefined ? undefined : Number(start);
  return {
    address: `/disputes/new?${query.toString()}`,
    view: 'dispute',
    html: () => disputeView({ corpus, document, entry, at, back, kept, refused }, library, assets),
  };
};

function queryOf({ search, refused }: PageRequest): z.output<typeof DISPUTE_QUERY> {
  if (!refused) return readQuery(DISPUTE_QUERY, search);
  const sent = new URLSearchParams();
  for (const name of ['document', 'device', 'entry', 'back'])
    for (const value of refused.body.fields.get(name) ?? []) sent.append(name, value);
  return readQuery(DISPUTE_QUERY, sent);
}

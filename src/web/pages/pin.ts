import { z } from 'zod';
import { pinView, sentencesView } from '../models/pin-page.js';
import { ownCorpus, type Page, type PageRequest } from '../page.js';
import { once, readQuery } from '../query.js';
import { Refusal } from '../refusal.js';
import { namedTopic } from './topic.js';

const word = once(z.string().min(1).max(120));
const offset = once(z.string().regex(/^\d{1,9}$/, 'is no place in the text'));
const PIN_QUERY = z.strictObject({
  topic: word,
  document: word,
  start: offset.optional(),
  in: once(z.enum(['yes', 'no'], 'takes yes or no')).optional(),
});

/** `/corpora/:corpus/pins/new?topic=&document=&start=&in=`: one sentence to put in or take out; without a place, all to choose from. */
export const pinPage: Page = (request) => {
  const { library, assets, refused } = request;
  const corpus = ownCorpus(request);
  const { topic: topicId, document: id, start, in: isIn } = queryOf(request);
  const topic = namedTopic(library, topicId);
  const document = library.documents.find((each) => each.id === id);
  if (!document)
    throw new Refusal(404, `there is no document “${id.slice(0, 60)}”`, 'choose one from the list of sources');
  const { reading } = library.analysisOf(document);
  const query = new URLSearchParams({
    topic: topic.id,
    document: id,
    ...(start && { start }),
    ...(isIn && { in: isIn }),
  });
  const sentence = reading.sentences.find((each) => each.start === Number(start ?? NaN));
  if (start !== undefined && !sentence)
    throw new Refusal(404, 'no sentence begins there', 'choose one from the list of its sentences');
  return {
    address: `/pins/new?${query.toString()}`,
    view: sentence ? 'pin' : 'pin-sentences',
    html: () =>
      sentence
        ? pinView({ corpus, topic, document, sentence, isIn: isIn !== 'no', refused }, library, assets)
        : sentencesView({ topic, document }, library, assets),
  };
};

/** Shown again after a refusal, the page takes what the form had sent. */
function queryOf({ search, refused }: PageRequest): z.output<typeof PIN_QUERY> {
  if (!refused) return readQuery(PIN_QUERY, search);
  const sent = new URLSearchParams();
  for (const name of ['topic', 'document', 'start', 'in'])
    for (const value of refused.body.fields.get(name) ?? []) sent.append(name, value);
  return readQuery(PIN_QUERY, sent);
}

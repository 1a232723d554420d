import { z } from 'zod';
import type { Act } from '../act.js';
import { many, readBody } from '../body.js';
import { fault } from '../editors/topic-form.js';
import { spanOfValue } from '../extent.js';

const MARKS = z.looseObject({ document: z.string(), device: z.string(), entry: z.string(), place: many.default([]) });

/** An act on marks of a document, refused where one of its places has no such mark. */
export const onMarks =
  (act: Act): Act =>
  async (request) => {
    const { corpora, corpus, store, body } = request;
    const { document: id, device, entry, place } = readBody(MARKS, body);
    // Who names no document of the corpus is told that first.
    await store.readDocument(corpus, id);
    const { library } = await corpora.open(corpus);
    const document = library.documents.find((each) => each.id === id);
    const marks = new Set(
      (document ? library.analysisOf(document).findings : [])
        .filter((finding) => finding.device === device && finding.entry.id === entry)
        .map(({ start, end }) => `${start}-${end}`),
    );
    for (const { start, end } of place.map(spanOfValue))
      if (!marks.has(`${start}-${end}`))
        throw fault('a place has no such mark', 'follow “Dispute” from a mark’s reason and choose one of its places');
    return act(request);
  };

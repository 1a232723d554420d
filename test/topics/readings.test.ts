import { expect, test } from '@jest/globals';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { retrieve } from '../../src/topics/retrieve.js';
import { openTopic, type Topic } from '../../src/topics/topic.js';
import { agreement, f1, QUERIES, type Agreement } from '../readings.js';

const { documents, analysisOf, names, lexicon, topic, topicFromQuery } = openSeedLibrary();
const readings = documents.map((document) => ({ id: document.id, reading: analysisOf(document).reading }));

/** How well a topic's retrieved sentences agree with two careful readers. */
function agreementOn(key: string, asked: Topic): Agreement {
  const open = openTopic(asked, names, lexicon.inflect);
  const retrieved = readings.flatMap(({ id, reading }) =>
    retrieve(reading, open).passages.flatMap(({ sentences }) =>
      sentences.map(({ index }) => `${id}:${reading.sentences[index]?.start ?? 0}`),
    ),
  );
  return agreement(key, new Set(retrieved));
}

// Plain keyword search reaches 0.75 on the named topics and 0.66 on the typed ones.
test.each(['minsk-group', 'recognition-votes', 'new-caledonia'])('finds the sentences on %s', (id) => {
  const found = agreementOn(id, topic(id));
  expect({ enough: f1(found) >= 0.9, found }).toEqual({ enough: true, found });
});

test('finds the sentences on topics typed as plain words', () => {
  const each = Object.entries(QUERIES).map(([key, query]) => agreementOn(key, topicFromQuery(query)));
  const all: Agreement = {
    found: each.reduce((sum, { found }) => sum + found, 0),
    wrong: each.flatMap(({ wrong }) => wrong),
    missed: each.flatMap(({ missed }) => missed),
  };
  const macro = each.reduce((sum, one) => sum + f1(one), 0) / each.length;
  expect({ topics: each.length, macro: macro >= 0.85, micro: f1(all) >= 0.85 }).toEqual({
    topics: 14,
    macro: true,
    micro: true,
  });
});

import { describe, expect, test } from '@jest/globals';
import { compare } from '../../src/compare/compare.js';
import { countsForAuthor } from '../../src/compare/disputes.js';
import { comparisonJsonSchema, comparisonSchema, type Comparison } from '../../src/compare/schema/comparison.js';
import { type ComparedDocument } from '../../src/compare/schema/document.js';
import { loadWordLists } from '../../src/corpus/compiled.js';
import { sourceOf } from '../../src/corpus/library.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { analyse } from '../../src/devices/analyse.js';
import { DEVICE_IDS } from '../../src/devices/lexicon/entry.js';
import { openTopic } from '../../src/topics/topic.js';

const library = openSeedLibrary();
const { topics, documents, compareTopic, compareQuery, names, lexicon } = library;
const asked: readonly [string, () => Comparison][] = [
  ...topics.map((topic): [string, () => Comparison] => [topic.id, () => compareTopic(topic)]),
  ...["Turkey's part in the conflict", 'the Second Karabakh War', 'blorptastic zorgles'].map(
    (query): [string, () => Comparison] => [query, () => compareQuery(query)],
  ),
];

describe.each(asked)('the comparison on %s', (_, make) => {
  const comparison = make();

  test('is what its schema promises', () => {
    expect(comparisonSchema.safeParse(comparison).error?.issues).toBeUndefined();
  });

  test('covers every document, in the corpus’s order', () => {
    expect(comparison.documents.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
  });

  test('points into the stored texts', () => {
    const wrong = comparison.documents.flatMap(({ id, passages, nearestMiss }) => {
      const text = documents.find((document) => document.id === id)?.text ?? '';
      const sentences = passages.flatMap((passage) => passage.sentences);
      const spans = [
        ...sentences,
        ...sentences.flatMap(({ findings }) => findings),
        ...(nearestMiss ? [nearestMiss] : []),
      ];
      return spans.filter((span) => text.slice(span.start, span.end) !== span.text);
    });
    expect(wrong).toEqual([]);
  });

  test('keeps findings inside their sentences, and sentences inside their passages, in order', () => {
    const wrong = comparison.documents.flatMap(({ passages }) =>
      passages.flatMap(({ start, end, sentences }) => [
        ...sentences.filter((sentence, at) => sentence.start < (sentences[at - 1]?.end ?? start) || sentence.end > end),
        ...sentences.flatMap((sentence) =>
          sentence.findings.filter((finding) => finding.start < sentence.start || finding.end > sentence.end),
        ),
      ]),
    );
    expect(wrong).toEqual([]);
  });

  test('is silent exactly where there is no passage', () => {
    for (const { coverage, passages, nearestMiss, counts } of comparison.documents) {
      const silent = passages.length === 0;
      expect([coverage, counts.sentences === 0, silent || nearestMiss === null]).toEqual([
        silent ? 'silent' : 'covered',
        silent,
        true,
      ]);
    }
  });

  test('counts what it shows', () => {
    for (const document of comparison.documents) expect(document.counts.marks).toEqual(marksOf(document));
  });

  test('is the same bytes again', () => {
    const again = openSeedLibrary();
    const topic = topics.find(({ id }) => id === comparison.topic.id);
    const second = topic ? again.compareTopic(topic) : again.compareQuery(comparison.topic.title);
    expect(JSON.stringify(second)).toBe(JSON.stringify(comparison));
  });
});

test('the comparison of kept analyses is that of texts read afresh', () => {
  const topic = library.topic('new-caledonia');
  const kept = compareTopic(topic);
  const fresh = compare(
    openTopic(topic, names, lexicon.inflect),
    documents.map((document) => sourceOf(document, analyse(document.text, lexicon, names))),
    { corpus: kept.corpus, lexicon: kept.lexicon, names, lists: loadWordLists() },
  );
  expect(fresh).toEqual(kept);
});

test('compares what two short texts say, as one value', () => {
  const [a, b] = [
    'The so-called “vote” was held in May. Its members claimed that it was a shameful fraud.',
    'Taxes rose in May.',
  ].map((text, at) => source(`text-${at}`, text));
  const topic = {
    id: 'vote',
    title: 'The vote',
    question: 'What was it?',
    cues: [{ groups: [['vote']], near: false }],
    not: [],
    typed: false,
  };
  const { documents: compared } = compare(openTopic(topic, names, lexicon.inflect), a && b ? [a, b] : [], {
    corpus: { id: 'x', title: 'X', hash: '0' },
    lexicon: { version: '0', entries: 0 },
    names,
    lists: loadWordLists(),
  });
  const shown = compared.map(({ id, coverage, passages, tone, speakers }) => ({
    id,
    coverage,
    passages: passages.map(({ sentences }) =>
      sentences.map(({ reason, text, findings }) => [
        reason,
        text,
        ...findings.map((each) => `${each.device}: ${each.text} (${each.voice})`),
      ]),
    ),
    tone: tone.score,
    speakers: speakers.map(({ speaker, cues }) => [speaker, ...cues.map(({ cue, stance }) => `${cue} (${stance})`)]),
  }));
  expect(shown).toEqual([
    {
      id: 'text-0',
      coverage: 'covered',
      passages: [
        [
          [
            'cue',
            'The so-called “vote” was held in May.',
            'distancing: so-called (author)',
            'distancing: “vote” (scare)',
          ],
          [
            'continues',
            'Its members claimed that it was a shameful fraud.',
            'attribution: claimed (author)',
            'loaded-terms: shameful (reported)',
            'sentiment: shameful (reported)',
            'sentiment: fraud (reported)',
          ],
        ],
      ],
      tone: null,
      speakers: [['members', 'claimed (doubt)']],
    },
    { id: 'text-1', coverage: 'silent', passages: [], tone: null, speakers: [] },
  ]);
});

test('publishes a JSON Schema that names every field', () => {
  const schema = JSON.stringify(comparisonJsonSchema());
  for (const field of ['coverage', 'nearestMiss', 'passages', 'findings', 'voice', 'why', 'tone'])
    expect(schema).toContain(`"${field}"`);
});

function marksOf({ passages, counts }: ComparedDocument): ComparedDocument['counts']['marks'] {
  const findings = passages.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.findings));
  const counted = DEVICE_IDS.map((device) => {
    const all = findings.filter((finding) => finding.device === device);
    const author = all.filter(countsForAuthor).length;
    const per100 = counts.words === 0 ? 0 : Math.round((author / counts.words) * 1000) / 10;
    return [device, { author, all: all.length, per100 }] as const;
  });
  return Object.fromEntries(counted) as ComparedDocument['counts']['marks'];
}

function source(id: string, text: string): Parameters<typeof compare>[1][number] {
  const unknown = 'unknown' as const;
  return {
    id,
    file: `${id}.txt`,
    short: id,
    title: unknown,
    outlet: unknown,
    author: unknown,
    date: unknown,
    latest: null,
    analysis: analyse(text, lexicon, names),
  };
}

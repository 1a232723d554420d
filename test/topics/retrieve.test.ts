import { describe, expect, test } from '@jest/globals';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { read } from '../../src/text/read.js';
import { retrieve, type Retrieved } from '../../src/topics/retrieve.js';
import { openTopic, type TopicCue } from '../../src/topics/topic.js';

const library = openSeedLibrary();
const { names, lexicon } = library;

interface Asked {
  readonly cues: readonly TopicCue[];
  readonly not?: readonly string[];
}

const alone = (phrase: string): TopicCue => ({ groups: [[phrase]], near: false });
const REACTOR: Asked = { cues: [alone('reactor')] };

function retrieved(text: string, { cues, not = [] }: Asked): Retrieved & { told: string[] } {
  const reading = read(text, lexicon.partLines);
  const open = openTopic({ id: 'x', title: 'X', question: 'X?', cues, not, typed: false }, names, lexicon.inflect);
  const found = retrieve(reading, open);
  const told = found.passages.flatMap(({ sentences }) =>
    sentences.map(({ index, reason }) => {
      const { start = 0, end = 0 } = reading.sentences[index] ?? {};
      return `${reason}: ${text.slice(start, end)}`;
    }),
  );
  return { ...found, told };
}

describe('goes on from a sentence that met a cue to one that', () => {
  test.each([
    ['opens with a pronoun', 'It was closed in May.'],
    ['opens with a demonstrative', 'This surprised nobody.'],
    ['orders events', 'The next month, they asked for more.'],
    ['adds to what was said', 'Also he blamed the ministry.'],
    ['takes up its noun', 'The danger was great.'],
    ['leans on it behind a connective', 'As a result, it was closed.'],
    ['leans on it behind an opening phrase', 'Over the course of its work, nothing broke.'],
  ])('%s', (_, second) => {
    expect(retrieved(`The old reactor was a danger. ${second} Paris is a city in France.`, REACTOR).told).toEqual([
      'cue: The old reactor was a danger.',
      `continues: ${second}`,
    ]);
  });
});

describe('does not go on to a sentence that', () => {
  test.each([
    ['names its own matter', 'Paris is a city in France.'],
    ['opens with "it is … that"', 'It is clear that the harvest was poor.'],
    ['names a time', 'This year, taxes rose by a tenth.'],
    ['is of another paragraph', '\n\nTaxes rose in May and fell in June of that year.'],
  ])('%s', (_, second) => {
    expect(retrieved(`The old reactor was a danger. ${second}`, REACTOR).told).toEqual([
      'cue: The old reactor was a danger.',
    ]);
  });
});

test('fills one sentence between two on the topic', () => {
  const text = 'The reactor was old. Engineers had warned of cracks. The reactor was closed. Taxes rose.';
  expect(retrieved(text, REACTOR).told).toEqual([
    'cue: The reactor was old.',
    'between: Engineers had warned of cracks.',
    'cue: The reactor was closed.',
  ]);
});

test('takes groups that must meet from the sentence or, near, from its neighbour', () => {
  const text = 'The vote was held in May. Karabakh was not named. Taxes rose in June. Senators went home.';
  const cue = (near: boolean): Asked => ({ cues: [{ groups: [['vote'], ['@karabakh']], near }] });
  expect([retrieved(text, cue(true)).told, retrieved(text, cue(false)).told]).toEqual([
    ['cue: The vote was held in May.'],
    [],
  ]);
});

test('leaves out a sentence with an excluding phrase', () => {
  const asked = { cues: [alone('resolution')], not: ['security council'] };
  expect(retrieved('The Senate passed a resolution. The Security Council passed a resolution.', asked).told).toEqual([
    'cue: The Senate passed a resolution.',
  ]);
});

test('groups consecutive sentences into passages', () => {
  const text = 'The reactor was old. It was closed. Taxes rose in May. Paris is a city. The reactor was sold.';
  const { passages } = retrieved(text, REACTOR);
  expect(passages.map(({ sentences }) => sentences.map(({ index }) => index))).toEqual([[0, 1], [4]]);
});

test('names the nearest miss of a silent text: what it met and what is missing', () => {
  const asked: Asked = { cues: [{ groups: [['vote', 'resolution'], ['senate'], ['@karabakh']], near: false }] };
  const { passages, nearestMiss } = retrieved('Taxes rose. Karabakh was named in the senate. The senate slept.', asked);
  expect({ passages, nearestMiss }).toEqual({
    passages: [],
    nearestMiss: { index: 1, met: ['senate', 'Karabakh'], missing: [['vote', 'resolution']] },
  });
});

test('names no miss where nothing was met', () => {
  expect(retrieved('Taxes rose in May.', REACTOR)).toEqual({ passages: [], nearestMiss: undefined, told: [] });
});

describe('in the seeds', () => {
  const { documents, analysisOf, compareTopic, compareQuery, topic } = library;

  test.each([
    ['minsk-group', '001', 'Over the course of its work'],
    ['recognition-votes', '003', 'The next month, 188 deputies'],
    ['new-caledonia', '004', 'Also he accused Azerbaijan'],
  ])('%s holds in %s the sentence that names nothing: "%s …"', (id, document, opening) => {
    const sentences = compareTopic(topic(id))
      .documents.find((each) => each.id === document)
      ?.passages.flatMap((passage) => passage.sentences);
    expect(sentences?.filter(({ text }) => text.startsWith(opening)).map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^(?:continues|cue|between)$/),
    ]);
  });

  test('every topic is shared by two documents at least', () => {
    const shared = library.topics.map((each) => ({
      id: each.id,
      documents: compareTopic(each).documents.filter(({ coverage }) => coverage === 'covered').length,
    }));
    expect(shared.filter((each) => each.documents < 2)).toEqual([]);
    expect(shared.length).toBeGreaterThanOrEqual(9);
  });

  // 003 names all of these, but only in its menu, its related headlines or its cookie note.
  test.each(['cookies', 'Zimbabwe', 'Hungary', 'India', 'Pakistan', 'plenary', 'gender'])(
    'what stands only in furniture is no coverage: %s',
    (word) => {
      const text = documents.find(({ id }) => id === '003')?.text ?? '';
      expect(text.toLowerCase()).toContain(word.toLowerCase());
      expect(compareQuery(word).documents.map(({ coverage, nearestMiss }) => ({ coverage, nearestMiss }))).toEqual(
        documents.map(() => ({ coverage: 'silent', nearestMiss: null })),
      );
    },
  );

  test('no passage holds anything but the article’s own prose', () => {
    for (const document of documents) {
      const { reading } = analysisOf(document);
      for (const each of library.topics) {
        const { passages } = retrieve(reading, openTopic(each, names, lexicon.inflect));
        const kinds = passages.flatMap(({ sentences }) => sentences.map(({ index }) => reading.sentences[index]?.kind));
        expect(kinds.filter((kind) => kind !== 'prose')).toEqual([]);
      }
    }
  });

  test('a silent document shows its nearest miss', () => {
    const { documents: compared } = compareTopic(topic('recognition-votes'));
    expect(compared.find(({ id }) => id === '002')?.nearestMiss).toEqual({
      start: expect.any(Number),
      end: expect.any(Number),
      text: 'Despite claiming they had no link to the protests, Baku invited leaders of various separatist movements in French territories in July 2023.',
      met: ['separatist', 'French'],
      missing: [['vote', 'adopt', 'resolution', 'ballot']],
    });
  });
});

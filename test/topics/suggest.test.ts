import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { baseForms } from '../../src/compare/statements/base-form.js';
import { loadLexicon, loadWordLists } from '../../src/corpus/compiled.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { retrieve } from '../../src/topics/retrieve.js';
import { suggestTopics, type SuggestSource, type Suggestion } from '../../src/topics/suggest.js';
import { spread } from '../../src/topics/suggest/spread.js';
import { openTopic } from '../../src/topics/topic.js';

const lexicon = loadLexicon(true);
const { related, rarity } = loadWordLists();
const { baseOf } = baseForms(rarity);
const words = { names: NO_NAMES, related, rarity, baseOf, inflect: lexicon.inflect };

function sourcesOf(texts: readonly string[]): SuggestSource[] {
  return texts.map((text, at) => {
    const analysis = analyse(text, lexicon, NO_NAMES);
    return { id: String(at), analysis: () => analysis };
  });
}

const TEXTS = [
  'The reservoir of Oakfield broke its dam on Sunday. Engineers had warned of the dam for years. The school choir won a prize. Bakeries sold out of bread.',
  'A dam above Oakfield burst, and the reckless water board kept silent. Engineers blamed the dam on thrift. The football season opened. A museum bought a painting.',
  'Mushrooms were plentiful this year. The painting in the museum was cleaned. Nobody came to the choir. The tram line will be closed.',
];

describe('suggested topics', () => {
  const suggested = suggestTopics(sourcesOf(TEXTS), words);

  test('are what at least two documents share, each with its passages', () => {
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.every(({ documents }) => documents.length > 1)).toBe(true);
    const dam = suggested.find(({ topic }) => topic.cues.some(({ groups }) => groups.flat().includes('dam')));
    expect(dam?.documents.map(({ id }) => id)).toEqual(['0', '1']);
  });

  test('say no word that one document alone has', () => {
    const phrases = suggested.flatMap(({ topic }) => topic.cues.flatMap(({ groups }) => groups.flat()));
    expect(phrases.filter((phrase) => ['mushroom', 'football', 'bakery', 'tram'].includes(phrase))).toEqual([]);
  });

  const STRIKE = [
    'The dockers’ strike closed the port of Oakmouth on Monday. She insisted that the pay offer was fair. Strikers unloaded nothing. The union rejected the pay offer. Helen Marsh was at sea. Two dockers were killed last year.',
    'A strike at the port of Oakmouth cost millions. She insisted on the pay offer. Helen Marsh flew home. The strike goes on, and crews unload nothing. The deaths at the dock were not discussed.',
  ];
  const titles = (texts: readonly string[]): string[] =>
    suggestTopics(sourcesOf(texts), words).map(({ topic }) => topic.title);

  test('are called by the texts’ own words, a name by its capitals', () => {
    const told = titles(STRIKE);
    expect(told).toEqual(expect.arrayContaining(['Strike', 'Pay offer', 'Helen Marsh']));
    expect(told).not.toContain('Airstrike');
  });

  test('put first what stands throughout every document', () => {
    expect(titles(STRIKE)[0]).toBe('Strike');
  });

  test('are no verbs and no adjectives', () => {
    const told = titles(STRIKE).join(' ').toLowerCase();
    expect(['insist', 'unload', 'fair', 'kill'].filter((word) => told.includes(word))).toEqual([]);
  });

  test('find a family by the words of it that the texts say, and no others', () => {
    const cues = suggestTopics(sourcesOf(STRIKE), words).flatMap(({ topic }) =>
      topic.cues.flatMap(({ groups }) => groups.flat()),
    );
    expect(cues.filter((phrase) => ['airstrike', 'bombing', 'treaty', 'fatality'].includes(phrase))).toEqual([]);
  });

  test('are a dozen at most of two short articles', () => {
    const long = STRIKE.map((text) => Array.from({ length: 6 }, () => text).join('\n\n'));
    expect(titles(long).length).toBeLessThanOrEqual(12);
  });

  test('are the same whatever the documents’ order', () => {
    const told = (each: Suggestion): unknown => [
      each.topic,
      each.shared,
      each.differing,
      each.documents.map(({ id, passages }) => [id, passages]).sort(),
    ];
    const sources = sourcesOf(TEXTS);
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(suggestTopics(shuffled, words).map(told)).toEqual(suggested.map(told));
      }),
      { numRuns: 6 },
    );
  });

  test('are none where nothing is shared', () => {
    expect(suggestTopics(sourcesOf(['Rents rose.', 'Swallows left.']), words)).toEqual([]);
    expect(suggestTopics([], words)).toEqual([]);
  });

  // Of the twelve written topics of the built-in corpus, those whose sentences a suggestion gives again (F1 ≥ 0.5).
  test('find most of the topics that were written for the built-in corpus', () => {
    const { documents, analysisOf, names, topics, lexicon: built } = openSeedLibrary();
    const sources = documents.map((document) => ({ id: document.id, analysis: () => analysisOf(document) }));
    const all = suggestTopics(sources, { ...words, names }).map((each) =>
      keysOf(each.documents.map(({ id, passages }) => ({ id, passages }))),
    );
    const found = topics.filter((topic) => {
      const open = openTopic(topic, names, built.inflect);
      const written = keysOf(sources.map(({ id, analysis }) => ({ id, ...retrieve(analysis().reading, open) })));
      return all.some((keys) => {
        const both = [...written].filter((key) => keys.has(key)).length;
        return (2 * both) / (written.size + keys.size) >= 0.5;
      });
    });
    expect(found.length).toBeGreaterThanOrEqual(8);
  });
});

function keysOf(given: readonly Suggestion['documents'][number][]): Set<string> {
  return new Set(
    given.flatMap(({ id, passages }) =>
      passages.flatMap(({ sentences }) => sentences.map(({ index }) => `${id} ${index}`)),
    ),
  );
}

describe('spread', () => {
  const marks = (...each: [string, number][]): Map<string, number> => new Map(each);

  test('is 0 for marks alike and for one document, and grows towards 1 for marks apart', () => {
    expect(spread([marks(['a', 3], ['b', 1]), marks(['a', 6], ['b', 2])])).toBe(0);
    expect(spread([marks(['a', 3])])).toBe(0);
    const few = spread([marks(['a', 1]), marks(['b', 1])]);
    const many = spread([marks(['a', 100]), marks(['b', 100])]);
    expect([few < many, many > 0.9, many <= 1]).toEqual([true, true, true]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { logOddsRatio, PRIOR_WORDS } from '../../src/compare/contrast/log-odds.js';
import { contrastOf, FEWEST_USES, LEAST_Z, MOST_KEYWORDS, MOST_PLACES } from '../../src/compare/contrast.js';
import type { OnTopic } from '../../src/compare/on-topic.js';
import { contrastSchema, type Keyword } from '../../src/compare/schema/contrast.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();

/** A document of which every sentence, or the first `most`, is on the topic. */
function document(id: string, text: string, most = Infinity): OnTopic {
  const analysis = analyse(text, lexicon, NO_NAMES);
  return { id, date: null, analysis, indices: analysis.reading.sentences.map((_, at) => at).filter((at) => at < most) };
}

function keywords(documents: readonly OnTopic[], id: string, reference: string | null = null): readonly Keyword[] {
  return contrastOf(documents, reference).documents.find((each) => each.document === id)?.keywords ?? [];
}

const phrases = (found: readonly Keyword[]): string[] => found.map(({ phrase }) => phrase);

const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join(' ');
const picket = document('picket', repeat('Strikers at the gate stopped every lorry. The picket line held firm.', 10));
const office = document('office', repeat('Commuters waited for a bus in the rain. The office stayed shut.', 10));

describe('the words that set a document apart', () => {
  test('are its own, with their counts and places', () => {
    const found = keywords([picket, office], 'picket');
    expect(phrases(found)).toContain('picket line held');
    const strikers = found.find(({ phrase }) => phrase === 'Strikers at the gate');
    expect(strikers).toBeUndefined();
    const [first] = found;
    expect({ ...first, places: first?.places.length }).toMatchObject({
      count: 10,
      words: 120,
      otherCount: 0,
      otherWords: 120,
      places: 10,
      verdict: 'holds',
    });
  });

  test('stand in the stored text', () => {
    const { text } = picket.analysis.reading;
    const places = keywords([picket, office], 'picket').flatMap((each) => each.places);
    expect(places.filter(({ start, end, text: shown }) => text.slice(start, end) !== shown)).toEqual([]);
  });

  test('begin and end in words that name something, and cross no mark and no number', () => {
    const text = repeat('The mayor of the port paid forty clerks, guards and “night porters” of the port.', 6);
    const found = keywords([document('a', text), office], 'a').flatMap(({ places }) => places.map((each) => each.text));
    expect(found.filter((each) => /^(?:the|of|and)\b|\b(?:the|of|and)$|[“”,.]|forty/i.test(each))).toEqual([]);
  });

  test('leave out a phrase that is never used without a longer one', () => {
    const text = repeat('The harbour pilots union met. Rain fell.', 6);
    const found = phrases(keywords([document('a', text), office], 'a'));
    expect(found).toContain('harbour pilots union');
    expect(found).not.toContain('pilots');
    expect(found).not.toContain('harbour pilots');
  });

  test('are used in two sentences at least', () => {
    const text = 'The dyke broke, the dyke failed, the dyke gave way. Water rose. Nobody slept.';
    expect(phrases(keywords([document('a', text), office], 'a'))).not.toContain('dyke');
    expect(FEWEST_USES).toBe(2);
  });

  test('leave out what all articles say, on the topic or off it', () => {
    // In the passages of one alone, but the articles of both are full of it.
    const one = document('one', `The levy rose. The levy fell. ${repeat('The weather was mild.', 4)}`);
    const other = document(
      'other',
      `Buses ran late. Buses broke down. ${repeat('The levy was discussed. The levy was paid.', 30)}`,
      2,
    );
    expect(phrases(keywords([one, other], 'one'))).not.toContain('levy');
  });

  test('hold only if no one sentence decides', () => {
    const once = document(
      'once',
      `${repeat('The fair opened in the square at noon.', 12)} ${Array.from({ length: 9 }, () => 'flood').join(' or ')}. A flood.`,
    );
    const found = keywords([once, office], 'once').find(({ phrase }) => phrase === 'flood');
    expect(found?.low).toBeGreaterThan(0);
    expect(found?.verdict).toBe('too-few');
  });
});

describe('a contrast', () => {
  const market = document('market', repeat('Traders counted the takings. Strikers bought bread.', 10));

  test('of one document is empty', () => {
    expect(contrastOf([picket], null)).toEqual({ reference: null, documents: [{ document: 'picket', keywords: [] }] });
    expect(contrastOf([], null)).toEqual({ reference: null, documents: [] });
  });

  test('sets each against the reference, which is left out', () => {
    const { reference, documents } = contrastOf([picket, office, market], 'market');
    expect([reference, ...documents.map((each) => [each.document, each.keywords[0]?.otherWords])]).toEqual([
      'market',
      ['picket', 70],
      ['office', 70],
    ]);
  });

  test('with a reference that is silent on the topic sets nothing apart', () => {
    expect(contrastOf([picket, office], 'market')).toEqual({ reference: 'market', documents: [] });
    const silent = document('market', 'Traders counted the takings.', 0);
    expect(contrastOf([picket, office, silent], 'market')).toEqual({ reference: 'market', documents: [] });
  });

  test('counts the parts of a hyphenated word as uses of them', () => {
    const part = document('part', repeat('The Wexford bridge fell. Wexford weeps.', 6));
    const whole = document('whole', repeat('The upper-Wexford bridge fell. Upper-Wexford-Bridge weeps.', 6));
    const [single] = keywords([part, whole], 'part').filter(({ phrase }) => phrase === 'Wexford');
    expect([single?.count, single?.otherCount]).toEqual([12, 12]);
    const odd = document('odd', repeat('The bridge fell near upper-Wexford.', 3));
    const wexford = keywords([part, odd], 'part').find(({ phrase }) => phrase === 'Wexford');
    expect([wexford?.count, wexford?.otherCount]).toEqual([12, 3]);
    const { text } = odd.analysis.reading;
    const places = keywords([odd, office], 'odd').flatMap((each) => each.places);
    expect(places.filter(({ start, end, text: shown }) => text.slice(start, end) !== shown)).toEqual([]);
  });

  test('lists so many places of a phrase and counts them all', () => {
    const [flood] = keywords([document('floods', repeat('Flood and flood again.', 200)), office], 'floods');
    expect([flood?.count, flood?.places.length]).toEqual([400, MOST_PLACES]);
  });

  const word = fc.constantFrom(
    'strike',
    'port',
    'mayor',
    'rents',
    'the',
    'of',
    'flood',
    'tax',
    'river',
    ',',
    'forty',
    '“vote”',
    'old-town',
  );
  const text = fc
    .array(
      fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => `Then ${words.join(' ')}.`),
      { minLength: 1, maxLength: 12 },
    )
    .map((each) => each.join(' '));

  test('is the same in whatever order documents come, fits its schema, and lists the best first', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, set) => {
        const documents = texts.map((each, at) => document(`d${at}`, each));
        const reference = set ? 'd0' : null;
        const contrast = contrastOf(documents, reference);
        const turned = contrastOf([...documents].reverse(), reference);
        expect([...turned.documents].reverse()).toEqual(contrast.documents);
        expect(contrastSchema.safeParse(contrast).error).toBeUndefined();
        for (const { document: id, keywords: found } of contrast.documents) {
          const stored = documents.find((each) => each.id === id)?.analysis.reading.text ?? '';
          expect(found.map(({ z }) => z)).toEqual(found.map(({ z }) => z).sort((a, b) => b - a));
          expect(found.length).toBeLessThanOrEqual(MOST_KEYWORDS);
          for (const { z, count, places, low, high, logOdds } of found) {
            expect(z).toBeGreaterThanOrEqual(LEAST_Z);
            expect(places.length).toBe(Math.min(count, MOST_PLACES));
            expect(low <= logOdds && logOdds <= high).toBe(true);
            expect(places.filter((each) => stored.slice(each.start, each.end) !== each.text)).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the log-odds ratio', () => {
  test('is that of Monroe, Colaresi & Quinn, by hand', () => {
    // Prior 500 × 10 / 5,000 = 1: 11 of 600 against 1 of 600 words.
    const { logOdds, z } = logOddsRatio(
      { count: 10, words: 100 },
      { count: 0, words: 100 },
      { count: 10, words: 5000 },
    );
    expect(PRIOR_WORDS).toBe(500);
    expect(logOdds).toBeCloseTo(Math.log(11 / 589) - Math.log(1 / 599), 10);
    expect(z).toBeCloseTo(logOdds / Math.sqrt(1 / 11 + 1), 10);
  });

  test('turns its sign when the texts change places, and is 0 between equals', () => {
    const counted = fc.record({ count: fc.nat(20), words: fc.integer({ min: 20, max: 900 }) });
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const pool = { count: one.count + other.count + 1, words: one.words + other.words };
        const there = logOddsRatio(one, other, pool);
        const back = logOddsRatio(other, one, pool);
        expect(back.logOdds).toBeCloseTo(-there.logOdds, 10);
        expect(back.low).toBeCloseTo(-there.high, 10);
        expect(logOddsRatio(one, one, pool).z).toBe(0);
      }),
    );
  });
});

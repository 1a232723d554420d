import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOf } from '../../src/compare/facts.js';
import type { OnTopic } from '../../src/compare/on-topic.js';
import { factSchema } from '../../src/compare/schema/fact.js';
import { NO_NAMES, openNames } from '../../src/devices/referent.js';
import { documentsOf, library, shown } from './facts/told.js';

const { lexicon, names, topics, documents: seeds, compareTopic } = library;

const FLOOD = [
  'Flood waters reached Leeds on 28 February 2024, and 14 people died, the Environment Agency said. Mayor Helen Okafor accused the Humber Rail Company of ignoring two warnings. The government promised £40 million for repairs. In March, 44 councillors voted for a dam, with only two against.',
  'At least 12 people died when the river burst its banks on 28 February. Ms Okafor said the repairs would cost £55 million. The Environment Agency was accused by residents of sleeping on the job. A dam was backed by 46 councillors, and three voted against.',
  'The Environment Agency warned of heavy rain in Leeds and Hull.',
];

test('sets what three reports of a flood say side by side, value by value', () => {
  const facts = factsOf(documentsOf(FLOOD, ['2024-03-02', '2024-03-10', '2024-02-20']), [], NO_NAMES, null);
  expect(facts.map(shown)).toEqual([
    'accusation-helen-okafor-humber-rail-company (Helen Okafor accused the Humber Rail Company of ignoring two warnings): only-here helen-okafor > humber-rail-company | absent not-said | absent not-said',
    'accusation-resident-environment-agency (residents accused Environment Agency of sleeping on the job): absent not-said | only-here resident > environment-agency | absent not-said',
    'count-councillor (councillors voted dam): differs 44 | differs 46 | absent not-said',
    'count-councillor-against (councillors: against): differs 2 | differs 3 | absent not-said',
    'count-people (people died): states 14 | states >=12 | absent not-said',
    'count-warning (warnings): only-here 2 | absent not-said | absent not-said',
    'money-repair-40000000-gbp (promised for repairs): only-here 40000000 GBP | absent not-said | absent not-said',
    'money-repair-55000000-gbp (repairs cost): absent not-said | only-here 55000000 GBP | absent not-said',
    'date-2024-02-28 (waters reached Leeds): states 2024-02-28 | absent not-said | absent before-event',
    'date-day-02-28 (banks): absent not-said | states --02-28 | absent not-said',
    'date-month-03 (councillors voted for dam): only-here --03 | absent not-said | absent not-said',
    'person-helen-okafor (Helen Okafor): states helen-okafor | states helen-okafor | absent not-said',
    'body-environment-agency (Environment Agency): states environment-agency | states environment-agency | states environment-agency',
    'body-humber-rail-company (Humber Rail Company): only-here humber-rail-company | absent not-said | absent not-said',
    'place-leeds (Leeds): states leeds | absent not-said | states leeds',
    'place-hull (Hull): absent not-said | absent not-said | only-here hull',
  ]);
});

test('leaves out a state that every document names, and keeps one that some do not', () => {
  const label = (word: string) => ({
    label: word,
    terms: [word.toLowerCase()],
    contested: false,
    why: '',
    source: '',
    finds: [],
    ignores: [],
  });
  const states = openNames(
    ['Peru', 'Chile'].map((name) => ({ id: name.toLowerCase(), name, kind: 'state' as const, labels: [label(name)] })),
    lexicon.inflect,
  );
  const found = factsOf(
    documentsOf(['Peru closed its mines.', 'Peru and Chile closed mines.'], [], states),
    [],
    states,
    null,
  );
  expect(found.map(shown)).toEqual(['place-chile (Chile): absent not-said | only-here chile']);
});

test('an empty cell names what was looked for and the sentence that comes nearest', () => {
  const [fact] = factsOf(
    documentsOf([
      'The ferry carried 212 passengers to Bergen.',
      'The mayor spoke. Passengers of the ferry were angry.',
    ]),
    [],
    NO_NAMES,
    null,
  );
  expect(fact?.cells[1]?.absent).toEqual({
    reason: 'not-said',
    searched: ['212', 'passenger'],
    nearest: {
      start: 17,
      end: 52,
      text: 'Passengers of the ferry were angry.',
      similarity: 0.4,
      shared: ['ferry', 'passengers'],
    },
  });
});

test('a text published before the topic’s event could not speak of it', () => {
  const told = documentsOf(['The ferry carried 212 passengers.', 'The ferry is new.'], ['2024-05-02', '2024-04-30']);
  const [fact] = factsOf(told, [], NO_NAMES, { date: '2024-05-01', what: 'the ferry sank' });
  expect(fact?.cells.map(({ absent }) => absent?.reason)).toEqual([undefined, 'before-event']);
});

test('dates of sentences in one statement stand in one row, and differ', () => {
  const told = documentsOf(['The bridge fell on 3 May 2021.', 'The bridge collapsed on 4 May 2021.']);
  const sentences = told.map(({ id, analysis }) => ({
    document: id,
    ...(analysis.reading.sentences[0] ?? { start: 0, end: 0 }),
    text: '',
    voice: 'author' as const,
    speaker: null,
    onTopic: true,
  }));
  const statement = { id: 's', sentences, similarity: 1, shared: [], pairs: [], absent: [], unlisted: 0 };
  expect(factsOf(told, [statement], NO_NAMES, null).map(shown)).toEqual([
    'date-2021-05-03 (bridge fell): differs 2021-05-03 | differs 2021-05-04',
  ]);
});

const SENTENCES = [
  ...FLOOD.flatMap((text) => text.split(/(?<=\.) /)),
  'Rents rose by between 10 and 15 per cent since 2019.',
  'Some 3,000 homes were flooded, 200 of them in Hull.',
  'Dr Amir Haddad, who leads the University of Humber, said that half of the dykes leak.',
  'President Nuno Alves criticised the demands as excessive.',
  'In 2020 the port lost $1.2bn, nearly half of its revenue.',
];
const texts = fc
  .uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 })
  .map((each) => each.join(' '));

test('a document beside its copy says the same, and differs in nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const facts = factsOf(documentsOf([text, text]), [], NO_NAMES, null);
      expect(facts.flatMap(({ cells }) => cells.map(({ is }) => is)).filter((is) => is !== 'states')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the order of documents changes nothing', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 4 }), (several) => {
      const told = documentsOf(several);
      expect(factsOf([...told].reverse(), [], NO_NAMES, null)).toEqual(factsOf(told, [], NO_NAMES, null));
    }),
    { numRuns: 30 },
  );
});

test('every value leads to its words and its sentence, in every seed topic', () => {
  const wrong = topics.flatMap((topic) =>
    compareTopic(topic).facts.flatMap((fact) => {
      expect(factSchema.safeParse(fact).error?.issues).toBeUndefined();
      return fact.cells.flatMap(({ document, values }) => {
        const text = seeds.find(({ id }) => id === document)?.text ?? '';
        return values.filter(
          ({ start, end, text: said, sentence }) => text.slice(start, end) !== said || sentence > start || said === '',
        );
      });
    }),
  );
  expect(wrong).toEqual([]);
});

test('ids are unique, in every seed topic', () => {
  for (const topic of topics) {
    const ids = compareTopic(topic).facts.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test('a large corpus gets a table of bounded size', () => {
  const text = FLOOD.join(' ');
  const [one] = documentsOf([text]);
  const many = Array.from({ length: 600 }, (_, at) => ({ ...one, id: `d${String(at)}` }) as OnTopic);
  const cells = factsOf(many, [], names, null).reduce((sum, fact) => sum + fact.cells.length, 0);
  expect(cells).toBeLessThanOrEqual(8 * 20_000);
});

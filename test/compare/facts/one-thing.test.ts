import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../../src/compare/facts.js';
import { NO_NAMES } from '../../../src/devices/referent.js';
import { documentsOf, factsTold, shown } from './told.js';

/** The rows of two or more reports without names and reasons: `count-officer (officers injured): differs 10 | differs 12`. */
function rows(...texts: string[]): string[] {
  return factsTold(texts)
    .filter(({ kind }) => !/person|body|place/.test(kind))
    .map((fact) => shown(fact).replaceAll(' not-said', ''));
}

describe('numbers stand in one row only where the same is done with the same', () => {
  test.each<[string[], string[]]>([
    [
      ['Ten police officers were injured.', 'Some 200 police officers were deployed.'],
      [
        'count-officer-10 (police officers injured): only-here 10 | absent',
        'count-officer-about-200 (police officers deployed): absent | only-here ~200',
      ],
    ],
    [
      ['Ten police officers were injured in clashes.', 'Twelve police officers were hurt.'],
      ['count-officer (police officers injured): differs 10 | differs 12'],
    ],
    [
      ['About 300 passengers were trapped on the train.', 'Some 250 passengers were taken home by bus.'],
      [
        'count-passenger-about-250 (passengers taken): absent | only-here ~250',
        'count-passenger-about-300 (passengers trapped): only-here ~300 | absent',
      ],
    ],
    [
      ['Twelve schools were closed.', 'The charity aided 40 schools.'],
      [
        'count-school-12 (schools closed): only-here 12 | absent',
        'count-school-40 (schools aided): absent | only-here 40',
      ],
    ],
    [
      ['The fund paid $3m to tenants.', 'The fund asked for $90m.'],
      [
        'money-fund-3000000-usd (fund paid): only-here 3000000 USD | absent',
        'money-fund-90000000-usd (fund asked for): absent | only-here 90000000 USD',
      ],
    ],
    [
      ['The company lost $5m.', 'The bank lost €40m.'],
      [
        'money-bank (bank lost): absent | only-here 40000000 EUR',
        'money-company (company lost): only-here 5000000 USD | absent',
      ],
    ],
    [
      ['The election cost €3 million.', 'The election cost the city 2.9 million euros.'],
      ['money-election (election cost): differs 3000000 EUR | differs 2900000 EUR'],
    ],
    [
      ['Customs officers seized 40 boats.', 'Police officers seized 50 boats.'],
      ['count-boat-40 (boats seized): only-here 40 | absent', 'count-boat-50 (boats seized): absent | only-here 50'],
    ],
    [
      ['Twenty-four people died in Leeds.', 'Twenty-four people were arrested in Leeds.'],
      ['count-people-24 (people arrested): absent | states 24', 'count-people-24-2 (people died): states 24 | absent'],
    ],
  ])('%j', (texts, expected) => {
    expect(rows(...texts)).toEqual(expected);
  });
});

describe('dates stand in one row only where they are of one event', () => {
  test.each<[string[], string[]]>([
    [
      ['Oslo invited guests in July 2023.', 'The club was created in July 2023.'],
      [
        'date-2023-07 (club created): absent | only-here 2023-07',
        'date-2023-07-2 (Oslo invited guests): only-here 2023-07 | absent',
      ],
    ],
    [
      ['The Senate voted on the port bill in May 2021.', 'On 3 May 2021, the Senate voted on the bill.'],
      ['date-2021-05-03 (Senate voted): states 2021-05 | states 2021-05-03'],
    ],
    [
      ['In May, protests ensued nationally.', 'Riots erupted in May on the island.'],
      ['date-month-05 (protests ensued): states --05 | states --05'],
    ],
    [
      ['The 2020 strike emptied the port.', 'A strike broke out in September 2020.'],
      ['date-2020-09 (strike): states 2020 | states 2020-09'],
    ],
    [
      ['Norway sent tents in 2023.', 'Norway sent doctors in 2023.'],
      [
        'date-2023 (Norway sent doctors): absent | only-here 2023',
        'date-2023-2 (Norway sent tents): only-here 2023 | absent',
      ],
    ],
    [['The sending of tents taking place in 2020 was praised.'], ['date-2020 (sending of tents): only-here 2020']],
  ])('%j', (texts, expected) => {
    expect(rows(...texts)).toEqual(expected);
  });
});

describe('an accusation counts only where it is made', () => {
  test.each([
    'The bank never criticised the union.',
    'If the union accuses the port, talks end.',
    'Was Norway blamed by Sweden?',
    'Nobody blamed Norway.',
    'No minister accused Norway of lying.',
    'The mayor blamed nobody.',
    'The union would condemn the port.',
    'The union urged the mayor to condemn the port.',
    'The mayor denied that she had accused the port.',
    'It is not true that the union accused the port.',
    'Without blaming the port, the union left.',
    'The port did not face criticism from residents.',
    'Few blamed the union.',
  ])('%s', (text) => {
    expect(rows(text)).toEqual([]);
  });

  test.each<[string[], string[]]>([
    [
      ['The mayor did not condemn the strike.', 'The mayor condemned the strike.'],
      ['accusation-mayor-strike (mayor condemned the strike): differs not mayor > strike | differs mayor > strike'],
    ],
    [
      ['The union went on to accuse the port of lies.'],
      ['accusation-union-port (union went on to accuse the port of lies): only-here union > port'],
    ],
    [
      ['Reed accused the union of violence.', 'Reed accused the union of theft.'],
      [
        'accusation-reed-union-theft (Reed accused the union of theft): absent | only-here reed > union',
        'accusation-reed-union-violenc (Reed accused the union of violence): only-here reed > union | absent',
      ],
    ],
    [
      ['Reed accused the union of violence in the strike by Reed and left.'],
      ['accusation-reed-union (Reed accused the union of violence in the strike): only-here reed > union'],
    ],
  ])('%j', (texts, expected) => {
    expect(rows(...texts)).toEqual(expected);
  });
});

test('a value that a source gives outside its passages on the topic is not absent', () => {
  const told = documentsOf(['The ferry carried 212 passengers.', 'The mayor spoke. The ferry carried 212 passengers.']);
  const narrow = told.map((document, at) => (at === 1 ? { ...document, indices: [0] } : document));
  const [fact] = factsOf(narrow, [], NO_NAMES, null);
  expect(fact && shown(fact)).toBe('count-passenger (passengers carried): states 212 | states 212');
});

test.each([
  ['They met at 5 p.m. and left.', []],
  ['They left on 31 February 2024.', ['date-2024-02 (left): only-here 2024-02']],
  ['They counted 12345678901234567890123 ballots.', []],
])('makes no row of what is no number: %s', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});

import { describe, expect, test } from '@jest/globals';
import { factsTold } from './told.js';

describe('leaves out numbers that are no facts', () => {
  test.each([
    ['One of the two sides said two things mattered.', []],
    ['Flight 370 and Article 5 are names, and so is GM 200.', []],
    ['The two leaders met on the first day, in third place.', []],
    ['He named ten reasons for the strike.', []],
  ])('%s', (text, values) => {
    expect(numbersOf(text)).toEqual(values);
  });
});

describe('says what is counted', () => {
  test.each([
    ['A three-day strike began.', ['count-day 3']],
    ['The toll rose to 43.', ['count-toll 43']],
    ['Police freed 24 striking dock workers.', ['count-worker 24']],
    ['Twelve injured were flown out.', ['count-injured 12']],
    ['By 120 votes to 45 the assembly passed the bill.', ['count-vote 120', 'count-vote-against 45']],
    ['The council voted 44–2 for a dam.', ['count-vote 44', 'count-vote-against 2']],
    ['Turnout at the meeting was 61 per cent.', ['share-turnout 61%']],
    ['Half of the dykes leaked.', ['share-dyke 50%']],
    ['The port lost $1.2bn.', ['money-port 1200000000 USD']],
  ])('%s', (text, values) => {
    expect(numbersOf(text)).toEqual(values);
  });
});

describe('says who accuses whom of what', () => {
  test.each([
    ['Norway accused the dockers of stalling.', 'norway > docker', 'Norway accused the dockers of stalling'],
    [
      'Marta Silva blamed Premier Foods Group for the delay.',
      'marta-silva > premier-foods-group',
      'Marta Silva blamed Premier Foods Group for the delay',
    ],
    [
      'The ministry was accused by residents of hiding the report.',
      'resident > ministry',
      'residents accused ministry of hiding the report',
    ],
    [
      'The port faced sharp criticism from residents over its plans.',
      'resident > port',
      'residents criticised port over its plans',
    ],
    ['The port faced criticism for its plans.', 'unnamed > port', 'port criticised for its plans'],
  ])('%s', (text, value, what) => {
    const found = factsTold([text]).filter(({ kind }) => kind === 'accusation');
    expect(found.map((fact) => [fact.cells[0]?.values[0]?.value, fact.what])).toEqual([[value, what]]);
  });
});

describe('names persons, bodies and places that no list knows', () => {
  test.each([
    ['Senators Ana Prieto and Luis Mora left.', ['person-ana-prieto', 'person-luis-mora']],
    ['Ana Prieto, who leads the union, left. Prieto was tired.', ['person-ana-prieto']],
    ['The International Monetary Fund left. The IMF was tired.', ['body-international-monetary-fund']],
    ['They met Arvo, a Finnish shipping company.', ['body-arvo']],
    [
      'The Danish government and the Danish foreign ministry disagree.',
      ['body-danish-foreign-ministry', 'body-danish-government'],
    ],
    ['Rents rose in Porto, Braga and Faro.', ['place-braga', 'place-faro', 'place-porto']],
    ['They met Zorbel on Monday.', []],
  ])('%s', (text, ids) => {
    const found = factsTold([text]).filter(({ kind }) => /person|body|place/.test(kind));
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});

function numbersOf(text: string): string[] {
  return factsTold([text])
    .filter(({ kind }) => /count|share|money/.test(kind))
    .map(({ id, cells }) => `${id} ${cells[0]?.values[0]?.value ?? ''}`);
}

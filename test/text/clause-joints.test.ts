import { describe, expect, test } from '@jest/globals';
import { clauses } from './clauses.js';

describe('coordinated predicates share their subject', () => {
  test.each<[string, ...string[]]>([
    [
      'The senate adopted the bill and sent it to the president.',
      'The senate | adopted | the bill',
      'The senate | sent | it',
    ],
    [
      'The committee has decided to postpone the vote and is not seeking a new date.',
      'The committee | has decided to postpone | the vote',
      'The committee | is not seeking | a new date',
    ],
    [
      'It failed to halt the flood, did not repair the dam, and blamed the weather.',
      'It | failed to halt | the flood',
      'It | did not repair | the dam',
      'It | blamed | the weather',
    ],
    [
      'The council announced that it would sell the park and that residents had agreed.',
      'The council | announced | –',
      'it | would sell | the park',
      'residents | had agreed | –',
    ],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('relative clauses and asides belong to the noun before them', () => {
  test.each<[string, ...string[]]>([
    [
      'The mayor, who has cosied up to developers, vetoed the plan.',
      'The mayor | has cosied up to | developers',
      'The mayor | vetoed | the plan',
    ],
    ['The company, a maker of tyres, fired 300 workers.', 'The company | fired | 300 workers'],
    ['The minister, Anna Lind, was accused of misleading parliament.', '– | was accused | The minister (agentless)'],
    ['The bill, which the senate passed last week, bans the drug.', 'the senate | passed | The bill'],
    ['The strike that the union called on Monday paralysed the city.', 'the union | called | –'],
    [
      'Residents who have lived there for ten years may vote.',
      'Residents | have lived | –',
      'Residents | may vote | –',
    ],
    ['Two hundred guards (with only one refusing) adopted the motion.', 'Two hundred guards | adopted | the motion'],
    ['The man accused of the attack denies the charge.', 'The man | denies | the charge'],
    ['The measures adopted last year failed.', 'The measures | failed | –'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('a participle takes the subject of its sentence, or the one who is blamed', () => {
  test.each<[string, ...string[]]>([
    [
      'Creating a new fund, the bank hopes to win back customers.',
      'the bank | Creating | a new fund',
      'the bank | hopes to win back | customers',
    ],
    [
      'Having lost the appeal, the firm paid the fine.',
      'the firm | Having lost | the appeal',
      'the firm | paid | the fine',
    ],
    [
      'The firm won the contract by bribing officials.',
      'The firm | won | the contract',
      'The firm | bribing | officials',
    ],
    [
      'Prosecutors accused the bank of hiding losses.',
      'Prosecutors | accused | the bank',
      'the bank | hiding | losses',
    ],
    [
      'The minister was accused of hiding a report.',
      '– | was accused | The minister (agentless)',
      'The minister | hiding | a report',
    ],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('states are no deeds', () => {
  test.each<[string, ...string[]]>([
    ['The judge is interested in the case.'],
    ['The pilots are opposed to the plan.'],
    ['The lake has three islands and remains a secret.'],
    ['The town became a symbol and seems calm.'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('what the words do not decide is left open, with no doer', () => {
  test.each<[string, ...string[]]>([
    ['The president of the republic and the mayor opened the fair.', '? – | opened | the fair'],
    [
      'The opposition party leader has been accused of fraud by prosecutors.',
      '? – | has been accused | The opposition party leader (passive)',
    ],
    [
      'The raid on the farm that killed nine shocked the valley.',
      '? – | killed | –',
      'The raid | shocked | the valley',
    ],
    [
      'The chief of the agency who leaked the memo resigned.',
      '? – | leaked | the memo',
      'The chief of the agency | resigned | –',
    ],
    [
      'The harbour master, who is 61, and two pilots were charged with manslaughter.',
      '? – | were charged | – (agentless)',
    ],
    [
      'The board said the chief had erred and promised an inquiry.',
      'The board | said | –',
      'the chief | had erred | –',
      '? – | promised | an inquiry',
    ],
    [
      'A fire swept through the market, destroying forty stalls.',
      'A fire | swept | –',
      '? – | destroying | forty stalls',
    ],
    ['It is unclear who fired the first shot.', '? – | fired | the first shot'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

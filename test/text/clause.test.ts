import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clausesIn } from '../../src/text/clause.js';
import { read } from '../../src/text/read.js';
import { clauses, partLines } from './clauses.js';

describe('an active clause names its doer and whom it acts upon', () => {
  test.each<[string, ...string[]]>([
    ['The union has not yet accepted the offer.', 'The union | has not yet accepted | the offer'],
    ['Dockers at the port blocked the main gate on Monday.', 'Dockers | blocked | the main gate'],
    ['The minister of health of the region resigned.', 'The minister of health of the region | resigned | –'],
    ['Brazil and Peru condemned the strike.', 'Brazil + Peru | condemned | the strike'],
    ['Talks between the union and the company broke down.', 'Talks | broke down | –'],
    ['Teachers voted against the deal.', 'Teachers | voted against | the deal'],
    [
      'The opposition called for sanctions against the regime.',
      'The opposition | called for sanctions against | the regime',
    ],
    ['Students clashed with police outside the ministry.', 'Students | clashed with | police'],
    [
      'Chile and Bolivia signed a treaty, but Peru rejected it.',
      'Chile + Bolivia | signed | a treaty',
      'Peru | rejected | it',
    ],
    ['The firm signed a contract with the port.', 'The firm | signed a contract with | the port'],
    ['Neither side would comment.', 'Neither side | would comment | –'],
    [
      'The premier met the king, but he did not sign the decree.',
      'The premier | met | the king',
      'he | did not sign | the decree',
    ],
    [
      'In March Norway and Sweden announced they had finished drafting a treaty.',
      'Norway + Sweden | announced | –',
      'they | had finished drafting | a treaty',
    ],
    ['The army took control of the airport.', 'The army | took | control of the airport'],
    ['Police in Lagos said on Monday they had arrested two men.', 'Police | said | –', 'they | had arrested | two men'],
    ['Did the government ignore the warning?', 'the government | Did ignore | the warning'],
    ['Why did the regulator approve the merger?', 'the regulator | did approve | the merger'],
    ['"We will fight the ruling," the lawyer said.', 'We | will fight | the ruling', 'the lawyer | said | –'],
    ['"They lied to us," said Maria Soto, a teacher.', 'Maria Soto | said | –'],
    [
      'The plan, the mayor said, will help poor families.',
      'the mayor | said | –',
      'The plan | will help | poor families',
    ],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('a verb is shown with the infinitive it governs', () => {
  test.each<[string, ...string[]]>([
    ['The board failed to demonstrate any progress.', 'The board | failed to demonstrate | any progress'],
    ['The governor refused to sign the bill.', 'The governor | refused to sign | the bill'],
    ['The mayor is expected to announce a plan on Friday.', 'The mayor | is expected to announce | a plan'],
    ['The ministry has yet to publish the figures.', 'The ministry | has yet to publish | the figures'],
    ['The dam is likely to burst.', 'The dam | is likely to burst | –'],
    ['Germany and France agreed to send aid.', 'Germany + France | agreed to send | aid'],
    ['The army stopped shelling the town.', 'The army | stopped shelling | the town'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('a passive with its own "by" names its doer behind the verb', () => {
  test.each<[string, ...string[]]>([
    ['The bridge was closed by the council after the flood.', 'the council | was closed | The bridge (passive)'],
    ['The farmers got evicted by the bank.', 'the bank | got evicted | The farmers (passive)'],
    ['The suspect was shot dead by police.', 'police | was shot | The suspect (passive)'],
    [
      'The law is expected to be approved by the senate.',
      'the senate | is expected to be approved | The law (passive)',
    ],
    ['The village was cut off by the storm.', 'the storm | was cut off | The village (passive)'],
    [
      'The plan was drawn up by the army and approved by the king.',
      'the army | was drawn up | The plan (passive)',
      'the king | approved | The plan (passive)',
    ],
    ['The protests sparked by rising rents included teachers.', 'rising rents | sparked | The protests (passive)'],
    [
      'The union, angered by the cuts, called a strike.',
      'the cuts | angered | The union (passive)',
      'The union | called | a strike',
    ],
    ['The sides met after talks brokered by the king.', 'The sides | met | –', 'the king | brokered | talks (passive)'],
    ['Was the lake poisoned by the factory?', 'the factory | Was poisoned | the lake (passive)'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('a passive without one leaves its doer blank', () => {
  test.each<[string, ...string[]]>([
    ['Three men were arrested on Friday.', '– | were arrested | Three men (agentless)'],
    ['The claim was never substantiated.', '– | was never substantiated | The claim (agentless)'],
    ['The road was repaired by Friday.', '– | was repaired | The road (agentless)'],
    ['The fare was raised by 10 per cent.', '– | was raised | The fare (agentless)'],
    ['The parcels were sent by train.', '– | were sent | The parcels (agentless)'],
    [
      'Two suspects were arrested and charged with arson.',
      '– | were arrested | Two suspects (agentless)',
      '– | charged | Two suspects (agentless)',
    ],
    [
      'The mayor was elected in May and raised taxes.',
      '– | was elected | The mayor (agentless)',
      'The mayor | raised | taxes',
    ],
    ['Half of the city was flooded.', '– | was flooded | Half of the city (agentless)'],
    [
      'She was arrested, convicted of spying and sentenced to ten years.',
      '– | was arrested | She (agentless)',
      '– | convicted | She (agentless)',
      '– | sentenced | She (agentless)',
    ],
    ['At least 14 people were killed.', '– | were killed | At least 14 people (agentless)'],
    [
      'It was claimed that the vote had been rigged.',
      '– | was claimed | – (agentless)',
      '– | had been rigged | the vote (agentless)',
    ],
    ['Nurses were told to stay at home.', '– | were told | Nurses (agentless)'],
    [
      'Five miners were killed when the tunnel collapsed.',
      '– | were killed | Five miners (agentless)',
      'the tunnel | collapsed | –',
    ],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('what happens of itself is an event without a doer', () => {
  test.each<[string, ...string[]]>([
    ['Riots erupted in the capital.', '– | erupted | Riots (intransitive)'],
    ['Violence broke out after the match.', '– | broke out | Violence (intransitive)'],
    ['The debate took place in Lyon.', '– | took place | The debate (intransitive)'],
    ['Tensions rose along the border as troops massed.', '– | rose | Tensions (intransitive)', 'troops | massed | –'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

describe('who faces or suffers something is acted upon', () => {
  test.each<[string, ...string[]]>([
    ['The council faced criticism from the unions.', 'the unions | faced criticism from | The council (passive)'],
    ['The region suffered heavy losses.', '– | suffered heavy losses | The region (agentless)'],
  ])('%s', (text, ...told) => {
    expect(clauses(text)).toEqual(told);
  });
});

test('never names a doer or a target where it is not certain of the subject', () => {
  expect(clauses('The head of the bank and the mayor praised the plan.')).toEqual(['? – | praised | the plan']);
});

test('holds its tokens inside the sentence, in order, whatever the words', () => {
  const word = fc.constantFrom(
    ...'the council which that and , by was has not to said Anna Lind blocked accused of hiding bridges “ ” ( ) riots erupted it who ; before'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (many) => {
      const reading = read(`${many.join(' ')}.`, partLines);
      for (const sentence of reading.sentences) {
        for (const clause of clausesIn(reading, sentence).clauses) {
          const inside = [clause.first, clause.last - 1, ...clause.parts, ...clause.doers.map(({ head }) => head)];
          expect(inside.every((token) => token >= sentence.first && token < sentence.last)).toBe(true);
          expect(clause.last).toBeGreaterThan(clause.first);
          expect([...clause.parts]).toEqual([...new Set(clause.parts)].sort((a, b) => a - b));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('takes time in proportion to the text', () => {
  const sentence = 'The mayor, who has met the union, and the council of the port said that the firm was closed, and ';
  const reading = read(`${sentence.repeat(2000)}left.`, partLines);
  const begun = performance.now();
  const found = reading.sentences.reduce((sum, each) => sum + clausesIn(reading, each).clauses.length, 0);
  expect(found).toBeGreaterThan(4000);
  expect(performance.now() - begun).toBeLessThan(5000);
});

import { describe, expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();

test.each([
  ['The mayor denied the claim.', ['mayor']],
  ['Residents near the port said that it was shut.', ['Residents']],
  ['The plan was confirmed by the mayor.', ['mayor']],
  ['The union continued to defend the decision.', ['union']],
  ['If the river rises, the mayor said, the town floods.', ['mayor']],
])('gives words to who says them: %s', (text, speakers) => {
  expect(spoken(text)).toEqual(speakers);
});

describe('finds who speaks', () => {
  test.each([
    ['behind a time', 'In October, the Harbour Post reported that the port was shut.', ['Harbour Post']],
    ['before a time', 'Mayor Anna Lind last week said that the port was shut.', ['Mayor Anna Lind']],
    ['before an apposition', 'Anna Lind, a strong supporter of the port, said that it was shut.', ['Anna Lind']],
    ['behind a party and a place in brackets', 'Anna Lind (S-Malmo) said that the port was shut.', ['Anna Lind']],
    ['before a relative', 'The reporter met a pilot who said that the port was shut.', ['pilot']],
    ['at the head of a chain', 'A source close to the mayor who said that it was shut left.', ['source']],
    ['before a later verb', 'Anna Lind opened the port on Monday and said that it was safe.', ['Anna Lind']],
    ['before a participle', 'On Monday Anna Lind opened the port, saying that it was safe.', ['Anna Lind']],
    ['behind a passive', 'The port was called a disgrace by the union.', ['union']],
    ['behind one who is urged', 'The union urged the mayor to say that the port was safe.', ['union', 'mayor']],
  ])('%s', (_, text, speakers) => {
    expect(spoken(text)).toEqual(speakers);
  });
});

describe('names whole', () => {
  test.each([
    [
      'a body with "for" and "and"',
      'The Federal Office for Roads and Bridges said that it was shut.',
      ['Federal Office for Roads and Bridges'],
    ],
    ['a source with "and"', 'It was shut, according to the Post and Courier.', ['Post and Courier']],
    ['two speakers', 'Anna Lind and Jan Holm said that the port was shut.', ['Anna Lind and Jan Holm']],
    ['a paper with a time', 'The Malmo Morning Post said that the port was shut.', ['Malmo Morning Post']],
    ['a name with small words', 'On Monday Jan van der Holm said that the port was shut.', ['Jan van der Holm']],
  ])('%s', (_, text, speakers) => {
    expect(spoken(text)).toEqual(speakers);
  });
});

describe('leaves out of a name', () => {
  test.each([
    ['another noun beside it', 'The union denied a tale Anna Lind described as a hoax.', ['union', 'Anna Lind']],
    ['another name beside it', 'Jan Holm Mrs. Lind said that the port was shut.', ['Mrs. Lind']],
    ['an adjective behind it', 'It was shut, according to one person familiar with the port.', ['one person']],
    ['a possessive and its adjective', 'Anna Lind’s recent claim that the port was shut is wrong.', ['Anna Lind']],
  ])('%s', (_, text, speakers) => {
    expect(spoken(text)).toEqual(speakers);
  });
});

test.each([
  ['a thing beside a place', 'A flag flying beside the Danube would signal that the port is open.', [undefined]],
  ['a place that cannot be told from those in it', 'In the capital ministers said that it was shut.', [undefined]],
  ['an abstract noun', 'History has shown that the dam leaks.', [undefined]],
  ['a search, whoever’s name is in it', 'A short Lindnet search revealed that the dam leaks.', [undefined]],
  ['a day', 'On Thursday it was claimed that the dam leaks.', [undefined]],
  ['an article', 'The union asked. The notion that the dam leaks is old.', [undefined]],
  ['a dummy', 'It is worth noting that the dam leaks.', [undefined]],
  ['who is told to say it', 'Tell the mayor that the dam leaks.', [undefined]],
  ['the one an author thinks of', 'I think the mayor knows it.', [undefined]],
  ['who is only expected to act', 'Anna Lind is expected to visit the dam.', [undefined]],
  ['who is to blame', 'Anna Lind was to blame for the leak.', [undefined]],
  ['who stands before a participle', 'The town feared the man accused of lies.', ['town', undefined]],
  ['who says it on a condition', 'If the mayor says that the port is open, ships come.', [undefined]],
  ['who insists on a condition', 'Unless the mayor imposes a toll, insists on talks and leaves, ships stay.', []],
  ['a delivery', 'Support for the port was confirmed by the delivery of two cranes.', []],
])('gives no words to %s', (_, text, speakers) => {
  expect(spoken(text)).toEqual(speakers);
});

test('takes a promise for one act, not for what is promised as well', () => {
  expect(spoken('The union pledged to defend the decision.')).toEqual(['union']);
});

test('takes "he" for the last person who spoke, not for a body, for several or for one within the quotation', () => {
  expect(spoken('Jan Holm said that it was shut. The union said no such thing. He said that it was late.').at(-1)).toBe(
    'Jan Holm',
  );
  expect(spoken('“Jan Holm said that it was shut,” he said.').at(-1)).toBe('“he”');
});

function spoken(text: string): (string | undefined)[] {
  return analyse(text, lexicon, NO_NAMES).speech.map(({ speaker }) => speaker);
}

import { expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();

test.each([
  ['The mayor denied the claim.', ['mayor']],
  ['Residents near the port said that it was shut.', ['Residents']],
  ['In the capital ministers said that the port was shut.', ['capital ministers']],
  ['The plan was confirmed by the mayor.', ['mayor']],
  ['The union continued to defend the decision.', ['union']],
  ['If the river rises, the mayor said, the town floods.', ['mayor']],
])('gives words to who says them: %s', (text, speakers) => {
  expect(spoken(text)).toEqual(speakers);
});

test.each([
  ['a thing beside a place', 'A flag flying beside the Danube would signal that the port is open.', [undefined]],
  ['an abstract noun', 'History has shown that the dam leaks.', [undefined]],
  ['who would say it on a condition', 'If the mayor says that the port is open, ships come.', [undefined]],
  ['who insists on a condition', 'Unless the mayor imposes a toll, insists on talks and leaves, ships stay.', []],
  ['a delivery', 'Support for the port was confirmed by the delivery of two cranes.', []],
])('gives no words to %s', (_, text, speakers) => {
  expect(spoken(text)).toEqual(speakers);
});

test('takes a promise for one act, not for what is promised as well', () => {
  expect(spoken('The union pledged to defend the decision.')).toEqual(['union']);
});

function spoken(text: string): (string | undefined)[] {
  return analyse(text, lexicon, NO_NAMES).speech.map(({ speaker }) => speaker);
}

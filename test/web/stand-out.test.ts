import { expect, test } from '@jest/globals';
import { compare } from '../../src/compare/compare.js';
import { loadWordLists } from '../../src/corpus/compiled.js';
import { sourceOf } from '../../src/corpus/library.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES } from '../../src/devices/referent.js';
import { openTopic } from '../../src/topics/topic.js';
import { standOut } from '../../src/web/models/stand-out.js';

const { corpus, lexicon, documents } = openSeedLibrary();
const [seed] = documents;

/** What stands out of texts on one word, a line each. */
function told(cue: string, texts: readonly string[], typed = false): string[] {
  if (!seed) throw new Error('the built-in corpus has documents');
  const sources = texts.map((text, at) => {
    const document = { ...seed, id: String(at), short: `Paper ${'ABC'.charAt(at)}`, text };
    return sourceOf(document, analyse(text, lexicon, NO_NAMES));
  });
  const topic = { id: 't', title: cue, question: '', cues: [{ groups: [[cue]], near: false }], not: [], typed };
  const frame = {
    corpus,
    lexicon: { version: lexicon.version, entries: lexicon.entries.length },
    names: NO_NAMES,
    lists: loadWordLists(),
  };
  const comparison = compare(openTopic(topic, NO_NAMES, lexicon.inflect), sources, frame);
  return standOut(comparison).map((pieces) => pieces.map(({ text }) => text).join(''));
}

test('a tie in sentences is not told', () => {
  expect(
    told('dam', ['The dam broke at night.', 'A dam of earth and stone broke in the dark hours of the night.']),
  ).toEqual(['Both documents speak of it. At a glance']);
});

test('a source that says twice as much is told with the next one', () => {
  const long = ['The dam broke.', 'Nobody saw the dam break.', 'A farmer heard the dam.', 'The dam is gone.'].join(' ');
  expect(told('dam', [long, 'The dam broke at night.']).at(-1)).toBe(
    'Both documents speak of it. Paper A says most of it, in 4 sentences; the next, Paper B, in 1. At a glance',
  );
});

test('a number that the other prints off the topic is not called one source’s own', () => {
  const first = 'The dam cost £37 million. Its wall took £12 million of concrete.';
  const second = 'The dam broke at night. Bakers complained. A bridge would have cost £37 million, they said.';
  expect(told('dam', [first, second])).not.toContainEqual(expect.stringContaining('37 million'));
});

test('numbers of each side that nobody else gives are told together', () => {
  const first = 'The dam cost £37 million.';
  const second = 'Farmers below the dam were paid £64 million after a long quarrel with the ministry.';
  expect(told('dam', [first, second])[0]).toBe(
    'Numbers that one source alone gives: Paper A “£37 million”; Paper B “£64 million”. Facts',
  );
});

test('two counts of one noun are nobody’s own', () => {
  const texts = [
    'More than 400 people fled from the dam at midnight.',
    'Bakers fed about 250 people by the dam for a week.',
  ];
  expect(told('dam', texts)).toEqual(['Both documents speak of it. At a glance']);
});

test('two cues against one are no lead, and a source of one sentence has no voice of its own', () => {
  const texts = ['Anna Lind said the dam was old, and Per Holm warned of it.', 'Anglers like the dam for its trout.'];
  expect(told('dam', texts)).toEqual(['Both documents speak of it. At a glance']);
});

test('what is told “according to” another is not told in the author’s own voice', () => {
  const texts = [
    'Leaks at the dam fell by 18 per cent after the repairs, according to a study by the University of Leeds.',
    'Leaks at the dam fell by 18 per cent after the repairs, a University of Leeds study found.',
  ];
  expect(told('dam', texts)).not.toContainEqual(expect.stringContaining('in its own voice'));
});

test('doubt that two sources cast is told of both', () => {
  const texts = ['Anna Lind claimed that the dam was safe.', 'Per Holm claimed that the dam was rotten.'];
  expect(told('dam', texts)[0]).toMatch(/^Paper A casts doubt .* Paper B also casts doubt /);
});

test('a typed topic whose words are not met is not called silence', () => {
  expect(told('fans', ['Fans sang.', 'Supporters sang.'], true)[0]).toBe(
    'No passage of Paper B meets these words. What was looked for',
  );
  expect(told('fans', ['Fans sang.', 'Supporters sang.'])[0]).toBe('Paper B is silent. What was looked for');
  expect(told('tram', ['Fans sang.', 'Supporters sang.'], true)[0]).toContain('No passage of any document meets');
});

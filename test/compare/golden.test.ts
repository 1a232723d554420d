import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { comparisonText } from '../../src/sheet/text.js';

// Whole comparisons for a person to read. After a change that is meant: UPDATE_GOLDEN=1 npm test, then read the diff.

const { topic, compareTopic } = openSeedLibrary();

test.each(['minsk-group', 'recognition-votes', 'new-caledonia'])('the comparison on %s reads as before', (id) => {
  const path = new URL(`../golden/${id}.txt`, import.meta.url);
  // The receipt names the lexicon's version, which changes with entries that mark nothing here.
  const shown = comparisonText(compareTopic(topic(id))).replace(/\nCorpus [^\n]*\n$/, '');
  if ('UPDATE_GOLDEN' in process.env || !existsSync(path)) writeFileSync(path, shown);
  expect(shown).toBe(readFileSync(path, 'utf8'));
});

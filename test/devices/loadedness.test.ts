import { expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { loadednessOf, markFeatures, markOdds } from '../../src/devices/loadedness.js';
import { NO_NAMES } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const { weights } = lexicon.tone;
const loaded = (text: string): number[] => loadednessOf(analyse(text, lexicon, NO_NAMES), weights);

test('tells a loaded sentence from a plain one', () => {
  const [plain = 1, harsh = 0] = loaded(
    'The council raised the rent by 3 percent in May, the clerk said. The shameless council rammed its disgraceful rent grab through.',
  );
  expect(plain).toBeLessThan(0.3);
  expect(harsh).toBeGreaterThan(0.7);
});

test('gives each sentence its own score, the same as alone', () => {
  const sentences = ['We are being lied to!', 'The shop closes at nine.', 'Their so-called plan is a disgrace.'];
  expect(loaded(sentences.join(' '))).toEqual(sentences.flatMap(loaded));
});

test('stays within 0 … 1, and gives nothing for no text', () => {
  const [most = 2] = loaded(`It was ${'shameless, disgraceful, reckless, '.repeat(60)}vile!`);
  expect(most).toBeGreaterThan(0.9);
  expect(most).toBeLessThanOrEqual(1);
  expect(loaded('')).toEqual([]);
});

test('weighs a strong mark above a mild one, and one in quotation marks below both', () => {
  const odds = (strength: string, ...more: string[]): number => {
    const features = Object.fromEntries(Object.keys(weights.mark.weights).map((name) => [name, 0]));
    for (const name of [strength, ...more]) features[name] = 1;
    return markOdds([features as Parameters<typeof markOdds>[0][number]], weights);
  };
  const ordered = [
    odds('loaded, plain', 'in quotation marks'),
    odds('loaded, mild'),
    odds('loaded, plain'),
    odds('loaded, strong'),
  ];
  expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
});

test('knows no marks but those of words chosen', () => {
  const { findings } = analyse('The mayor said that the reckless plan might fail.', lexicon, NO_NAMES);
  const kinds = new Set(findings.filter((finding) => markFeatures(finding)).map(({ device }) => device));
  expect([...kinds].sort()).toEqual(['loaded-terms', 'sentiment']);
});

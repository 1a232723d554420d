import { expect, test } from '@jest/globals';
import { loadLexicon, loadNames } from '../../src/corpus/compiled.js';
import { failedExamples } from '../../src/devices/lexicon/examples.js';
import { DEVICES } from '../../src/devices/index.js';
import type { Entry } from '../../src/devices/lexicon/entry.js';

const lexicon = loadLexicon(true);
const names = loadNames(lexicon);
const reviewed = lexicon.entries.filter(({ device }) => device !== 'sentiment');

/** One line an example that does not hold. */
function failures(entries: readonly Entry[], among: typeof names | undefined): string[] {
  return entries.flatMap((entry) =>
    failedExamples(entry, lexicon, among).map(
      ({ example, expected, found }) =>
        `${entry.device}/${entry.category}, ${entry.id}: "${example}" should mark [${expected.join(' | ')}], marks [${found.join(' | ')}]`,
    ),
  );
}

test('every entry marks what its examples bracket and nothing in what it ignores', () => {
  expect(failures(reviewed, undefined)).toEqual([]);
});

test('every contested label marks what its examples bracket and nothing in what it ignores', () => {
  expect(failures(names.entries, names)).toEqual([]);
});

test('every entry says why, cites a known work, and shows what it finds and what it leaves', () => {
  const lacking = reviewed.filter(
    ({ why, source, finds, ignores }) =>
      why === '' || !lexicon.works.has(source.split(',')[0] ?? '') || finds.length === 0 || ignores.length === 0,
  );
  expect(lacking.map(({ device, id }) => `${device}/${id}`)).toEqual([]);
});

test('every device cites known works and says what it cannot show', () => {
  expect(
    DEVICES.filter(({ sources, limit }) => limit === '' || !sources.every((key) => lexicon.works.has(key))),
  ).toEqual([]);
});

test('the lexicon is as broad as promised', () => {
  const terms = (device: string, ...categories: string[]): number =>
    reviewed
      .filter((entry) => entry.device === device && (categories.length === 0 || categories.includes(entry.category)))
      .reduce((sum, entry) => sum + entry.terms.length, 0);
  const distancingForms = terms('distancing');
  expect({
    loaded: terms('loaded-terms') >= 600,
    reporting: terms('attribution') >= 120,
    certainty: terms('certainty') >= 150,
    distancing: distancingForms >= 60 || distancingForms,
  }).toEqual({ loaded: true, reporting: true, certainty: true, distancing: true });
});

test('no id stands twice in a device', () => {
  const ids = [...reviewed, ...names.entries].map(({ device, id }) => `${device}/${id}`);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

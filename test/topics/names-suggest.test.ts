import { expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { NO_NAMES, openNames } from '../../src/devices/referent.js';
import { suggestNames } from '../../src/topics/names-suggest.js';
import { sameReferents } from '../../src/topics/names-suggest/same-referent.js';

const lexicon = loadLexicon(true);
const TEXTS = [
  'Anna Lind said the National River Board had slept. The NRB denied it, and Lind left for Peru on Monday.',
  'In Peru the Peruvian government sent help. Officials said Anna Lind would stay. The Peruvian army built a bridge.',
];

function suggested(names = NO_NAMES) {
  const sources = TEXTS.map((text, at) => {
    const analysis = analyse(text, lexicon, names);
    return { id: String(at), analysis: () => analysis };
  });
  return suggestNames(sources, names);
}

test('labels of one referent are gathered: acronym, surname, people and government', () => {
  const told = suggested().map(({ name, kind, labels }) => [name, kind, labels.map(({ label }) => label).sort()]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['National River Board', 'body', ['NRB', 'National River Board']],
      ['Anna Lind', expect.any(String), ['Anna Lind', 'Lind']],
      ['Peru', 'state', ['Peru', 'Peruvian', 'the Peruvian government']],
    ]),
  );
});

test('each label says how often it stands in which documents', () => {
  const lind = suggested().find(({ name }) => name === 'Anna Lind');
  expect(lind?.labels[0]).toEqual({
    label: 'Anna Lind',
    count: 2,
    documents: [
      { id: '0', count: 1 },
      { id: '1', count: 1 },
    ],
  });
});

test('a label that the list lacks is suggested for the name that the list has', () => {
  const label = { contested: false, why: 'A state.', source: 'usage', finds: [], ignores: [] };
  const peru = {
    id: 'peru',
    name: 'Peru',
    kind: 'state' as const,
    labels: [{ label: 'Peru', terms: ['peru'], ...label }],
  };
  const names = openNames([peru], lexicon.inflect);
  const more = suggested(names).find(({ known }) => known === 'peru');
  expect(more?.labels.map(({ label: each }) => each).sort()).toEqual(['Peruvian', 'the Peruvian government']);
});

test('a short name that two longer ones share is given to neither', () => {
  expect(sameReferents(['Anna Lind', 'Lind', 'Per Lind'])).toEqual([['Anna Lind'], ['Lind'], ['Per Lind']]);
});

test('a name’s kind is told by what stands beside it, or else by what such a name mostly is', () => {
  const texts = [
    'Gordon Pryce, the chief executive, met the Transport Workers’ Union in Kelswick. Picket lines formed. Jo Tilley died.',
    'Superintendent Karen Hollis and Gordon Pryce left Kelswick. The Transport Workers’ Union stayed. Jo Tilley was found by Karen Hollis.',
  ];
  const sources = texts.map((text, at) => {
    const analysis = analyse(text, lexicon, NO_NAMES);
    return { id: String(at), analysis: () => analysis };
  });
  expect(suggestNames(sources, NO_NAMES).map(({ name, kind }) => [name, kind])).toEqual([
    ['Gordon Pryce', 'person'],
    ['Karen Hollis', 'person'],
    ['Jo Tilley', 'person'],
    ['Kelswick', 'place'],
    ['Transport Workers’ Union', 'body'],
  ]);
});

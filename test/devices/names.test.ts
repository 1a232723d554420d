import { describe, expect, test } from '@jest/globals';
import { loadLexicon, loadNames, loadNamesAnywhere } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { namedAnywhere, openNames, type Label, type Names } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const small = openNames(
  [
    {
      id: 'ruritania',
      name: 'Ruritania',
      kind: 'state',
      labels: [label('Ruritania', 'ruritania', 'us'), label('the mainland', 'mainland')],
    },
    { id: 'diet', name: 'The Ruritanian diet', kind: 'body', labels: [{ ...label('the diet', 'diet'), here: true }] },
  ],
  lexicon.inflect,
);

describe('a label printed with a capital', () => {
  test.each([
    ['US troops told us to leave.', ['US']],
    ['In Ruritania the farmers told us nothing.', ['Ruritania']],
    ['THE MAYOR OF RURITANIA TOLD THEM TO GO', ['RURITANIA']],
    ['The mainland is far.', ['mainland']],
  ])('is no word in small letters: %s', (text, found) => {
    expect(labels(text, small)).toEqual(found);
  });
});

test('a label that holds in its corpus only is left out anywhere else, with a referent that has no other', () => {
  const { referents } = small;
  expect(labels('The diet of Ruritania met.', small)).toEqual(['diet', 'Ruritania']);
  expect(labels('The diet of Ruritania met.', openNames(namedAnywhere(referents), lexicon.inflect))).toEqual([
    'Ruritania',
  ]);
  expect(namedAnywhere(referents).map(({ id }) => id)).toEqual(['ruritania']);
});

test.each([
  ['Parliament adopted the budget, and protesters left.', ['Parliament', 'protesters'], []],
  ['The French parliament adopted the budget.', ['French parliament'], ['French parliament']],
])('the built-in names read other texts without what is common elsewhere: %s', (text, here, anywhere) => {
  expect(labels(text, loadNames(lexicon))).toEqual(here);
  expect(labels(text, loadNamesAnywhere(lexicon))).toEqual(anywhere);
});

function labels(text: string, names: Names): string[] {
  const { reading, labels: found } = analyse(text, lexicon, names);
  return found.map(({ first, last }) => {
    const { tokens } = reading;
    return text.slice(tokens.start[first], (tokens.start[last - 1] ?? 0) + (tokens.length[last - 1] ?? 0));
  });
}

function label(name: string, ...terms: string[]): Label {
  return { label: name, terms, contested: false, why: '', source: 'usage', finds: [], ignores: [] };
}

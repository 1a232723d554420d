import { describe, expect, test } from '@jest/globals';
import { compileMirrors, openMirrors, type MirrorPair, type SaidOf } from '../../src/compare/mirrors.js';
import type { Symmetry } from '../../src/compare/schema/contrast.js';
import { symmetryOf } from '../../src/compare/symmetry.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { openNames, type Referent } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const names = openNames(
  [
    referent('sylvania', 'Sylvania', 'state', ['sylvania', 'sylvanian']),
    referent('borduria', 'Borduria', 'state', ['borduria', 'bordurian']),
    referent('lake', 'The Lake District', 'place', ['lake district', 'lakeland']),
    referent('president', 'The president of Borduria', 'person', ['president kurvi'], 'borduria'),
    referent('isles', 'The Isles', 'place', ['isles']),
    referent('mull', 'Mull', 'state', ['isle of mull'], 'isles'),
    referent('club', 'The Rowing Club', 'body', ['rowing club']),
  ],
  lexicon.inflect,
);
const mirrors = openMirrors(
  compileMirrors(
    [
      pair('separatist', ['separatist', 'separatism'], ['independence movement']),
      pair('regime', ['regime'], ['government'], { plain: true, unless: ['tax regime'] }),
      pair('invasion', ['invade', 'invasion', 'invader'], ['special operation'], { saidOf: 'doer' }),
      pair('occupation', ['occupy', 'occupation', 'occupier'], ['liberate', 'liberation'], { saidOf: 'doer-of' }),
    ],
    lexicon.inflect,
  ),
);

describe('of whom a word is said', () => {
  test.each([
    ['Sylvanian separatists met on Monday.', 'sylvania'],
    ['The mayor met separatists in Borduria.', 'borduria'],
    ['He spoke of a separatist movement in northern Borduria.', 'borduria'],
    ['Support for separatism in Sylvania grew.', 'sylvania'],
    ['The regime of President Kurvi raised the toll.', 'borduria'],
    ["Sylvania's hated regime raised the toll.", 'sylvania'],
    ['Borduria is a brutal regime.', 'borduria'],
  ])('is decided by the words of its noun phrase: %s', (text, id) => {
    expect(whoIn(text)).toEqual([id]);
  });

  test.each([
    ['Borduria invaded the island in May.', 'borduria'],
    ['Borduria has twice invaded Sylvania.', 'borduria'],
    ['The island was invaded by Sylvanian troops.', 'sylvania'],
    ['The Bordurian invasion of Sylvania ended.', 'borduria'],
    ["Borduria's occupation of the Lake District ended.", 'borduria'],
    ['The occupation of Lakeland by Sylvania ended.', 'sylvania'],
    ['The Bordurian occupiers left.', 'borduria'],
    ['It is false that Sylvania paid, when in fact Borduria invaded Sylvania.', 'borduria'],
  ])('is, for a deed, who does it: %s', (text, id) => {
    expect(whoIn(text)).toEqual([id]);
  });

  test.each([
    'Borduria condemned the separatists.',
    'Sylvania is worried about separatism.',
    'Pro-Sylvanian separatists met on Monday.',
    'Borduria-backed separatists met on Monday.',
    'Sylvanian and Bordurian separatists met on Monday.',
    'The invasion of Sylvania ended.',
    'Sylvania was invaded in spring.',
    "Sylvania's liberation took a week.",
    'The separatists met. Sylvania was silent.',
    'In Sylvanian prisons separatists wait for trial.',
  ])('is left open where the words do not decide: %s', (text) => {
    expect(whoIn(text)).toEqual([null]);
  });
});

test('words of quoted and reported speakers are not the author’s', () => {
  expect(
    symmetry('“Sylvanian separatists did it,” said the mayor. She said that separatists in Borduria paid.'),
  ).toEqual([]);
});

test('innocent phrases, names and denials are no uses', () => {
  expect(symmetry('The tax regime changed. The Lakeland Separatist League rowed. They promised non-invasion.')).toEqual(
    [],
  );
});

test.each([
  'It is false that Borduria invaded Sylvania.',
  'If Borduria invades Sylvania, ships will stay in port.',
  'Did Borduria invade Sylvania?',
  'Borduria never invaded Sylvania.',
  'Borduria may invade Sylvania.',
  'Nobody from Borduria invaded Sylvania.',
  'Borduria is not a regime.',
  'There are no separatists in Borduria.',
  'The mayor ruled out a Bordurian invasion.',
])('what is denied, asked, supposed or only possible is no use: %s', (text) => {
  expect(symmetry(text)).toEqual([]);
});

test('where a thing is, is told apart from whose it is', () => {
  const told = (text: string): unknown[] =>
    raw(text).flatMap(({ documents }) =>
      documents.flatMap(({ uses }) => uses.map(({ referent: whom, relation }) => [relation, whom])),
    );
  expect(told('Support for separatism in Sylvania grew.')).toEqual([['in', 'sylvania']]);
  expect(told('Sylvanian separatists in Borduria met.')).toEqual([['of', 'sylvania']]);
  expect(told('The separatists of Borduria met. Separatists across Borduria met.')).toEqual([
    ['of', 'borduria'],
    ['in', 'borduria'],
  ]);
  expect(told('The mayor fears separatists.')).toEqual([['of', null]]);
});

test('both sides of a pair are kept apart, and those of whom neither is used are named', () => {
  const text =
    'Sylvanian separatists met. The independence movement in Lakeland sang. Separatists in Sylvania left. Borduria slept.';
  expect(symmetry(text)).toEqual([
    {
      id: 'separatist',
      uses: [
        ['sylvania', ['separatists']],
        ['sylvania', ['Separatists']],
        ['lake', ['mirrored: independence movement']],
      ],
      never: ['Borduria'],
    },
  ]);
});

test('“never” leaves out whoever an undecided use may be of, and is empty where no use is decided', () => {
  const [used] = symmetry('Sylvanian separatists met. Borduria fears separatists. Lakeland slept.');
  expect(used?.never).toEqual(['The Lake District']);
  const [undecided] = symmetry('Borduria fears separatists. Lakeland and Sylvania slept.');
  expect(undecided?.never).toEqual([]);
});

describe('“never” leaves out', () => {
  const lone = 'Sylvanian separatists met.';
  test.each([
    ['nobody else', `${lone} Lakeland slept. Borduria slept.`, ['Borduria', 'The Lake District']],
    [
      'whom the two sentences before name',
      `Lakeland slept. It rained. The separatists sang on the island. ${lone} Borduria slept.`,
      ['Borduria'],
    ],
    [
      'whom a quoted use is of',
      `${lone} “Bordurian separatists did it,” said the mayor. Lakeland slept.`,
      ['The Lake District'],
    ],
    ['whom a denied use is of', `${lone} There are no Bordurian separatists. Lakeland slept.`, ['The Lake District']],
    ['the place that a use is in', `${lone} Separatists in Lakeland met. Borduria slept.`, ['Borduria']],
    ['everyone, where a use may be of anyone', `The separatists sang. ${lone} Lakeland slept. Borduria slept.`, []],
  ])('%s', (_, text, never) => {
    expect(symmetry(text).map((each) => each.never)).toEqual([never]);
  });

  test('a region and the states in it alike', () => {
    expect(
      symmetry('The separatists of the Isles met. Sylvania slept. The Isle of Mull slept.').map(({ never }) => never),
    ).toEqual([['Sylvania']]);
    expect(
      symmetry('The separatists of the Isle of Mull met. Sylvania slept. The Isles slept.').map(({ never }) => never),
    ).toEqual([['Sylvania']]);
  });
});

test('a pair of which only the plain word is used is left out', () => {
  expect(symmetry('The government of Sylvania resigned.')).toEqual([]);
  expect(symmetry('The government of Sylvania met the Bordurian regime.').map(({ uses }) => uses)).toEqual([
    [
      ['sylvania', ['mirrored: government']],
      ['borduria', ['regime']],
    ],
  ]);
});

test('swapping two actors swaps the results and changes nothing else', () => {
  const text = 'Bordurian separatists met. Borduria invaded the island. Support for separatism in Sylvania grew.';
  const swap = (value: string): string =>
    value.replace(/(?:bordurian?|sylvanian?)/gi, (name) =>
      name.toLowerCase().startsWith('b')
        ? name.replace(/borduria/i, (stem) => (stem.startsWith('B') ? 'Sylvania' : 'sylvania'))
        : name.replace(/sylvania/i, (stem) => (stem.startsWith('S') ? 'Borduria' : 'borduria')),
    );
  const plain = JSON.stringify(sorted(symmetry(text)));
  expect(JSON.stringify(sorted(JSON.parse(swap(JSON.stringify(symmetry(swap(text))))) as Shown[]))).toBe(plain);
});

interface Shown {
  readonly id: string;
  readonly uses: (readonly [string | null, string[]])[];
  readonly never: string[];
}

function symmetry(text: string): Shown[] {
  return raw(text).flatMap(({ id, documents }) =>
    documents.map(({ uses, never }) => ({
      id,
      uses: uses.map(({ referent: of, places }) => {
        for (const { start, end, text: shown } of places) expect(text.slice(start, end)).toBe(shown);
        return [of, places.map((place) => (place.mirrored ? `mirrored: ${place.text}` : place.text))] as const;
      }),
      never,
    })),
  );
}

/** Uses of equal count stand in the order of the names, which a swap turns round. */
function sorted(shown: readonly Shown[]): Shown[] {
  return shown.map((each) => ({
    ...each,
    uses: [...each.uses].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    never: [...each.never].sort(),
  }));
}

function whoIn(text: string): (string | null)[] {
  return symmetry(text).flatMap(({ uses }) => uses.map(([of]) => of));
}

function raw(text: string): Symmetry[] {
  const analysis = analyse(text, lexicon, names);
  const indices = [...analysis.reading.sentences.keys()];
  return symmetryOf([{ id: 'a', date: null, analysis, indices }], names, mirrors);
}

function pair(
  id: string,
  word: string[],
  mirror: string[],
  { plain, unless = [], saidOf = 'bearer' }: { plain?: boolean; unless?: string[]; saidOf?: SaidOf } = {},
): MirrorPair {
  return {
    id,
    word: { label: id, terms: word },
    mirror: { label: id, terms: mirror, plain },
    unless,
    saidOf,
    why: id,
    source: 'usage',
  };
}

function referent(id: string, name: string, kind: Referent['kind'], terms: string[], of?: string): Referent {
  const label = { label: name, terms, contested: false, why: '', source: 'usage', finds: [], ignores: [] };
  return { id, name, kind, of, labels: [label] };
}

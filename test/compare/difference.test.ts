import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differenceOf, type SentenceOf } from '../../src/compare/difference.js';
import { differenceSchema, type Difference } from '../../src/compare/schema/statement.js';
import { loadLexicon } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { openNames } from '../../src/devices/referent.js';

const lexicon = loadLexicon();
const label = { contested: true, why: 'x', source: 'usage', finds: [], ignores: [] };
const names = openNames(
  [
    {
      id: 'river-bridge',
      name: 'The bridge over the Orn',
      kind: 'place',
      labels: [
        { ...label, label: 'Freedom Bridge', terms: ['freedom bridge'] },
        { ...label, label: 'Orn Crossing', terms: ['orn crossing'] },
      ],
    },
  ],
  lexicon.inflect,
);

const sentence = (text: string): SentenceOf => ({ analysis: analyse(text, lexicon, names), index: 0 });
const textOf = ({ analysis: { reading }, index }: SentenceOf): string => {
  const { start = 0, end = 0 } = reading.sentences[index] ?? {};
  return reading.text.slice(start, end);
};
const between = (from: string, to: string): Difference | null => differenceOf(sentence(from), sentence(to));

/** Each slot that is not plainly the same, as "from→to: devices: note". */
function changes(from: string, to: string): string[] {
  return (between(from, to)?.slots ?? [])
    .filter(({ kind, note }) => kind !== 'same' || note !== null)
    .map((slot) => `${slot.from.trim()}→${slot.to.trim()}: ${slot.devices.join(', ')}: ${slot.note ?? ''}`);
}

describe('lays side by side', () => {
  test('a contested name beside another for the same thing, held at a distance', () => {
    expect(
      between(
        'The council reopened Freedom Bridge on Monday.',
        'The council reopened the so-called ‘Orn Crossing’ on Monday.',
      ),
    ).toEqual({
      slots: [
        { kind: 'same', from: 'The council reopened ', to: 'The council reopened ', devices: [], note: null },
        {
          kind: 'changed',
          from: 'Freedom Bridge ',
          to: 'the so-called ‘Orn Crossing’ ',
          devices: ['distancing', 'naming'],
          note: 'another name for the same thing; “so-called” and the quotation marks hold the words at a distance',
        },
        { kind: 'same', from: 'on Monday.', to: 'on Monday.', devices: [], note: null },
      ],
      same: 0.556,
    });
  });

  test.each([
    [
      'a verb that presupposes a fault',
      'The mayor said the dyke was too low.',
      'The mayor admitted the dyke was too low.',
      ['said→admitted: attribution: “admitted” takes a fault as given'],
    ],
    [
      'several words between quotation marks as one change',
      'The council passed the tax reform plan on Tuesday.',
      'The council passed the “tax reform plan” on Tuesday.',
      ['tax reform plan→“tax reform plan”: distancing: the quotation marks hold the words at a distance'],
    ],
    [
      'a loaded word beside a plain one',
      'Police moved the protesters from the port.',
      'Police moved the mob from the port.',
      ['protesters→mob: loaded-terms, sentiment: “mob” puts it in a bad light'],
    ],
    [
      'a hedge that one of them adds',
      'The river flooded forty homes, the mayor said.',
      'The river may have flooded forty homes, the mayor said.',
      ['→may have: certainty: “may have” leaves the claim open'],
    ],
    [
      'the author’s words that another gives to a speaker',
      'Rents in the port rose by nine percent.',
      'The union claimed that rents in the port rose by nine percent.',
      [
        '→The union claimed that: attribution: “claimed” holds the words in doubt',
        'Rents in the port rose by nine percent.→rents in the port rose by nine percent.: : the author’s own words, then another’s (union)',
      ],
    ],
    [
      'words that a function word alone parts as one change',
      'The strike of the dockers closed the port in May.',
      'The march of the pilots closed the port in May.',
      ['strike of the dockers→march of the pilots: : '],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(changes(from, to)).toEqual(expected);
  });

  test('names and inflections apart from the longer changes round them', () => {
    const to = 'On Monday the council reopened the so-called Orn Crossing, which floods had closed.';
    expect(changes('Workers and mayors of nine towns reopen Freedom Bridge.', to)).toEqual([
      'Workers and mayors of nine towns→On Monday the council: : ',
      'reopen→reopened: : ',
      'Freedom Bridge→the so-called Orn Crossing,: distancing, naming: another name for the same thing; “so-called” holds the words at a distance',
      '→which floods had closed: : ',
    ]);
  });

  test('words by their folded form: capitals, curly marks and spelling are no change', () => {
    const { slots, same } =
      between(
        'Dockers organise a strike at the “Old Port” gate.',
        'dockers organize a strike at the "Old Port" gate.',
      ) ?? {};
    expect([slots?.map(({ kind }) => kind), same]).toEqual([['same'], 1]);
  });

  test('the devices that both sides share without naming them', () => {
    expect(
      changes('The disastrous strike closed the port in May.', 'The disastrous strike closed the mine in May.'),
    ).toEqual(['port→mine: : ']);
  });
});

describe('leaves alone', () => {
  test.each([
    [
      'unlike sentences',
      'Rents in the capital rose by nine percent last year.',
      'The river flooded forty homes on Sunday night.',
    ],
    [
      'sentences with a name alone in common',
      'Orania raised the fares of its trams by half this spring, which angered many.',
      'Orania won.',
    ],
  ])('%s', (_, from, to) => {
    expect(between(from, to)).toBeNull();
  });

  test('sentences that differ in more words than a rewording does, however long', () => {
    const long = (word: string): string =>
      `The list names ${Array.from({ length: 400 }, (_, i) => `${word}${'abcdefghij'[i % 10] ?? ''}${'klmnopqrst'[Math.floor(i / 10) % 10] ?? ''} the`).join(' ')} port.`;
    expect(between(long('x'), long('y'))).toBeNull();
  });
});

describe('for any two sentences', () => {
  const word = fc.constantFrom(
    'the',
    'mayor',
    'said',
    'admitted',
    'that',
    'of',
    'dockers',
    'strike',
    '“reform”',
    'so-called',
    'Freedom Bridge',
    'Orn Crossing',
    'the Orn Crossing’s',
    'closed',
    'it',
    'won’t',
    'mob',
    ',',
    '(',
    '  rents',
    'fifty-two',
    '“no',
    'more”',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((each) => `Now ${each.join(' ')}.`);
  // Edited copies share enough to be laid side by side.
  const pair = fc
    .tuple(words, fc.nat(13), fc.nat(3), fc.array(word, { maxLength: 3 }))
    .map(([text, at, drop, added]): [string, string] => {
      const parts = text.split(' ');
      parts.splice(Math.min(at, parts.length), drop, ...added);
      return [text, parts.join(' ')];
    });

  test('all `from` are the first, all `to` the second, and every slot is what it is called', () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [from, to] = [sentence(first), sentence(second)];
        const difference = differenceOf(from, to);
        if (!difference) return;
        expect(differenceSchema.safeParse(difference).error).toBeUndefined();
        expect(difference.slots.map((slot) => slot.from).join('')).toBe(textOf(from));
        expect(difference.slots.map((slot) => slot.to).join('')).toBe(textOf(to));
        for (const { kind, from: left, to: right, devices } of difference.slots) {
          expect([kind, left === '', right === '']).toEqual([kind, kind === 'added', kind === 'removed']);
          if (kind === 'same') expect(devices).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('turned round, they are the same slots with sides changed', () => {
    const turned = { same: 'same', changed: 'changed', removed: 'added', added: 'removed' } as const;
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [from, to] = [sentence(first), sentence(second)];
        const there = differenceOf(from, to);
        const back = differenceOf(to, from);
        const slots = there?.slots.map((slot) => ({
          ...slot,
          kind: turned[slot.kind],
          from: slot.to,
          to: slot.from,
          note: null,
        }));
        expect(back?.same).toBe(there?.same);
        expect(back?.slots.map((slot) => ({ ...slot, note: null }))).toEqual(slots);
      }),
      { numRuns: 300 },
    );
  });

  test('one beside itself is one slot, all the same', () => {
    fc.assert(
      fc.property(words, (text) => {
        const itself = sentence(text);
        const difference = differenceOf(itself, itself);
        const whole = textOf(itself);
        if (difference)
          expect(difference).toEqual({
            slots: [{ kind: 'same', from: whole, to: whole, devices: [], note: null }],
            same: 1,
          });
      }),
      { numRuns: 200 },
    );
  });
});

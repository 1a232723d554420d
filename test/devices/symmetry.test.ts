import { expect, test } from '@jest/globals';
import { loadLexicon, loadNames, loadSeeds } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';

// Mirror-image fairness: whatever is marked for one side is marked for the other.

const PAIRS = [
  ['Armenia', 'Azerbaijan'],
  ['Armenian', 'Azerbaijani'],
  ['Yerevan', 'Baku'],
  ['Pashinyan', 'Aliyev'],
  ['Nikol', 'Ilham'],
];
const other = new Map(
  PAIRS.flatMap(
    ([a = '', b = '']) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
);
const actors = new RegExp(`\\b(?:${[...other.keys()].sort((a, b) => b.length - a.length).join('|')})(?=s?\\b)`, 'g');

const lexicon = loadLexicon();
const names = loadNames(lexicon);

test.each(loadSeeds().seeds.documents.map(({ id, text }) => [id, text]))(
  'swapping the two sides throughout document %s changes nothing but the names',
  (_, text) => {
    const { swapped, back } = swap(text);
    expect(swapped).not.toBe(text);
    expect(swap(swapped).swapped).toBe(text);
    expect(marks(swapped, back)).toEqual(marks(text, (at) => at));
  },
);

/** The findings of a text, names aside, each where `back` leads. */
function marks(text: string, back: (at: number) => number): string[] {
  const { findings } = analyse(text, lexicon, names);
  return findings
    .filter(({ device }) => device !== 'naming')
    .map(({ device, entry, start, end, voice, valence }) =>
      [`${back(start)}–${back(end)}`, device, entry.category, entry.id, voice, valence].join(' '),
    );
}

/** The text with each actor's name for the other's, and the way back from its offsets. */
function swap(text: string): { swapped: string; back: (at: number) => number } {
  const shifts: { at: number; by: number }[] = [];
  let by = 0;
  const swapped = text.replace(actors, (name, at: number) => {
    const swappedName = other.get(name) ?? name;
    const end = at + by + swappedName.length;
    by += swappedName.length - name.length;
    shifts.push({ at: end, by });
    return swappedName;
  });
  return { swapped, back: (at) => at - (shifts.findLast((shift) => shift.at <= at)?.by ?? 0) };
}

import fc from 'fast-check';
import type { OnTopic } from '../../src/compare/on-topic.js';
import { alignStatements, type Aligned } from '../../src/compare/statements.js';
import { loadLexicon, loadWordLists } from '../../src/corpus/compiled.js';
import { analyse } from '../../src/devices/analyse.js';
import { openNames, type Names } from '../../src/devices/referent.js';

const lexicon = loadLexicon(true);
const lists = loadWordLists();

const label = (name: string, ...terms: string[]): Names['referents'][number]['labels'][number] => ({
  label: name,
  terms,
  contested: false,
  why: '',
  source: 'usage',
  finds: [],
  ignores: [],
});
const names = openNames(
  [
    { id: 'freedonia', name: 'Freedonia', kind: 'state', labels: [label('Freedonia', 'freedonia', 'freedonian')] },
    { id: 'firefly', name: 'Firefly', kind: 'person', of: 'freedonia', labels: [label('Firefly', 'firefly')] },
    {
      id: 'strait',
      name: 'The strait',
      kind: 'place',
      labels: [label('Strait of Marl', 'strait of marl'), label('Northern Narrows', 'northern narrows')],
    },
  ],
  lexicon.inflect,
);

export const FERRIES = [
  'Ferry crews walked out on Monday after talks on night shifts collapsed.',
  'The harbour authority said that 40 sailings had been cancelled.',
  'Fares will rise by nine per cent in the spring.',
];
export const STRIKE = [
  'Talks on night shifts collapsed and the ferry crews are on strike.',
  'Passengers slept on benches in the terminal.',
  'A rise in fares of nine per cent is planned.',
];
export const FLOODS = [
  'The river broke its banks near the mill and flooded two villages.',
  'Sandbags were handed out by volunteers at dawn.',
];

const sentence = fc
  .array(fc.constantFrom(...'ferry crew strike harbour fare rise night shift talk river flood village'.split(' ')), {
    minLength: 3,
    maxLength: 8,
  })
  .map((words) => `The ${words.join(' ')} was seen.`);
/** Any few documents of sentences from so small a vocabulary that they meet. */
export const texts = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.array(sentence, { minLength: 1, maxLength: 5 }),
  {
    minKeys: 2,
  },
);

/** Documents of given sentences, all of them on the topic unless told. */
export function align(
  texts: Readonly<Record<string, readonly string[]>>,
  {
    dates = {},
    event = null,
    onTopic = {},
  }: {
    dates?: Record<string, string>;
    event?: { date: string; what: string } | null;
    onTopic?: Record<string, number[]>;
  } = {},
): Aligned {
  const documents = Object.entries(texts).map(([id, sentences]): OnTopic => {
    const analysis = analyse(sentences.join(' '), lexicon, names);
    return { id, date: dates[id] ?? null, analysis, indices: onTopic[id] ?? [...analysis.reading.sentences.keys()] };
  });
  return alignStatements(documents, names, lists, event);
}

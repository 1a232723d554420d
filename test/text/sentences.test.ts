import { expect, test } from '@jest/globals';
import { loadLexicon, loadSeeds } from '../../src/corpus/compiled.js';
import { read } from '../../src/text/read.js';

const { partLines } = loadLexicon();

/** The sentences as they stand; those that are not prose with their kind before them. */
function sentencesOf(text: string): string[] {
  return read(text, partLines).sentences.map(
    ({ start, end, kind }) => (kind === 'prose' ? '' : `${kind}: `) + text.slice(start, end),
  );
}

test.each([
  ['a name with a full stop', ['The views are not those of News.Az.', 'Its site is in Baku.']],
  ['an abbreviation before a name', ['He met U.S. Ambassador Libby in May.', 'Then he left.']],
  ['an abbreviation at a sentence’s end', ['They met in the U.S.', 'The talks went on.']],
  ['titles', ['Gen. Petrov and Sen. Naturel agreed with Dr. Kuzio.', 'Mr. Darmanin did not.']],
  ['dates', ['He went to Moscow on Nov. 8 without a word.', 'Nobody asked.']],
  ['sums', ['It cost $1.5 million, i.e. 3.5% of the rest.', 'They paid.']],
  ['a closing quotation mark', ['She said: “We will stay.”', 'Then she left.']],
  ['a quotation of two sentences', ['‘France stands by Armenia.', 'We are on its side.’', 'He said no more.']],
  [
    'sums and hours at a sentence’s end',
    ['It cost $15m.', 'Members voted until 5 p.m.', 'Residents paid £5bn.', 'The end.'],
  ],
  [
    'hours inside a sentence',
    ['They left at 5 p.m. Friday.', 'At 5 p.m. Mayor Lind came.', 'It shut at 9 a.m. Oslo time.'],
  ],
  ['questions and cries', ['What now?', 'Nobody knows!', 'We wait.']],
  ['an ellipsis before a small letter', ['We wait...  and see.', 'Then we go.']],
])('keeps together and parts rightly: %s', (_, sentences) => {
  expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
});

test('ends a sentence with its paragraph, and a heading with its line', () => {
  const lines = [
    'France and its partners',
    'The first paragraph says something plain and stops. It goes on.',
    'Another heading here',
    'The second paragraph breaks off without a full stop, as scraped texts do, and is long enough to be no heading of any kind, so that nobody could take it for one',
    'The last paragraph says it again and ends.',
  ];
  expect(sentencesOf(lines.join('\n\n'))).toEqual([
    'title: France and its partners',
    'The first paragraph says something plain and stops.',
    'It goes on.',
    'heading: Another heading here',
    ...lines.slice(3),
  ]);
});

test('mends what the seeds break', () => {
  const { documents } = loadSeeds().seeds;
  const all = documents.flatMap(({ text }) => sentencesOf(text)).map((sentence) => sentence.replace(/\s+/g, ' '));
  const one = (start: string): string[] => all.filter((sentence) => sentence.startsWith(start));
  expect([one('France became the last'), one('This has become'), one('It is a town'), one('Now, “the ball')]).toEqual([
    [
      'France became the last country whose diplomat visited the recently liberated territories, following the U.S. Ambassador’s visit to Shusha in early May.',
    ],
    [
      'This has become more urgent with potential shifts in U.S. policy, especially if Donald Trump returns to the White House.',
    ],
    [
      'It is a town and its road connecting Armenia and Karabakh have been points of contention between Baku and other countries, notably France.',
    ],
    ['Now, “the ball is in Paris’s court.”'],
  ]);
});

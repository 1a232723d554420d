import { expect, test } from '@jest/globals';
import { loadLexicon, loadSeeds } from '../../src/corpus/compiled.js';
import { read } from '../../src/text/read.js';

const { partLines } = loadLexicon();
const { documents } = loadSeeds().seeds;

function partsOf(text: string): [string, string][] {
  return read(text, partLines).parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

function seed(id: string): [string, string][] {
  return partsOf(documents.find((document) => document.id === id)?.text ?? '');
}

const shortened = (parts: readonly [string, string][]): string[] =>
  parts.map(([kind, text]) => `${kind}: ${text.length > 48 ? `${text.slice(0, 48)}…` : text}`);

test('tells the Aze.Media article from its menus, related headlines and image names', () => {
  const parts = seed('003');
  expect(shortened(parts.filter(([kind]) => kind !== 'furniture'))).toEqual([
    'title: French foreign policy breaks with its Western al…',
    'prose: The Minsk Group failed to achieve any breakthrou…',
    'prose: With France and the US absent, Russia was able t…',
    'prose: Throughout the decade prior to the Second Karaba…',
    'prose: The US was little better as Washington had long …',
    'prose: France’s inability to adopt a balanced approach …',
    'prose: France’s National Assembly also called upon the …',
    'prose: Support for Armenia is probably the only policy …',
    'prose: Recently, France sold an air defence system to A…',
    'prose: France’s support for Armenia away from Ukraine w…',
    'prose: Ukraine is fighting an existential war for survi…',
    'prose: Armenia is a founding member of the Russian-led …',
    'prose: France’s security relationship with Armenia conf…',
    'prose: France, like many EU members, would welcome Arme…',
    'prose: France is jumping the gun in militarily supporti…',
    'prose: France’s bias towards Armenia and support for se…',
    'prose: France pursues contradictory goals of restoring …',
    'biography: Taras Kuzio is a professor of political science …',
  ]);
  const first = parts.findIndex(([kind]) => kind !== 'furniture');
  const last = parts.findLastIndex(([kind]) => kind !== 'furniture');
  expect(shortened(parts.slice(first, last).filter(([kind]) => kind === 'furniture'))).toEqual([
    'furniture: AzeMedia',
    'furniture: By AzeMedia Published November 16, 2023 8 Min Re…',
    'furniture: Az france flag',
  ]);
  expect([first, parts.length - last - 1]).toEqual([41, 78]);
});

test('tells titles, headings and an editor’s note of the other seeds from their prose', () => {
  const odd = (id: string): string[] => shortened(seed(id).filter(([kind]) => kind !== 'prose'));
  expect([odd('000'), odd('001'), odd('002'), odd('004')]).toEqual([
    [],
    [
      'title: France’s gamble against Azerbaijan: Paris’s geop…',
      'note: Editor’s note: Zaur Nurmamedov is a journalist a…',
    ],
    [
      'heading: Azerbaijan Steps up Hybrid Warfare in Overseas F…',
      'heading: Involvement of Russia and Turkey Further Complic…',
      'furniture: COMMENTS',
    ],
    [],
  ]);
});

test('takes the hard-wrapped lines of a mail for one paragraph', () => {
  const paragraph = [
    'The minister said on Tuesday that the talks with the neighbouring',
    'state had come to an end without a result, and that his government',
    'would not go back to them before the winter was over.',
  ].join('\n');
  expect(partsOf(`${paragraph}\n\nNobody in the capital was surprised by it at all.`)).toEqual([
    ['prose', paragraph],
    ['prose', 'Nobody in the capital was surprised by it at all.'],
  ]);
});

test('takes a text without prose as its own argument', () => {
  expect(partsOf('Regime falls\nMobs cheer')).toEqual([
    ['prose', 'Regime falls'],
    ['prose', 'Mobs cheer'],
  ]);
});

test('keeps a list and a quotation inside the article', () => {
  const text = [
    'The plan has three parts, the ministry said on Monday.',
    '• A new road to the southern border',
    '• A railway through the northern valley',
    'Nobody knows what all of it will cost in the end.',
  ];
  expect(partsOf(text.join('\n')).map(([kind]) => kind)).toEqual(['prose', 'prose', 'prose', 'prose']);
});

test('loses nothing: parts are in order and hold every visible character', () => {
  for (const { text } of documents) {
    const { parts } = read(text, partLines);
    let at = 0;
    let between = '';
    for (const { start, end } of parts) {
      expect(start).toBeGreaterThanOrEqual(at);
      between += text.slice(at, start);
      at = end;
    }
    expect(`${between}${text.slice(at)}`.trim()).toBe('');
  }
});

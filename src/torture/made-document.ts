import type { NewDocument } from '../corpus/store/shapes.js';
import { chance } from './chance.js';

const WORDS =
  'the council said rents rose after a vote on homes while the river flooded streets and teachers went on strike'.split(
    ' ',
  );

/** An article by its number: always the same, unlike all others, about as long as asked for (in UTF-16 units). */
export function madeDocument(number: number, length = 2_000): NewDocument {
  const random = chance(number + 1);
  let text = `Report ${number}.`;
  while (text.length < length) {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => madeWord(random));
    text += `${random() < 0.2 ? '\n\n' : ' '}The ${words.join(' ')}.`;
  }
  return {
    file: `report-${number}.html`,
    format: 'html',
    bytes: Buffer.from(`<article>${text}</article>`, 'utf8'),
    text,
    title: { is: `Report ${number}`, found: '<title>' },
    outlet: { is: `Outlet ${number % 40}`, found: 'og:site_name' },
    author: null,
    date: null,
    url: null,
    warnings: [],
    language: { code: 'en', supported: true },
  };
}

/** Half of the words are common, the others from some thousands, as in a newspaper. */
function madeWord(random: () => number): string {
  if (random() < 0.6) return WORDS[Math.floor(random() * WORDS.length)] ?? 'the';
  const letters = 'aeioubcdfglmnprst';
  const of = chance(Math.floor(random() ** 2 * 4_000));
  return Array.from({ length: 4 + Math.floor(of() * 6) }, () => letters[Math.floor(of() * letters.length)]).join('');
}

import type { ComparedDocument, ComparedFinding } from '../../../compare/schema/document.js';
import { counted, listed, quotedWord } from '../../prose.js';
import { MOST_EXAMPLES, type StandOut } from './piece.js';

export function loadDiffers(covering: readonly ComparedDocument[]): StandOut | undefined {
  const loaded = covering.map(({ short, counts, passages }) => ({
    short,
    words: counts.words,
    marks: counts.marks['loaded-terms'].author,
    findings: findingsOf(passages, 'loaded-terms'),
  }));
  const most = [...loaded].sort((a, b) => b.marks - a.marks)[0];
  if (!most || most.marks < 2) return undefined;
  const examples = [
    ...new Set(most.findings.filter(({ voice }) => voice === 'author').map(({ text }) => quotedWord(text))),
  ].slice(0, MOST_EXAMPLES);
  // No ranking: a rate from few words turns with one mark.
  const rest = loaded
    .filter((each) => each !== most)
    .map(({ short, marks, words }) => `${short} ${marks === 0 ? 'none' : String(marks)} in ${words}`);
  return [
    { text: 'Loaded terms in the author’s own voice:', strong: true },
    {
      text: ` ${most.short} ${most.marks} in ${counted(most.words, 'word')}, such as ${listed(examples)}${rest.length > 0 ? `; ${listed(rest)}` : ''}. `,
    },
    { text: 'At a glance', href: '#glance' },
  ];
}

export function scareQuotes(covering: readonly ComparedDocument[]): StandOut | undefined {
  const users = covering
    .map(({ short, passages }) => ({
      short,
      quotes: findingsOf(passages, 'distancing').filter(({ category }) => category === 'scare-quotes'),
    }))
    .filter(({ quotes }) => quotes.length > 0);
  if (users.length === 0) return undefined;
  const told = users.map(
    ({ short, quotes }) =>
      `${short} round ${listed([...new Set(quotes.map(({ text }) => bare(text)))].slice(0, MOST_EXAMPLES))}`,
  );
  return [
    { text: 'Words held at a distance by quotation marks:', strong: true },
    { text: ` ${listed(told)}. ` },
    { text: 'The passages', href: '#passages' },
  ];
}

function findingsOf(passages: ComparedDocument['passages'], device: ComparedFinding['device']): ComparedFinding[] {
  return passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ findings }) => findings.filter((finding) => finding.device === device)),
  );
}

/** A quoted word without the marks and the comma inside them, in one kind of marks. */
function bare(text: string): string {
  const inner = text.slice(1, -1);
  return quotedWord([',', '.', ';'].includes(inner.slice(-1)) ? inner.slice(0, -1) : inner);
}

import { loadLexicon, loadNames, loadSeeds } from '../corpus/compiled.js';
import { keptBytes, pack } from '../corpus/packed.js';
import { findingsOf } from '../devices/analysis.js';
import { hear } from '../devices/hearing.js';
import { findTerms } from '../devices/terms.js';
import { analyse } from '../devices/analyse.js';
import { loadModel, read } from '../text/read.js';
import { inTurn, median, timed, type Figure } from './figure.js';

const SMALL = 6 * 1024;
const LARGE = 1024 * 1024;

/** Reading and devices beside the bare language model, growth, memory, loading. */
export function readings(): Figure[] {
  const lexicon = loadLexicon();
  const names = loadNames(lexicon);
  const { nlp } = loadModel();
  const { seeds } = loadSeeds();
  // The four seeds without a page round them, over and over: the model and Parallax read the same words.
  const article = seeds.documents.flatMap(({ id, text }) => (id === '003' ? [] : [text])).join('\n\n');
  const large = article.repeat(Math.ceil(LARGE / article.length)).slice(0, LARGE);
  const medium = large.slice(0, LARGE / 4);
  const small = large.slice(0, SMALL);
  const reading = read(medium, lexicon.partLines);
  const terms = findTerms(reading, lexicon, names);
  const heard = hear(reading, terms, lexicon.speakers);

  const [model = 1, whole = 1, reads = 1, hears = 1, devices = 1] = inTurn(
    7,
    () => nlp.readDoc(medium),
    () => analyse(medium, lexicon, names),
    () => read(medium, lexicon.partLines),
    () => hear(reading, terms, lexicon.speakers),
    () => findingsOf(reading, lexicon, findTerms(reading, lexicon, names), heard),
  );
  const times = (text: string, count: number): number =>
    median(Array.from({ length: 5 }, () => timed(() => repeat(count, () => analyse(text, lexicon, names))) / count));
  const growth = Math.log(times(large, 1) / times(small, 40)) / Math.log(LARGE / SMALL);
  const entries = [...lexicon.entries, ...names.entries];
  const kept = seeds.documents.map(({ text }) => keptBytes(pack(analyse(text, lexicon, names), entries)));
  const [loading = 0] = inTurn(5, () => loadLexicon());
  return [
    {
      name: 'analysis-to-model',
      value: model / whole,
      bound: '0.5 or more',
      detail: 'speed of reading plus all devices, to the bare model’s sentences and tags on the same text',
    },
    {
      name: 'devices-to-reading',
      value: devices / (reads + hears),
      bound: '0.2 or less',
      detail: 'time of all devices together, to that of reading and its voices',
    },
    { name: 'growth-exponent', value: growth, bound: '1.1 or less', detail: 'of time over length, from 6 KB to 1 MB' },
    {
      name: 'kept-kb-per-document',
      value: Math.max(...kept) / 1024,
      bound: '10 or less',
      detail: 'kept beside the text, the largest of the seeds',
    },
    { name: 'lexicon-load-ms', value: loading, bound: '150 or less', detail: `${lexicon.entries.length} entries` },
  ];
}

function repeat(count: number, call: () => unknown): void {
  for (let i = 0; i < count; i += 1) call();
}

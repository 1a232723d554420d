import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_FOLDER } from '../build/folders.js';
import type { OnTopic } from '../compare/on-topic.js';
import { featureReader, type Told } from '../compare/statements/features.js';
import { findLinks } from '../compare/statements/links.js';
import { BOUNDED, EXACT } from '../compare/statements/neighbours.js';
import { gatherRows } from '../compare/statements/rows.js';
import { loadLexicon, loadWordLists } from '../corpus/compiled.js';
import { analyse } from '../devices/analyse.js';
import { NO_NAMES } from '../devices/referent.js';
import { timed, type Figure } from './figure.js';

const SMALL = 10_000;
const LARGE = 40_000;
/** As many as can be compared exactly in a few seconds. */
const COMPARED_EXACTLY = 4_000;
const IN_A_DOCUMENT = 50;
/** News is said again while it is new: among this many sentences. */
const FRESH = 2_000;
const ROUNDS = 3;

/** Matching sentences of many documents: growth of time, and pairs lost to the bounds on what is looked at. */
export function statements(): Figure[] {
  const told = syntheticSentences(LARGE);
  const rows = (sentences: readonly Told[]): unknown => gatherRows(sentences, findLinks(sentences, BOUNDED));
  const [small, large] = [SMALL, LARGE].map((count) => {
    const some = told.slice(0, count);
    return Math.min(...Array.from({ length: ROUNDS }, () => timed(() => rows(some))));
  });
  const few = told.slice(0, COMPARED_EXACTLY);
  const exact = findLinks(few, EXACT).map(({ a, b }) => `${a} ${b}`);
  const bounded = new Set(findLinks(few, BOUNDED).map(({ a, b }) => `${a} ${b}`));
  return [
    {
      name: 'statements-growth-exponent',
      value: Math.log((large ?? 1) / (small ?? 1)) / Math.log(LARGE / SMALL),
      bound: '1.2 or less',
      detail: `of time over sentences, from ${SMALL} to ${LARGE} (${Math.round((large ?? 0) / 100) / 10} s)`,
    },
    {
      name: 'statements-pairs-kept',
      value: exact.filter((pair) => bounded.has(pair)).length / exact.length,
      bound: '0.99 or more',
      detail: `of the ${exact.length} pairs among ${COMPARED_EXACTLY} sentences that an exact comparison finds`,
    },
  ];
}

/** Sentences of common words by Zipf's law; every other one says again, in part, what another document said. */
function syntheticSentences(count: number): Told[] {
  const words = readFileSync(join(LEXICON_FOLDER, 'common-words.txt'), 'utf8').trim().split('\n');
  const next = generator(7);
  const word = (): string => words[Math.floor(words.length ** next())] ?? 'the';
  const said: string[][] = [];
  const read = featureReader(NO_NAMES, loadWordLists());
  const lexicon = loadLexicon(true);
  const told: Told[] = [];
  for (let place = 0; place < count / IN_A_DOCUMENT; place += 1) {
    const sentences = Array.from({ length: IN_A_DOCUMENT }, (_, at) => {
      const again = at % 2 === 1 ? said[said.length - 1 - Math.floor(next() * FRESH)] : undefined;
      return again
        ? again.map((each) => (next() < 0.4 ? word() : each))
        : Array.from({ length: 8 + Math.floor(next() * 16) }, word);
    });
    const text = sentences.map((each) => `${capital(each.join(' '))}.`).join(' ');
    const analysis = analyse(text, lexicon, NO_NAMES);
    const document: OnTopic = {
      id: String(place),
      date: null,
      analysis,
      indices: [...analysis.reading.sentences.keys()],
    };
    told.push(...read(document, place).flatMap((each) => each ?? []));
    said.push(...sentences);
  }
  return told.slice(0, count);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A linear congruential generator: the same sentences on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

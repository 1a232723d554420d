import { loadSeeds } from '../corpus/compiled.js';
import { foundData, searchCorpus, type Found, type FoundDocument } from '../corpus/search-corpus.js';
import { ParallaxError } from '../text/error.js';
import { flag, text, write } from './options.js';
import { counted, shown } from './shown.js';
import { ownCorpus, withStore } from './store.js';

const FOUND_A_PAGE = 20;
/** Sentences of a document in text; JSON has all. */
const FIRST_SENTENCES = 5;

/** `parallax search`: documents of a corpus that hold all of some words, the best first, each with the sentences that do. */
export async function searchAsked(name: string, words: readonly string[], options: unknown): Promise<void> {
  const page = pageOf(text(options, 'page') ?? '1');
  const offset = (page - 1) * FOUND_A_PAGE;
  const found = await withStore(async (store) => {
    const { id } = await ownCorpus(store, name);
    return searchCorpus(store, loadSeeds().build, id, words.join(' '), { limit: FOUND_A_PAGE, offset });
  });
  await write(flag(options, 'json') ? `${JSON.stringify(foundData(found), null, 2)}\n` : linesOf(found, page).join(''));
}

function linesOf({ total, found }: Found, page: number): string[] {
  if (total === 0) return ['no document holds all of these words\n'];
  const isLast = page * FOUND_A_PAGE >= total;
  return [
    `${counted(total, 'document')} with all of these words\n`,
    ...found.flatMap(documentLines),
    ...(isLast ? [] : [`the next ${FOUND_A_PAGE}: --page ${page + 1}\n`]),
  ];
}

function documentLines({ document: { id, short, title }, sentences }: FoundDocument): string[] {
  const rest = sentences.length - FIRST_SENTENCES;
  const name = title === null ? short : `${short}: ${title.is}`;
  return [
    `${id}  ${shown(name)} (${counted(sentences.length, 'sentence')})\n`,
    ...sentences
      .slice(0, FIRST_SENTENCES)
      .map((sentence) => `  ${sentence.start}-${sentence.end}  ${shown(sentence.text)}\n`),
    ...(rest > 0 ? [`  and ${rest} more\n`] : []),
  ];
}

function pageOf(given: string): number {
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given);
  throw new ParallaxError('bad-option', `--page cannot be "${given}"`, 'give a number from 1 on');
}

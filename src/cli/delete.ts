import { ParallaxError } from '../text/error.js';
import { write } from './options.js';
import { counted, shown } from './shown.js';
import { ownCorpus, withStore } from './store.js';

/** `parallax delete`: takes a corpus away, and says how to have it back. */
export async function deleteAsked(corpus: string): Promise<void> {
  await withStore(async (store) => {
    const { id, title, documents } = await ownCorpus(store, corpus);
    const { revision } = await store.deleteCorpus(id);
    await write(`${shown(title)} (${id}) is deleted, with ${counted(documents, 'document')}\n`);
    await write(`to have it back: parallax undo ${id} ${revision}\n`);
  });
}

/** `parallax undo`: takes one change of a corpus back, by its number. */
export async function undoAsked(corpus: string, change: string): Promise<void> {
  const revision = Number(change);
  if (!/^\d{1,15}$/.test(change) || revision < 1)
    throw new ParallaxError(
      'bad-option',
      `"${change}" is no number of a change`,
      'give the number that delete printed',
    );
  await withStore(async (store) => {
    await store.undo(corpus, revision);
    await write(`change ${revision} of ${corpus} is taken back\n`);
  });
}

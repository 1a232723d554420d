import { readFile, stat } from 'node:fs/promises';
import { importArchive } from '../corpus/import-archive.js';
import { ParallaxError } from '../text/error.js';
import { write } from './options.js';
import { counted, shown } from './shown.js';
import { withStore } from './store.js';

/** What an archive expands to is limited too; this one is read whole. */
const MOST_BYTES = 1024 * 1024 * 1024;

export async function importArchived(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new ParallaxError('no-file', `there is no file ${file}`, 'give the path of an exported corpus');
  if (found.size > MOST_BYTES)
    throw new ParallaxError('too-large', `${file} is larger than a gigabyte`, 'export a smaller corpus');
  const bytes = await readFile(file).catch(() => {
    throw new ParallaxError('no-file', `${file} cannot be opened`, 'give read permission');
  });
  await withStore(async (store) => {
    const { answer: id } = await importArchive(store, bytes);
    const { title } = await store.readCorpus(id);
    const { total } = await store.listDocuments(id, { limit: 1 });
    await write(`${shown(title)} (${id}): ${counted(total, 'document')}\n`);
  });
}

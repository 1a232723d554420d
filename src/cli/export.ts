import { exportCorpus } from '../corpus/archive.js';
import { text, write } from './options.js';
import { shown } from './shown.js';
import { ownCorpus, withStoreRead } from './store.js';
import { checkWritable, writeAside } from './write-aside.js';

/** `parallax export`: a corpus as one archive, which `parallax import --archive` takes anywhere. */
export async function exportAsked(corpus: string, options: unknown): Promise<void> {
  const file = text(options, 'to') ?? '';
  await checkWritable(file);
  await withStoreRead(async (store) => {
    const { id, title } = await ownCorpus(store, corpus);
    await writeAside(file, exportCorpus(store, id));
    await write(`${file}: ${shown(title)} (${id})\n`);
  });
}

import { loadSeeds } from '../corpus/compiled.js';
import { write } from './options.js';
import { counted, shown } from './shown.js';
import { withStoreRead } from './store.js';

/** `parallax corpora`: the built-in corpus and one's own, a line each. */
export async function corpora(): Promise<void> {
  const { seeds } = loadSeeds();
  const builtIn = { ...seeds, documents: seeds.documents.length, topics: seeds.topics.length, note: ', built in' };
  const own = (await withStoreRead((store) => store.listCorpora())).map((each) => ({ ...each, note: '' }));
  const all = [builtIn, ...own];
  const widest = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(
    ({ id, title, documents, topics, note }) =>
      `${id.padEnd(widest)}  ${shown(title)}: ${counted(documents, 'document')}, ${counted(topics, 'topic')}${note}\n`,
  );
  await write(lines.join(''));
}

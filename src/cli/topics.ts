import { text, write } from './options.js';
import { shown } from './shown.js';

/** `parallax topics`: what can be compared in a corpus, a line each. */
export async function topics(options: unknown): Promise<void> {
  const found = await topicsOf(text(options, 'corpus'));
  const widest = Math.max(0, ...found.map(({ id }) => id.length));
  await write(
    found.map(({ id, title, question }) => `${id.padEnd(widest)}  ${shown(`${title}: ${question}`)}\n`).join(''),
  );
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly question: string;
}

/** Neither needs a library opened. */
async function topicsOf(corpus: string | undefined): Promise<readonly Titled[]> {
  const { builtIn, ownCorpus, withStoreRead } = await import('./store.js');
  if (corpus === undefined || corpus === builtIn())
    return (await import('../corpus/compiled.js')).loadSeeds().seeds.topics;
  return withStoreRead(async (store) => {
    const { id } = await ownCorpus(store, corpus);
    return (await store.list(id, 'topic')).map(({ value }) => value);
  });
}

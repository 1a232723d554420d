import { openCorpora } from '../corpus/corpora.js';
import type { Library } from '../corpus/library.js';
import { openSeedLibrary } from '../corpus/seed-library.js';
import { openProgress } from './progress.js';
import { builtIn, openOwnStore, ownCorpus } from './store.js';

/** Works with the library of the corpus that `--corpus` names, the built-in one if none; says what it leaves out. */
export async function withLibrary<T>(name: string | undefined, work: (library: Library) => Promise<T>): Promise<T> {
  if (name === undefined || name === builtIn()) return work(openSeedLibrary());
  const store = await openOwnStore({ reading: true });
  try {
    const { id } = await ownCorpus(store, name);
    const corpora = openCorpora(store);
    const progress = openProgress('analysed', 'documents');
    try {
      const { library, unread, unsupported } = await corpora.open(id, { onProgress: progress.at });
      progress.end();
      for (const { id: of, problem } of unread) process.stderr.write(`left out: document ${of}, since ${problem}\n`);
      if (store.readOnly && unread.length > 0)
        process.stderr.write('what is not analysed yet is analysed when the corpus is opened in a running server.\n');
      if (unsupported.length > 0)
        process.stderr.write(`left out, in no supported language: ${unsupported.map(({ id }) => id).join(', ')}\n`);
      return await work(library);
    } finally {
      await corpora.close();
    }
  } finally {
    store.close();
  }
}

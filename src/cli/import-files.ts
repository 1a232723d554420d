import { readFile } from 'node:fs/promises';
import { openCorpora } from '../corpus/corpora.js';
import { importFile, MOST_BYTES } from '../corpus/import/import-file.js';
import { isSkipped, type Imported, type Skipped } from '../corpus/import/imported.js';
import { inOrder } from '../corpus/import/in-order.js';
import { fromImported } from '../corpus/store/from-imported.js';
import type { NewDocument } from '../corpus/store/shapes.js';
import type { Store } from '../corpus/store/store.js';
import { ParallaxError } from '../text/error.js';
import { isListed, listFiles, unreadable, type ListedFile } from './file-list.js';
import { openTally, type Tally } from './import-tally.js';
import { write } from './options.js';
import { openProgress } from './progress.js';
import { corpusNamed, openOwnStore } from './store.js';

/**
 * Files and folders into a corpus, which is made with the first document; then they are analysed. `encoding` is one of
 * `ENCODINGS`, for their texts, pages and tables.
 */
export async function importFiles(name: string, paths: readonly string[], encoding?: string): Promise<void> {
  const store = await openOwnStore();
  try {
    const found = await corpusNamed(store, name);
    const tally = openTally();
    if (found) for (const each of await store.allDocuments(found.id)) tally.know(each, store.textNow(each));
    const { files, hidden } = await listFiles(paths);
    tally.passOver(hidden);
    const documents = read(files, tally, encoding);
    const first = await documents.next();
    if (first.done) throw await nothingTaken(tally);
    const all = followedBy(first.value, documents);
    const { corpus, added } = (await store.importDocuments(found ? { corpus: found.id } : { title: name }, all)).answer;
    tally.add(added);
    await write(tally.summary(found?.title ?? name.trim(), corpus));
    await analyse(store, corpus);
  } finally {
    // The parsers' processes end with the program.
    store.close();
  }
}

/** Files begun before their turn comes: one for each parser, and one that is read from the disk meanwhile. */
const AHEAD = 3;

/** The documents of all files in their order; what is not taken is tallied. */
async function* read(
  files: readonly (ListedFile | Skipped)[],
  tally: Tally,
  encoding: string | undefined,
): AsyncGenerator<NewDocument, void> {
  const progress = openProgress('read', 'files');
  let done = 0;
  for await (const { first, rest } of inOrder(files, AHEAD, (file) => begin(file, encoding))) {
    for (let next = first; !next.done; next = await rest.next()) {
      if (isSkipped(next.value)) tally.skip(next.value);
      else {
        tally.give(next.value);
        yield fromImported(next.value);
      }
    }
    progress.at({ done: (done += 1), of: files.length });
  }
  progress.end();
}

type Results = AsyncGenerator<Imported | Skipped, void, undefined>;

/** A file's first document is worked on before its turn; the others of a table or an archive would fill the memory. */
async function begin(
  file: ListedFile | Skipped,
  encoding: string | undefined,
): Promise<{ first: IteratorResult<Imported | Skipped, void>; rest: Results }> {
  const rest = results(file, encoding);
  return { first: await rest.next(), rest };
}

const LARGEST = Math.max(...Object.values(MOST_BYTES));

async function* results(file: ListedFile | Skipped, encoding: string | undefined): Results {
  if (!isListed(file)) {
    yield file;
    return;
  }
  if (file.bytes > LARGEST) {
    yield unreadable(file.name, `is larger than ${LARGEST / (1024 * 1024)} MB`, 'split it');
    return;
  }
  const bytes = await readFile(file.path).catch(() => undefined);
  if (bytes) yield* importFile(file.name, bytes, encoding === undefined ? {} : { encoding });
  else yield unreadable(file.name, 'cannot be opened', 'give read permission');
}

async function* followedBy<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** One file's reason is the line to print; those of many are listed before it. */
async function nothingTaken({ skipped, passedOver }: Tally): Promise<ParallaxError> {
  const [only, second] = skipped;
  if (!only)
    return new ParallaxError(
      'no-file',
      passedOver() > 0 ? 'these folders hold hidden files only' : 'these folders hold no files',
      'give files, or a folder of them',
    );
  if (!second) return new ParallaxError('bad-input', only.problem, only.remedy);
  await write(skipped.map(({ problem, remedy }) => `  ${problem}: ${remedy}.\n`).join(''));
  return new ParallaxError(
    'bad-input',
    `none of ${skipped.length} files can be taken, for the reasons listed`,
    'mend one and import again',
  );
}

/** Whoever compares next need not wait for it; what fails here is told there. */
async function analyse(store: Store, corpus: string): Promise<void> {
  const corpora = openCorpora(store);
  const progress = openProgress('analysed', 'documents');
  try {
    await corpora.open(corpus, { onProgress: progress.at });
    progress.end();
  } finally {
    await corpora.close();
  }
}

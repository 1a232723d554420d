import { homedir } from 'node:os';
import { loadSeeds } from '../corpus/compiled.js';
import { dataFolder } from '../corpus/store/folder.js';
import type { CorpusListing } from '../corpus/store/corpora.js';
import { openStore, type Store } from '../corpus/store/store.js';
import { ParallaxError } from '../text/error.js';

/** Opens the user's store for one command; one that only reads works beside a running server. @throws {ParallaxError} what `openStore` throws */
export async function openOwnStore({ reading = false } = {}): Promise<Store> {
  try {
    return await openStore(dataFolder(process.env, process.platform, homedir()), { reserved: [builtIn()], reading });
  } catch (error) {
    if (!(error instanceof ParallaxError) || error.code !== 'store-in-use') throw error;
    throw new ParallaxError(
      'store-in-use',
      'another Parallax has this store open, a running server or command',
      'stop the server (Ctrl-C where npm start runs) and give the command again, or set PARALLAX_DATA to another folder',
    );
  }
}

export function withStoreRead<T>(work: (store: Store) => Promise<T>): Promise<T> {
  return withStore(work, true);
}

export async function withStore<T>(work: (store: Store) => Promise<T>, reading = false): Promise<T> {
  const store = await openOwnStore({ reading });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** The built-in corpus's id. */
export const builtIn = (): string => loadSeeds().seeds.id;

/** By its id, or else by its title in any case; undefined where there is none. */
export async function corpusNamed(store: Store, name: string): Promise<CorpusListing | undefined> {
  refuseBuiltIn(name);
  const listed = await store.listCorpora();
  return (
    listed.find(({ id }) => id === name) ??
    listed.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase())
  );
}

/** @throws {ParallaxError} `not-found` */
export async function ownCorpus(store: Store, name: string): Promise<CorpusListing> {
  const found = await corpusNamed(store, name);
  if (!found)
    throw new ParallaxError(
      'not-found',
      `there is no corpus "${name.slice(0, 60)}"`,
      'parallax corpora lists those there are, parallax import --corpus NAME FILES makes one',
    );
  return found;
}

export function refuseBuiltIn(name: string): void {
  if (name === builtIn())
    throw new ParallaxError(
      'bad-option',
      'the built-in corpus is part of the program and stays as it is',
      'name a corpus of your own; parallax corpora lists them',
    );
}

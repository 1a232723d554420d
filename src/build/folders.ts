import { fileURLToPath } from 'node:url';

/** The project's own folders, found from the compiled file's place (`dist/build/`). */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const LEXICON_FOLDER = `${ROOT}lexicon`;
export const SEEDS_FOLDER = `${ROOT}seeds`;

import type { Lexicon } from '../devices/lexicon/lexicon.js';
import { fromJson, loadLexicon, loadNames, loadSeeds, loadWordLists, stale } from './compiled.js';
import { analysisVersion, openLibrary, type Library } from './library.js';

/** The built-in corpus, opened from what the build made: no YAML, no language model, no text read again. */
export function openSeedLibrary(lexicon: Lexicon = loadLexicon(true)): Library {
  const compiled = loadSeeds();
  const { seeds, analyses } = compiled;
  if (compiled.analysisVersion !== analysisVersion(lexicon, seeds.referents)) throw stale();
  const kept = seeds.documents.map((document, index) => ({ document, packed: fromJson(analyses[index] ?? {}) }));
  return openLibrary({
    seeds,
    kept,
    lexicon,
    names: loadNames(lexicon, compiled),
    lists: loadWordLists,
    build: compiled.build,
  });
}

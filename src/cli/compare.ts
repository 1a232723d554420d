import { loadLexicon, loadNames, loadRelated, loadSeeds } from '../corpus/compiled.js';
import { openSeedLibrary } from '../corpus/seed-library.js';
import { analyseDocument, readDocuments } from '../corpus/files.js';
import { openLibrary, type Library } from '../corpus/library.js';
import { pack } from '../corpus/packed.js';
import { openReader } from '../corpus/reader.js';
import type { Comparison } from '../compare/schema.js';
import { ParallaxError } from '../text/error.js';
import { choice, text, write } from './options.js';

export async function compareDocuments(files: readonly string[], options: unknown): Promise<void> {
  const format = choice(text(options, 'format'), 'format', ['json', 'csv', 'text']);
  const library = files.length > 0 ? await libraryOf(files) : openSeedLibrary();
  const comparison = compareAsked(library, text(options, 'topic'), text(options, 'query'));
  await write(await shown(comparison, format));
}

/** The comparison that `--topic` or `--query` asks for. */
export function compareAsked(library: Library, topic: string | undefined, query: string | undefined): Comparison {
  if ((topic === undefined) === (query === undefined)) {
    throw new ParallaxError('bad-option', 'a comparison needs one topic', 'give either --topic ID or --query "WORDS"');
  }
  return topic === undefined ? library.compareQuery(query ?? '') : library.compareTopic(library.topic(topic));
}

async function shown(comparison: Comparison, format: 'json' | 'csv' | 'text'): Promise<string> {
  if (format === 'json') return `${JSON.stringify(comparison, null, 2)}\n`;
  if (format === 'csv') return (await import('../sheet/csv.js')).comparisonCsv(comparison);
  return (await import('../sheet/text.js')).comparisonText(comparison);
}

/** Any text files as a corpus for the moment, with the built-in topics and names. */
async function libraryOf(files: readonly string[]): Promise<Library> {
  const reader = openReader();
  try {
    const documents = await readDocuments(files);
    const { seeds } = loadSeeds();
    const lexicon = loadLexicon();
    const names = loadNames(lexicon);
    const entries = [...lexicon.entries, ...names.entries];
    const kept = await Promise.all(
      documents.map(async (document) => ({
        document,
        packed: pack(await analyseDocument(document, reader, lexicon, names), entries),
      })),
    );
    return openLibrary({
      seeds: { ...seeds, id: 'files', title: 'Files' },
      kept,
      lexicon,
      names,
      related: loadRelated,
      build: '',
    });
  } finally {
    await reader.close();
  }
}

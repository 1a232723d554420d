import { loadLexicon, loadNamesAnywhere, loadSeeds, loadWordLists } from '../corpus/compiled.js';
import { analyseDocument, readDocuments } from '../corpus/files.js';
import { openLibrary, type Library } from '../corpus/library.js';
import { pack } from '../corpus/packed.js';
import { openReader } from '../corpus/reader.js';
import type { Comparison } from '../compare/schema/comparison.js';
import type { CompareOptions } from '../compare/compare.js';
import { comparisonCsv, PARTS, type Part } from '../sheet/csv.js';
import { ParallaxError } from '../text/error.js';
import { withLibrary } from './asked-library.js';
import { choice, text, write } from './options.js';

export async function compareDocuments(files: readonly string[], options: unknown): Promise<void> {
  const format = choice(text(options, 'format'), 'format', ['json', 'csv', 'text']);
  const corpus = text(options, 'corpus');
  if (corpus !== undefined && files.length > 0)
    throw new ParallaxError('bad-option', 'a comparison is of files or of a corpus', 'leave out --corpus or the files');
  const part = choice(text(options, 'part') ?? 'passages', 'part', PARTS);
  if (part !== 'passages' && format !== 'csv')
    throw new ParallaxError('bad-option', '--part is for CSV, which holds one table', 'add --format csv');
  const compare = async (library: Library): Promise<void> => {
    const comparison = compareAsked(library, text(options, 'topic'), text(options, 'query'), {
      reference: text(options, 'reference'),
    });
    await write(await shown(comparison, format, part));
  };
  if (files.length > 0) await compare(await libraryOf(files));
  else await withLibrary(corpus, compare);
}

/** The comparison that `--topic` or `--query` asks for. */
export function compareAsked(
  library: Library,
  topic: string | undefined,
  query: string | undefined,
  asked: CompareOptions = {},
): Comparison {
  if ((topic === undefined) === (query === undefined)) {
    throw new ParallaxError('bad-option', 'a comparison needs one topic', 'give either --topic ID or --query "WORDS"');
  }
  return topic === undefined
    ? library.compareQuery(query ?? '', asked)
    : library.compareTopic(library.topic(topic), asked);
}

async function shown(comparison: Comparison, format: 'json' | 'csv' | 'text', part: Part): Promise<string> {
  if (format === 'json') return `${JSON.stringify(comparison, null, 2)}\n`;
  if (format === 'csv') return comparisonCsv(comparison, part);
  return (await import('../sheet/text.js')).comparisonText(comparison);
}

/** Any text files as a corpus for the moment, with the built-in topics, and those of the built-in names that hold anywhere. */
async function libraryOf(files: readonly string[]): Promise<Library> {
  const reader = openReader();
  try {
    const documents = await readDocuments(files);
    const compiled = loadSeeds();
    const lexicon = loadLexicon();
    const names = loadNamesAnywhere(lexicon, compiled);
    const entries = [...lexicon.entries, ...names.entries];
    const kept = await Promise.all(
      documents.map(async (document) => ({
        document,
        packed: pack(await analyseDocument(document, reader, lexicon, names), entries),
      })),
    );
    return openLibrary({
      seeds: { ...compiled.seeds, referents: names.referents, id: 'files', title: 'Files' },
      kept,
      lexicon,
      names,
      lists: loadWordLists,
      build: '',
    });
  } finally {
    await reader.close();
  }
}

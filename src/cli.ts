#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { shown } from './cli/shown.js';
import { ParallaxError, type ErrorCode } from './text/error.js';

/** What keeps a store shut, whatever is asked of it. */
const UNOPENED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'store-corrupt',
  'store-fault',
  'store-foreign',
  'store-in-use',
  'store-migration',
  'store-newer',
]);

/** The command line: each command loads only what it needs, so that a small one starts at once. */
const program = new Command('parallax')
  .description('Compares how sources frame the same topic.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(inOurWords(text)) })
  .showHelpAfterError(false);

const CORPUS = ['--corpus <name>', 'a corpus of your own instead of the built-in one'] as const;

program
  .command('corpora')
  .description('list the built-in corpus and your own')
  .action(async () => (await import('./cli/corpora.js')).corpora());

program
  .command('import')
  .description('take files and folders into a corpus, which is made where it is not there')
  .option('--corpus <name>', 'the corpus that takes them')
  .option('--archive <file>', 'an exported corpus, to be one again')
  .option('--encoding <name>', 'of texts, pages and tables, where it is not told rightly: windows-1251, shift_jis …')
  .argument('[files...]', '.txt, .md, .html, .docx, .pdf, .eml, .zip of these, .jsonl, .csv; folders of them')
  .action(async (files: string[], options: unknown) => (await import('./cli/import.js')).importAsked(files, options));

program
  .command('export')
  .description('write a corpus as one archive: originals, metadata, topics, names, disputes')
  .argument('<corpus>')
  .requiredOption('--to <file>', 'where to write it')
  .action(async (corpus: string, options: unknown) => (await import('./cli/export.js')).exportAsked(corpus, options));

program
  .command('delete')
  .description('take a corpus away; says how to have it back')
  .argument('<corpus>')
  .action(async (corpus: string) => (await import('./cli/delete.js')).deleteAsked(corpus));

program
  .command('undo')
  .description('take back one change of a corpus')
  .argument('<corpus>', 'its id')
  .argument('<change>', 'the number of the change')
  .action(async (corpus: string, change: string) => (await import('./cli/delete.js')).undoAsked(corpus, change));

program
  .command('purge')
  .description('make what was deleted go for good, with every byte of its text')
  .option('--all-deleted', 'of all your corpora')
  .option('--yes', 'it cannot be undone')
  .argument('[corpus]', 'the id of one corpus: all of it where it is deleted, else its deleted documents')
  .action(async (corpus: string | undefined, options: unknown) =>
    (await import('./cli/purge.js')).purgeAsked(corpus, options),
  );

program
  .command('backup')
  .description('copy all your corpora beside themselves; says where to')
  .action(async () => (await import('./cli/backup.js')).backup());

program
  .command('topics')
  .description('list the topics of a corpus')
  .option(...CORPUS)
  .action(async (options: unknown) => (await import('./cli/topics.js')).topics(options));

program
  .command('suggest')
  .description('list what documents share and no topic finds yet')
  .option(...CORPUS)
  .action(async (options: unknown) => (await import('./cli/suggest.js')).suggest(options));

program
  .command('search')
  .description('find the documents of a corpus that hold all of some words, and their sentences')
  .option('--json', 'as JSON, with the offsets of every sentence')
  .option('--page <number>', 'which twenty documents, the best first', '1')
  .argument('<corpus>', 'a corpus of your own')
  .argument('<words...>', 'in any inflection; "words in quotation marks" stand side by side')
  .action(async (corpus: string, words: string[], options: unknown) =>
    (await import('./cli/search.js')).searchAsked(corpus, words, options),
  );

program
  .command('compare')
  .description('compare what documents say of a topic')
  .option(...CORPUS)
  .option('--topic <id>', 'a topic of the corpus')
  .option('--query <words>', 'a topic in your own words')
  .option('--format <format>', 'json, csv or text', 'text')
  .option('--reference <id>', 'the document that the others are set against; none sets each against all others')
  .option('--part <table>', 'which table CSV gives: passages, statements, facts …', 'passages')
  .argument('[files...]', 'text files to compare instead of a corpus')
  .action(async (files: string[], options: unknown) =>
    (await import('./cli/compare.js')).compareDocuments(files, options),
  );

program
  .command('analyze')
  .alias('analyse')
  .description('mark the devices in text files, or in lines of JSON')
  .option('--jsonl', 'read {"id","text"} a line from standard input, write one result a line')
  .option('--format <format>', 'json or text', 'json')
  .argument('[files...]', 'text files')
  .action(async (files: string[], options: unknown) => (await import('./cli/analyze.js')).analyze(files, options));

program
  .command('sheet')
  .description('print the comparison sheet of a topic as a PDF')
  .option(...CORPUS)
  .option('--topic <id>', 'a topic of the corpus')
  .option('--query <words>', 'a topic in your own words')
  .requiredOption('--pdf <file>', 'where to write it')
  .option('--paper <size>', 'a4 or letter', 'a4')
  .action(async (options: unknown) => (await import('./cli/sheet.js')).sheet(options));

function inOurWords(said: string): string {
  return said
    .replace(/^error: /, 'parallax: ')
    .replace(/^(.*): required option '(\S+)[^']*' not specified$/m, '$1: $2 is missing: give it with its value.')
    .replace(/^(.*): option '.*?(--\S+)[^']*' argument missing$/m, '$1: $2 has no value: give one behind it.')
    .replace(/^(.*): missing required argument '(\S+)'$/m, '$1: “$2” is missing: give it behind the command.');
}

// A reader that closed its end ("… | head") has had enough; a full disk is said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    process.stderr.write(`parallax: the output cannot be written (${error.code ?? 'unknown'}): write it elsewhere.\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** 2 for what the caller can mend, 3 for a store that may not be opened, said in one line; help that was asked for is no error. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ParallaxError) {
    process.stderr.write(`parallax: ${shown(error.message.replaceAll(/\s*\n\s*/g, ' '))}\n`);
    return UNOPENED.has(error.code) ? 3 : 2;
  }
  // A reader that closed its end ("… | head") has had enough.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  const problem = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `parallax: unexpected fault (${problem.split('\n')[0] ?? ''}); please report it with the command that led here.\n`,
  );
  return 1;
}

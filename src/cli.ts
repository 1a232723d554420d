#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ParallaxError } from './text/error.js';

/** The command line: each command loads only what it needs, so that a small one starts at once. */
const program = new Command('parallax')
  .description('Compares how sources frame the same topic.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/^error: /, 'parallax: ')) })
  .showHelpAfterError(false);

program
  .command('topics')
  .description('list the topics of the built-in corpus')
  .action(async () => (await import('./cli/topics.js')).topics());

program
  .command('compare')
  .description('compare what documents say of a topic')
  .option('--topic <id>', 'a topic of the built-in corpus')
  .option('--query <words>', 'a topic in your own words')
  .option('--format <format>', 'json, csv or text', 'text')
  .option('--reference <id>', 'the document that the others are set against; none sets each against all others')
  .option('--part <table>', 'which table CSV gives: passages, statements, facts …', 'passages')
  .argument('[files...]', 'text files to compare instead of the built-in documents')
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
  .option('--topic <id>', 'a topic of the built-in corpus')
  .option('--query <words>', 'a topic in your own words')
  .requiredOption('--pdf <file>', 'where to write it')
  .option('--paper <size>', 'a4 or letter', 'a4')
  .action(async (options: unknown) => (await import('./cli/sheet.js')).sheet(options));

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

/** 2 for what the caller can mend, said in one line; help that was asked for is no error. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ParallaxError) {
    process.stderr.write(`parallax: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  }
  // A reader that closed its end ("… | head") has had enough.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  const problem = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `parallax: unexpected fault (${problem.split('\n')[0] ?? ''}); please report it with the command that led here.\n`,
  );
  return 1;
}

import { openWordLists } from '../compare/word-lists.js';
import { compileLexicon } from '../devices/lexicon/compile.js';
import { failedExamples } from '../devices/lexicon/examples.js';
import { openLexicon } from '../devices/lexicon/lexicon.js';
import { ParallaxError } from '../text/error.js';
import { wordListFaults } from './check-word-lists.js';
import { LEXICON_FOLDER } from './folders.js';
import { readLexicon } from './read-lexicon.js';
import { readWordLists } from './read-word-lists.js';

/** `npm run lexicon [-- --only FILE]`: checks files and examples, says every fault, exit 1 if there is one. */
function main(args: readonly string[]): number {
  const only = args[0] === '--only' ? args[1] : undefined;
  let faults = 0;
  const say = (line: string): void => {
    faults += 1;
    process.stdout.write(`${line}\n`);
  };
  try {
    const lexicon = openLexicon(
      compileLexicon(readLexicon(LEXICON_FOLDER, { only, onFault: (fault) => say(fault.message) })),
    );
    let entries = 0;
    let terms = 0;
    for (const entry of lexicon.entries.filter((each) => each.finds.length > 0)) {
      entries += 1;
      terms += entry.terms.length;
      for (const { example, expected, found } of failedExamples(entry, lexicon)) {
        say(
          `${entry.device}/${entry.category}, entry ${entry.id}: "${example}" should mark [${expected.join(' | ')}], marks [${found.join(' | ')}]`,
        );
      }
    }
    if (only === undefined) {
      const lists = readWordLists(LEXICON_FOLDER, lexicon.inflect, new Set(lexicon.works.keys()));
      wordListFaults(openWordLists(lists), lexicon).forEach(say);
    }
    process.stdout.write(`${entries} entries, ${terms} terms, ${faults} ${faults === 1 ? 'fault' : 'faults'}.\n`);
  } catch (error) {
    if (!(error instanceof ParallaxError)) throw error;
    say(error.message);
  }
  return faults === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));

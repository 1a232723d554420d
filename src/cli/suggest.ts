import { suggestedTopics } from '../corpus/suggestions.js';
import { withLibrary } from './asked-library.js';
import { text, write } from './options.js';
import { counted, shown } from './shown.js';

/** `parallax suggest`: what at least two documents share and no topic finds yet, best first, a line each. */
export async function suggest(options: unknown): Promise<void> {
  await withLibrary(text(options, 'corpus'), async (library) => {
    const lines = suggestedTopics(library).map(({ topic, documents }) => {
      const sentences = documents.flatMap(({ passages }) => passages.flatMap((passage) => passage.sentences)).length;
      return `${shown(topic.title)}: ${counted(documents.length, 'document')}, ${counted(sentences, 'sentence')}\n`;
    });
    await write(lines.join(''));
  });
}

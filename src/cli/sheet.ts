import { writeFile } from 'node:fs/promises';
import { openSeedLibrary } from '../corpus/seed-library.js';
import { ParallaxError } from '../text/error.js';
import { choice, text, write } from './options.js';

export async function sheet(options: unknown): Promise<void> {
  const paper = choice(text(options, 'paper'), 'paper', ['a4', 'letter']);
  const library = openSeedLibrary();
  const id = text(options, 'topic');
  const query = text(options, 'query');
  if ((id === undefined) === (query === undefined))
    throw new ParallaxError('bad-option', 'a sheet needs one topic', 'give either --topic ID or --query "WORDS"');
  const topic = id === undefined ? library.topicFromQuery(query ?? '') : library.topic(id);
  const { sheetPdf } = await import('../sheet/pdf.js');
  const pdf = await sheetPdf(library, topic, { paper });
  const file = text(options, 'pdf') ?? '';
  await writeFile(file, pdf).catch(() => {
    throw new ParallaxError(
      'no-file',
      `${file} cannot be written`,
      'give a path in a folder that is there and can be written to',
    );
  });
  await write(`${file}: ${topic.title}\n`);
}

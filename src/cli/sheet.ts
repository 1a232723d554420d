import { access, constants, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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
  const file = text(options, 'pdf') ?? '';
  await access(dirname(file), constants.W_OK).catch(() => {
    throw unwritable(file);
  });
  const { sheetPdf } = await import('../sheet/pdf.js');
  const pdf = await sheetPdf(library, topic, { paper });
  // Written aside and renamed, so that nobody finds half a sheet.
  const aside = `${file}.part`;
  await writeFile(aside, pdf)
    .then(() => rename(aside, file))
    .catch(async () => {
      await rm(aside, { force: true });
      throw unwritable(file);
    });
  await write(`${file}: ${topic.title}\n`);
}

function unwritable(file: string): ParallaxError {
  return new ParallaxError(
    'no-file',
    `${file} cannot be written`,
    'give a path in a folder that is there and can be written to',
  );
}

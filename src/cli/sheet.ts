import { ParallaxError } from '../text/error.js';
import { withLibrary } from './asked-library.js';
import { choice, text, write } from './options.js';
import { shown } from './shown.js';
import { checkWritable, writeAside } from './write-aside.js';

export async function sheet(options: unknown): Promise<void> {
  const paper = choice(text(options, 'paper'), 'paper', ['a4', 'letter']);
  const id = text(options, 'topic');
  const query = text(options, 'query');
  if ((id === undefined) === (query === undefined))
    throw new ParallaxError('bad-option', 'a sheet needs one topic', 'give either --topic ID or --query "WORDS"');
  const file = text(options, 'pdf') ?? '';
  await checkWritable(file);
  await withLibrary(text(options, 'corpus'), async (library) => {
    const topic = id === undefined ? library.topicFromQuery(query ?? '') : library.topic(id);
    const { sheetPdf } = await import('../sheet/pdf.js');
    await writeAside(file, [await sheetPdf(library, topic, { paper })]);
    await write(`${file}: ${shown(topic.title)}\n`);
  });
}

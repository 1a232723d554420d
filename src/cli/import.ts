import { ENCODINGS } from '../corpus/import/plain-text.js';
import { ParallaxError } from '../text/error.js';
import { choice, text } from './options.js';

/** `parallax import`: files into a corpus, made where it is not there; or an archive as a corpus of its own. */
export async function importAsked(paths: readonly string[], options: unknown): Promise<void> {
  const [corpus, archive] = [text(options, 'corpus'), text(options, 'archive')];
  const given = text(options, 'encoding');
  const encoding = given === undefined ? undefined : choice(given.toLowerCase(), 'encoding', ENCODINGS);
  if (archive !== undefined && corpus === undefined && encoding === undefined && paths.length === 0)
    return (await import('./import-archive.js')).importArchived(archive);
  if (corpus?.trim() === '')
    throw new ParallaxError('bad-option', 'the name behind --corpus is empty', 'name the corpus that takes the files');
  if (corpus !== undefined && archive === undefined && paths.length > 0)
    return (await import('./import-files.js')).importFiles(corpus, paths, encoding);
  throw new ParallaxError(
    'bad-option',
    'import needs files and the corpus that takes them',
    'give --corpus NAME and files or folders, or --archive FILE.zip alone',
  );
}
